import type { CalendarDate } from '@backd/contract/calendar.ts'
import { createOffer, type IntervalUnit, type Offer, type Plan } from '@backd/contract/plans.ts'

/** What is said of an amount before there is an order: the checkout's own figures, worked out with the same arithmetic. */
export interface Words {
  /** "As low as $809.23 / month with BackdPay". */
  sentence: string
  plans: { name: string; payments: string; cost: string }[]
}

const nouns: Record<IntervalUnit, string> = { month: 'month', week: 'week', day: 'day' }
const rhythms: Record<IntervalUnit, string> = { month: 'monthly', week: 'weekly', day: 'daily' }

/**
 * @param amountCents of what is shown; whole and above 0
 * @param today in Chicago, from which due dates count
 */
export function wordsFor(plans: readonly Plan[], amountCents: number, today: CalendarDate): Words {
  const offers = plans.map((plan) => createOffer(plan, amountCents, today))
  const lowest = lowestOf(offers)
  return {
    sentence: lowest
      ? `As low as ${dollars(largestPayment(lowest))} / ${nouns[lowest.interval.unit]} with BackdPay`
      : 'Buy now, pay later with BackdPay',
    plans: offers.map((offer) => ({
      name: offer.name,
      payments: paymentsOf(offer),
      cost: `${offer.fee_cents === 0 ? 'No fee' : `${dollars(offer.fee_cents)} fee`}, ${dollars(offer.total_cents)} in all`,
    })),
  }
}

/**
 * By the month where a plan is: $760 a week is not less than $809 a month. Of the payments the largest counts, so that
 * nobody pays more than was said.
 */
function lowestOf(offers: readonly Offer[]): Offer | undefined {
  for (const unit of ['month', 'week', 'day'] as const) {
    const [lowest] = offers
      .filter(
        ({ interval, payments }) => interval.unit === unit && interval.count === 1 && payments.length > 1,
      )
      .sort((a, b) => largestPayment(a) - largestPayment(b))
    if (lowest) return lowest
  }
  return undefined
}

/** contract/plans.ts puts the larger ones first. */
const largestPayment = ({ payments }: Offer) => payments[0]?.amount_cents ?? 0

function paymentsOf({ payments, interval }: Offer): string {
  const amount = dollars(payments[0]?.amount_cents ?? 0)
  const { unit, count } = interval
  if (payments.length === 1)
    return `One payment of ${amount} after ${count} ${nouns[unit]}${count === 1 ? '' : 's'}`
  const isEven = payments[0]?.amount_cents === payments.at(-1)?.amount_cents
  const rhythm = count === 1 ? rhythms[unit] : `every ${count} ${nouns[unit]}s`
  return `${payments.length} payments of ${isEven ? '' : 'about '}${amount}, ${rhythm}`
}

const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const dollars = (cents: number) => format.format(cents / 100)
