import {
  judge,
  type LifecycleErrorCode,
  type OrderCall,
  type OrderStatus,
} from '@backd/contract/lifecycle.ts'
import { ApiError } from './api-error.ts'
import type { Order } from './order.ts'

/** What a call has to do: move the order, or answer as before. */
export type Decision = { kind: 'move'; to: OrderStatus } | { kind: 'replay' }

const sentences: Record<LifecycleErrorCode, (order: Order) => string> = {
  terms_not_selected: () =>
    'The customer has not selected payment terms yet; call order_placed after onSuccess or the success redirect.',
  terms_already_selected: () => 'Payment terms were already selected for this order and cannot be changed.',
  order_not_placed: (order) => `The order is ${order.status}; only a placed order can be changed so.`,
  order_not_confirmed: (order) => `The order is ${order.status}; only a confirmed order can be refunded.`,
  order_already_confirmed: () => 'The order is already confirmed and can no longer be changed so.',
  merchant_order_id_conflict: (order) =>
    `The order was already placed with merchant_order_id "${order.merchantOrderId}".`,
  already_refunded: () => 'The order is already refunded in full.',
  order_cancelled: () => 'The order is cancelled.',
}

/**
 * A call that names the order by the merchant's id too has to name this one: ids that were mixed up must not change,
 * confirm or refund another customer's order (ADR 0012). Judged after the status.
 * @throws ApiError merchant_order_id_conflict
 */
export function assertOwnMerchantOrderId(order: Order, merchantOrderId: string | null | undefined): void {
  if (merchantOrderId === null || merchantOrderId === undefined) return
  if (merchantOrderId === order.merchantOrderId) return
  const code = 'merchant_order_id_conflict'
  throw new ApiError(code, sentences[code](order), [
    { path: 'merchant_order_id', message: `must be "${order.merchantOrderId}", the id of this order` },
  ])
}

/**
 * What `call` does to the order as it stands (CONTRACT section 3).
 * @param isSame whether the call says what the order already has, where the table asks for it
 * @throws ApiError with the 409 code of the table's cell
 */
export function decide(call: OrderCall, order: Order, isSame = false): Decision {
  const verdict = judge(call, order.status)
  if (verdict.kind === 'move' || verdict.kind === 'replay') return verdict
  if (verdict.kind === 'replay_if_same' && isSame) return { kind: 'replay' }
  throw new ApiError(verdict.code, sentences[verdict.code](order))
}
