import type { ConfirmOrder } from '@backd/contract/api/confirm-order.ts'
import type { OrderData } from '@backd/contract/api/order-data.ts'
import type { Merchant } from '../domain/merchant.ts'
import { createOrderData } from '../domain/order-view.ts'
import { assertOwnMerchantOrderId, decide } from '../domain/transitions.ts'
import { changeOwnOrder, merchantEvent } from './change-order.ts'
import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'

/**
 * The merchant fulfils the order; from here on it can only be refunded (CONTRACT section 2).
 * @throws ApiError order_not_found, order_not_placed, order_already_confirmed, order_cancelled,
 *   merchant_order_id_conflict
 */
export async function confirmOrder(
  ports: { store: Store; clock: Clock },
  merchant: Merchant,
  body: ConfirmOrder,
): Promise<OrderData> {
  return await changeOwnOrder(ports, merchant, body.backd_order_id, async (judging) => {
    const { order, repositories } = judging
    const decision = decide('confirm_order', order)
    assertOwnMerchantOrderId(order, body.merchant_order_id)
    if (decision.kind === 'replay') return createOrderData(order)
    const event = merchantEvent(judging, 'order_confirmed', decision.to, {
      order_total_cents: order.amounts.order_total_cents,
    })
    const confirmed = await repositories.orders.compareAndSet(order, { status: decision.to }, event)
    return confirmed && createOrderData(confirmed)
  })
}
