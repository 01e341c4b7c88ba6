import { ApiError } from '../domain/api-error.ts'
import { approvalStateAt, MAX_APPROVALS } from '../domain/approval.ts'
import { hasLapsed } from '../domain/holds.ts'
import { holderOf, type OpenedLink } from '../domain/verification.ts'

/** 404 for a token that names no order. */
export function unknownLink(): ApiError {
  return new ApiError('not_found', 'This checkout link names no order; ask the merchant for a new one.')
}

/** 410 for a checkout that ran out before terms were selected. */
export function checkoutExpired(): ApiError {
  return new ApiError(
    'checkout_expired',
    'This checkout has expired; go back to the merchant and start again.',
  )
}

/** Why a link leads nowhere any more. */
export type DeadEnd = 'checkout_expired' | 'approval_withdrawn' | 'approval_expired'

/**
 * Its order ran out, or, of an approver's link, the request was taken back or ran out. A link that its holder has answered
 * still tells how.
 */
export function deadEndOf(opened: OpenedLink, now: Date): DeadEnd | undefined {
  const { approval } = opened
  if (approval && holderOf(opened).role === 'approver') {
    const state = approvalStateAt(approval, now)
    if (state === 'expired') return 'approval_expired'
    // One that was not sent reached nobody; whoever has its link is told the same.
    if (state === 'withdrawn' || state === undefined) return 'approval_withdrawn'
  }
  return hasLapsed(opened.order, now) ? 'checkout_expired' : undefined
}

export function deadEnd(end: DeadEnd): ApiError {
  return {
    checkout_expired: checkoutExpired,
    approval_withdrawn: approvalWithdrawn,
    approval_expired: approvalExpired,
  }[end]()
}

/** @throws ApiError checkout_expired, approval_withdrawn, approval_expired */
export function assertLeadsOn(opened: OpenedLink, now: Date): void {
  const end = deadEndOf(opened, now)
  if (end) throw deadEnd(end)
}

function approvalWithdrawn(): ApiError {
  return new ApiError(
    'approval_withdrawn',
    'Whoever asked you to approve this order has taken it back; there is nothing for you to do.',
  )
}

function approvalExpired(): ApiError {
  return new ApiError(
    'approval_expired',
    'The time to approve this order is over; ask whoever sent it to you to ask again.',
  )
}

/** 409 for a holder who has not shown who they are. */
export function verificationRequired(): ApiError {
  return new ApiError(
    'verification_required',
    'Before terms are selected, the code that was mailed to the customer has to be entered in this browser.',
  )
}

export function decisionPending(): ApiError {
  return new ApiError(
    'decision_pending',
    'Backd has not decided about this customer yet; read the session again in a moment.',
  )
}

/** 422 for a customer to whom Backd offers no terms. */
export function notOffered(decision: 'declined' | 'limit_too_low'): ApiError {
  return decision === 'declined'
    ? new ApiError('declined', 'Backd cannot offer payment terms to this customer.')
    : new ApiError('total_exceeds_limit', 'This order is above the limit that Backd gives this customer.')
}

/** 403 for a call that belongs to the other of the two. */
export function roleNotAllowed(role: 'buyer' | 'approver'): ApiError {
  return new ApiError(
    'role_not_allowed',
    role === 'buyer'
      ? 'Only the buyer can ask a colleague, or take the order back; this link is the colleague’s.'
      : 'Only the colleague who was asked can decline; this link is the buyer’s.',
  )
}

export function approvalPending(): ApiError {
  return new ApiError(
    'approval_pending',
    'A colleague is asked to choose the terms of this order; wait for their answer, or take it back first.',
  )
}

export function approvalNotPending(): ApiError {
  return new ApiError(
    'approval_not_pending',
    'No colleague is asked about this order now; read the session again.',
  )
}

export function approvalsUsedUp(): ApiError {
  return new ApiError(
    'approvals_used_up',
    `Colleagues were asked about this order ${MAX_APPROVALS} times, which is as often as they can be.`,
  )
}

export function approverIsBuyer(): ApiError {
  const message = 'must be the address of a colleague: the buyer has this one'
  return new ApiError('approver_is_buyer', `approver_email: ${message}.`, [
    { path: 'approver_email', message },
  ])
}
