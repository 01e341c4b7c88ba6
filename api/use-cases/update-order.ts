import type { UpdatedOrder, UpdateOrder } from '@backd/contract/api/update-order.ts'
import { assertAmountsAddUp } from '../domain/amounts.ts'
import { assertWithinIncreaseLimit } from '../domain/limits.ts'
import type { Merchant } from '../domain/merchant.ts'
import type { Order } from '../domain/order.ts'
import { changedParts, orderUpdateFrom } from '../domain/order-update.ts'
import { createUpdatedOrder } from '../domain/order-view.ts'
import { rescheduled, scheduleSums } from '../domain/schedule.ts'
import { assertOwnMerchantOrderId, decide } from '../domain/transitions.ts'
import { changeOwnOrder, merchantEvent } from './change-order.ts'
import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'

/**
 * The merchant changes a placed order (S3). The customer's payments follow the new total under the plan they accepted;
 * what they accepted is kept. What the order already has is a replay.
 * @throws ApiError order_not_found, order_not_placed, order_already_confirmed, order_cancelled,
 *   merchant_order_id_conflict, amounts_do_not_add_up, total_exceeds_limit
 */
export async function updateOrder(
  ports: { store: Store; clock: Clock },
  merchant: Merchant,
  body: UpdateOrder,
): Promise<UpdatedOrder> {
  const update = orderUpdateFrom(body)
  return await changeOwnOrder(ports, merchant, body.backd_order_id, async (judging) => {
    const { order, repositories } = judging
    decide('update_order', order)
    assertOwnMerchantOrderId(order, body.merchant_order_id)
    assertAmountsAddUp(update.amounts)
    const changed = changedParts(order, update)
    if (changed.length === 0) return createUpdatedOrder(order, merchant)
    assertWithinIncreaseLimit(update.amounts.order_total_cents, order, merchant)

    const change = { ...update, ...rescheduled(order, update.amounts.order_total_cents) }
    const event = merchantEvent(judging, 'order_updated', order.status, {
      changed,
      before: moneyOf(order),
      after: moneyOf({ ...order, ...change }),
    })
    const updated = await repositories.orders.compareAndSet(order, change, event)
    return updated && createUpdatedOrder(updated, merchant)
  })
}

function moneyOf({ amounts, schedule }: Pick<Order, 'amounts' | 'schedule'>) {
  return { ...amounts, ...scheduleSums(schedule) }
}
