import { createOffer, type Offer } from './plans.ts'
import type { SessionOffer } from './session.ts'

/**
 * The yearly cost of an offer: the annual percentage rate by the actuarial method of Regulation Z, Appendix J
 * (12 CFR Part 1026). Pure arithmetic, free of zod.
 */

/** What the equation needs of a transaction with one advance and payments a whole number of unit-periods apart. */
export interface Transaction {
  advanceCents: number
  /** The nth is due n + 1 steps after the advance. */
  paymentsCents: readonly number[]
  /** Unit-periods between one payment and the next, and before the first: 1 unless that is longer than a year. */
  stepUnits: number
  /** w: how many unit-periods a year has. */
  unitsPerYear: number
}

/** A rate of 1 unit-period above which nobody needs a figure; it ends the search. */
const MAX_UNIT_RATE = 1e6

/**
 * An offer's APR in percent, with two decimals: 15.12. The order's total is what is advanced, and the fee is the
 * finance charge. 0 when there is no fee.
 */
export function offerApr(offer: Offer): number {
  const { order_total_cents, payments, fee_cents } = offer
  if (fee_cents <= 0 || order_total_cents <= 0) return 0
  const rate = annualPercentageRate({
    advanceCents: order_total_cents,
    paymentsCents: payments.map(({ amount_cents }) => amount_cents),
    ...unitPeriod(offer),
  })
  return Math.round(rate * 100) / 100
}

/** An offer as a session shows it. */
export const withApr = (offer: Offer): SessionOffer => ({ ...offer, apr: offerApr(offer) })

/** A plan worked out for an order (plans.ts), as a session shows it. */
export const createSessionOffer = (...order: Parameters<typeof createOffer>): SessionOffer =>
  withApr(createOffer(...order))

/**
 * The unit-period of an offer (Appendix J (b)(4), (b)(5)): the time between two payments, held to a year. Multiples of
 * a week have 52 to a year, whether the plan says weeks or days; a single payment's unit-period is its term, measured
 * in whole months or in days of a year of 365.
 */
export function unitPeriod({
  interval: { unit, count },
  payments,
}: Pick<Offer, 'interval' | 'payments'>): Pick<Transaction, 'stepUnits' | 'unitsPerYear'> {
  if (unit === 'month') return heldToAYear(count, 12)
  const days = unit === 'week' ? count * 7 : count
  const isInWeeks = days % 7 === 0 && payments.length > 1
  return isInWeeks ? heldToAYear(days / 7, 52) : heldToAYear(days, 365)
}

const heldToAYear = (step: number, year: number) =>
  step > year ? { stepUnits: step / year, unitsPerYear: 1 } : { stepUnits: 1, unitsPerYear: year / step }

/**
 * Solves the general equation of Appendix J (b)(8) for one advance, A = Σ P / ((1 + f·i)(1 + i)^t), and returns i·w in
 * percent, unrounded. The right side falls as i grows, so halving an interval always finds it.
 */
export function annualPercentageRate(transaction: Transaction): number {
  const { advanceCents, unitsPerYear } = transaction
  let low = 0
  let high = 1
  while (presentValue(transaction, high) > advanceCents && high < MAX_UNIT_RATE) high *= 2
  // 60 halvings leave less than a double can tell.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (presentValue(transaction, middle) > advanceCents) low = middle
    else high = middle
  }
  return ((low + high) / 2) * unitsPerYear * 100
}

/** What the payments are worth on the day of the advance, at a rate of `rate` for each unit-period. */
function presentValue({ paymentsCents, stepUnits }: Transaction, rate: number): number {
  return paymentsCents.reduce((sum, cents, index) => {
    const units = (index + 1) * stepUnits
    const whole = Math.floor(units)
    return sum + cents / ((1 + (units - whole) * rate) * (1 + rate) ** whole)
  }, 0)
}
