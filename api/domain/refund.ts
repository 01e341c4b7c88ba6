import type { refundStatuses } from '@backd/contract/api/order-data.ts'
import { formatCents } from '@backd/contract/money.ts'
import { ApiError } from './api-error.ts'
import type { Order } from './order.ts'

export type RefundStatus = (typeof refundStatuses)[number]

/** A refund as it was requested and as it ended. Nothing is written at the lock: time alone makes it approved. */
export interface NewRefund {
  amountCents: number
  createdAt: Date
  /** From this instant on it can be neither replaced nor deleted (see refund-lock.ts). */
  lockedAt: Date
}

export interface Refund extends NewRefund {
  id: number
  status: RefundStatus
}

/** An order and all its refunds, oldest first, as they were at one instant. */
export interface OrderWithRefunds {
  order: Order
  refunds: Refund[]
}

/** What a refund is at an instant: a draft whose lock has come is approved, whoever has noticed (CONTRACT section 2). */
export function refundStatusAt({ status, lockedAt }: Refund, now: Date): RefundStatus {
  return status === 'draft' && lockedAt <= now ? 'approved' : status
}

/** The refund that is neither settled nor declined; an order has one at most. */
export function findActiveRefund(refunds: Refund[]): Refund | undefined {
  return refunds.find(({ status }) => status === 'draft' || status === 'approved')
}

/** What settled refunds have left of the order's total, in cents: what the customer still pays for. */
export function remainingCents({ order, refunds }: OrderWithRefunds): number {
  const settled = refunds.filter(({ status }) => status === 'settled')
  return settled.reduce((left, { amountCents }) => left - amountCents, order.amounts.order_total_cents)
}

/** @throws ApiError refund_locked from the lock until the refund is settled */
export function assertNotLocked(active: Refund | undefined, now: Date): void {
  if (!active || refundStatusAt(active, now) === 'draft') return
  throw new ApiError(
    'refund_locked',
    `The refund of ${formatCents(active.amountCents)} is locked since ${active.lockedAt.toISOString()} and can no ` +
      'longer be changed; once it is settled, another refund can follow.',
  )
}

/** @throws ApiError no_active_refund */
export function requireActiveRefund(refunds: Refund[]): Refund {
  const active = findActiveRefund(refunds)
  if (active) return active
  throw new ApiError(
    'no_active_refund',
    'The order has no refund that could be deleted; see its refunds with find_order.',
  )
}

/** @throws ApiError refund_exceeds_remaining */
export function assertWithinRemaining(amountCents: number, refunded: OrderWithRefunds): void {
  const remaining = remainingCents(refunded)
  if (amountCents <= remaining) return
  const left = formatCents(remaining)
  throw new ApiError(
    'refund_exceeds_remaining',
    `refund_amount is ${formatCents(amountCents)}, but settled refunds have left ${left} of the order's ` +
      `${formatCents(refunded.order.amounts.order_total_cents)}.`,
    [{ path: 'refund_amount', message: `must be at most ${left}` }],
  )
}

/** A refund as the order's history keeps it. */
export function refundFacts({ amountCents, lockedAt }: NewRefund): {
  amount_cents: number
  locked_at: string
} {
  return { amount_cents: amountCents, locked_at: lockedAt.toISOString() }
}
