import type { RefundedOrder, RefundRequest } from '@backd/contract/api/refund.ts'
import { toCents } from '@backd/contract/money.ts'
import type { Merchant } from '../domain/merchant.ts'
import { createRefundedOrder } from '../domain/order-view.ts'
import {
  assertNotLocked,
  assertWithinRemaining,
  findActiveRefund,
  type NewRefund,
  refundFacts,
} from '../domain/refund.ts'
import { refundLockedAt } from '../domain/refund-lock.ts'
import { assertOwnMerchantOrderId, decide } from '../domain/transitions.ts'
import { changeOwnOrder, merchantEvent } from './change-order.ts'
import { findOwnOrder } from './find-order.ts'
import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'

/**
 * The merchant asks for a refund of a confirmed order, or for another amount in place of a refund that is not locked
 * yet: the old one is declined as the new one is made. The same amount again is a replay, and its lock does not move
 * (CONTRACT section 2, Refunds).
 * @throws ApiError order_not_found, order_not_confirmed, already_refunded, order_cancelled,
 *   merchant_order_id_conflict, refund_locked, refund_exceeds_remaining
 */
export async function requestRefund(
  ports: { store: Store; clock: Clock },
  merchant: Merchant,
  body: RefundRequest,
): Promise<RefundedOrder> {
  const amountCents = toCents(body.refund_amount)
  return await changeOwnOrder(ports, merchant, body.backd_order_id, async (judging) => {
    const { order, refunds, now, repositories } = judging
    decide('refund', order)
    assertOwnMerchantOrderId(order, body.merchant_order_id)
    const active = findActiveRefund(refunds)
    assertNotLocked(active, now)
    if (active?.amountCents === amountCents) return createRefundedOrder(judging, now)
    assertWithinRemaining(amountCents, judging)

    const refund: NewRefund = { amountCents, createdAt: now, lockedAt: refundLockedAt(now) }
    const event = merchantEvent(judging, 'refund_requested', order.status, {
      before: active ? refundFacts(active) : null,
      after: refundFacts(refund),
    })
    if (!(await repositories.orders.compareAndSet(order, {}, event))) return undefined
    if (active) await repositories.refunds.end(active.id, 'declined', now)
    await repositories.refunds.add(order.backdOrderId, refund)
    return createRefundedOrder(await findOwnOrder(repositories.orders, merchant, order.backdOrderId), now)
  })
}
