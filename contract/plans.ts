import { addDays, addMonths, type CalendarDate } from './calendar.ts'

/**
 * Payment plans and their schedules: pure arithmetic in cents. Free of zod (contract/api/plan.ts has the schema).
 * A merchant's plans live in its row; nothing here names one.
 */

export type IntervalUnit = 'day' | 'week' | 'month'

/** Terms a merchant offers: `payments` equal payments, one after each `interval`, for a fee of the total. */
export interface Plan {
  /** Stable within the merchant, e.g. "net-30". */
  id: string
  /** What the customer reads, e.g. "Net 30". */
  name: string
  payments: number
  interval: { unit: IntervalUnit; count: number }
  /** The fee in basis points of the order total: 150 = 1.5 %. */
  fee_bps: number
}

export interface Payment {
  due_on: CalendarDate
  amount_cents: number
}

/** A plan worked out for one order: what the customer is shown, agrees to, and what is stored. */
export interface Offer {
  plan_id: string
  name: string
  interval: { unit: IntervalUnit; count: number }
  /** The day, in Chicago, from which the due dates are counted. */
  starts_on: CalendarDate
  order_total_cents: number
  fee_cents: number
  /** order_total_cents + fee_cents; the payments sum to exactly this. */
  total_cents: number
  payments: Payment[]
}

/** The fee in whole cents, half a cent rounded up. */
export function feeCents(orderTotalCents: number, feeBps: number): number {
  return Math.round((orderTotalCents * feeBps) / 10_000)
}

/** Works a plan out for a total, counting due dates from `startsOn`. */
export function createOffer(plan: Plan, orderTotalCents: number, startsOn: CalendarDate): Offer {
  const fee = feeCents(orderTotalCents, plan.fee_bps)
  const total = orderTotalCents + fee
  return {
    plan_id: plan.id,
    name: plan.name,
    interval: plan.interval,
    starts_on: startsOn,
    order_total_cents: orderTotalCents,
    fee_cents: fee,
    total_cents: total,
    payments: splitEvenly(total, plan.payments).map((amount_cents, index) => ({
      due_on: dueDate(plan.interval, startsOn, index + 1),
      amount_cents,
    })),
  }
}

/** Splits cents into `parts` that differ by at most one cent and sum to the whole; the larger ones come first. */
export function splitEvenly(cents: number, parts: number): number[] {
  const base = Math.floor(cents / parts)
  const remainder = cents - base * parts
  return Array.from({ length: parts }, (_, index) => base + (index < remainder ? 1 : 0))
}

function dueDate(interval: Plan['interval'], startsOn: CalendarDate, nth: number): CalendarDate {
  const steps = interval.count * nth
  switch (interval.unit) {
    case 'day':
      return addDays(startsOn, steps)
    case 'week':
      return addDays(startsOn, steps * 7)
    case 'month':
      return addMonths(startsOn, steps)
  }
}
