import { createOffer, type Offer } from '@backd/contract/plans.ts'
import type { Order } from './order.ts'

/**
 * The customer's payments once the order costs `owedCents`: under the plan and from the day they accepted, whatever the
 * merchant's plans are by now. What they accepted stays beside it, untouched.
 * @param owedCents what is left of the order's total: 0 when it was cancelled or refunded in full
 * @returns the change of the order; nothing before terms are selected
 */
export function rescheduled(
  { acceptance }: Pick<Order, 'acceptance'>,
  owedCents: number,
): { schedule?: Offer } {
  if (!acceptance) return {}
  return { schedule: createOffer(acceptance.plan, owedCents, acceptance.offer.starts_on) }
}

/** The sums of a schedule as the order's history keeps them, in cents. */
export function scheduleSums(
  schedule: Offer | undefined,
): { fee_cents: number; schedule_total_cents: number } | null {
  return schedule ? { fee_cents: schedule.fee_cents, schedule_total_cents: schedule.total_cents } : null
}
