import { lifecycleErrorCodes } from '../lifecycle.ts'

/**
 * Every machine code an answer's status.type may carry, with its HTTP code (CONTRACT section 4).
 * Judged in this order: 429 → 401 → 413/415/400 → 404 → idempotency → 409 → 422.
 */
const lifecycleErrors = Object.fromEntries(lifecycleErrorCodes.map((code) => [code, 409])) as Record<
  (typeof lifecycleErrorCodes)[number],
  409
>

export const errorStatus = {
  invalid_request: 400,
  unauthorized: 401,
  /** Ours: the page's origin is not one the merchant registered. */
  origin_not_allowed: 403,
  order_not_found: 404,
  /** Ours: the link is the buyer's and the call is for the approver, or the other way round. */
  role_not_allowed: 403,
  /** Ours: no such path, or a checkout link that names no order. */
  not_found: 404,
  method_not_allowed: 405,
  /** Ours: the request did not arrive whole in time. */
  request_timeout: 408,
  ...lifecycleErrors,
  duplicate_merchant_order_id: 409,
  total_mismatch: 409,
  /** Ours: the dates or amounts the customer saw are no longer what we would store; read the session again. */
  offer_changed: 409,
  /** Ours: the holder of the checkout link has not shown yet that the customer's address is theirs. */
  verification_required: 409,
  /** Ours: Backd's answer for this customer is not there yet. */
  decision_pending: 409,
  /** Ours: a colleague is asked to approve; until they answer, or the buyer takes it back, the order is theirs. */
  approval_pending: 409,
  /** Ours: nobody is asked, or the colleague has answered already. */
  approval_not_pending: 409,
  /** Ours: colleagues were asked as often as they may be for one order. */
  approvals_used_up: 409,
  refund_locked: 409,
  no_active_refund: 409,
  request_in_progress: 409,
  checkout_expired: 410,
  /** Ours: there is no code to be entered; ask for a new one. */
  code_expired: 410,
  /** Ours: the buyer has taken the order back from the colleague whose link this is. */
  approval_withdrawn: 410,
  /** Ours: the colleague did not answer in time. */
  approval_expired: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  code_wrong: 422,
  email_undeliverable: 422,
  /** Ours: a colleague has to be somebody else. */
  approver_is_buyer: 422,
  /** Ours: Backd offers this customer no terms. */
  declined: 422,
  total_exceeds_limit: 422,
  amounts_do_not_add_up: 422,
  refund_exceeds_remaining: 422,
  idempotency_key_reused: 422,
  too_many_requests: 429,
  internal_error: 500,
  unavailable: 503,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorStatus
