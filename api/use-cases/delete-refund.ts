import type { DeleteRefund, RefundedOrder } from '@backd/contract/api/refund.ts'
import type { Merchant } from '../domain/merchant.ts'
import { createRefundedOrder } from '../domain/order-view.ts'
import { assertNotLocked, refundFacts, requireActiveRefund } from '../domain/refund.ts'
import { assertOwnMerchantOrderId, decide } from '../domain/transitions.ts'
import { changeOwnOrder, merchantEvent } from './change-order.ts'
import { findOwnOrder } from './find-order.ts'
import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'

/**
 * The merchant takes back a refund that is not locked yet: it is declined (CONTRACT section 2, Refunds).
 * @throws ApiError order_not_found, order_not_confirmed, already_refunded, order_cancelled,
 *   merchant_order_id_conflict, no_active_refund, refund_locked
 */
export async function deleteRefund(
  ports: { store: Store; clock: Clock },
  merchant: Merchant,
  body: DeleteRefund,
): Promise<RefundedOrder> {
  return await changeOwnOrder(ports, merchant, body.backd_order_id, async (judging) => {
    const { order, refunds, now, repositories } = judging
    decide('delete_refund', order)
    assertOwnMerchantOrderId(order, body.merchant_order_id)
    const active = requireActiveRefund(refunds)
    assertNotLocked(active, now)

    const event = merchantEvent(judging, 'refund_deleted', order.status, {
      before: refundFacts(active),
      after: null,
    })
    if (!(await repositories.orders.compareAndSet(order, {}, event))) return undefined
    await repositories.refunds.end(active.id, 'declined', now)
    return createRefundedOrder(await findOwnOrder(repositories.orders, merchant, order.backdOrderId), now)
  })
}
