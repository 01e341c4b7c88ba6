import type { CancelledOrder, CancelOrder } from '@backd/contract/api/cancel-order.ts'
import type { Merchant } from '../domain/merchant.ts'
import { createCancelledOrder } from '../domain/order-view.ts'
import { rescheduled } from '../domain/schedule.ts'
import { assertOwnMerchantOrderId, decide } from '../domain/transitions.ts'
import { changeOwnOrder, merchantEvent } from './change-order.ts'
import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'

/**
 * The merchant calls a placed order off (CONTRACT section 2): its customer owes nothing, and its merchant_order_id is
 * free for another order.
 * @throws ApiError order_not_found, order_not_placed, order_already_confirmed, merchant_order_id_conflict
 */
export async function cancelOrder(
  ports: { store: Store; clock: Clock },
  merchant: Merchant,
  body: CancelOrder,
): Promise<CancelledOrder> {
  return await changeOwnOrder(ports, merchant, body.backd_order_id, async (judging) => {
    const { order, repositories } = judging
    const decision = decide('cancel_order', order)
    assertOwnMerchantOrderId(order, body.merchant_order_id)
    if (decision.kind === 'replay') return createCancelledOrder(order)
    const cancelled = await repositories.orders.compareAndSet(
      order,
      { status: decision.to, holdsMerchantOrderId: false, ...rescheduled(order, 0) },
      merchantEvent(judging, 'order_cancelled', decision.to, {
        order_total_cents: order.amounts.order_total_cents,
      }),
    )
    return cancelled && createCancelledOrder(cancelled)
  })
}
