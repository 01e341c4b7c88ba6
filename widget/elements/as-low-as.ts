import type { CalendarDate } from '@backd/contract/calendar.ts'
import { createOffer, type IntervalUnit, type Offer, type Plan } from '@backd/contract/plans.ts'
import type { Spoken } from './locale.ts'
import { texts } from './texts.ts'

/** What is said of an amount before there is an order: the checkout's own figures, worked out with the same arithmetic. */
export interface Words {
  /** "As low as $809.23 / month with BackdPay". */
  sentence: string
  plans: { name: string; payments: string; cost: string }[]
}

/**
 * @param amountCents of what is shown; whole and above 0
 * @param today in Chicago, from which due dates count
 */
export function wordsFor(
  plans: readonly Plan[],
  amountCents: number,
  today: CalendarDate,
  { language, locale }: Spoken,
): Words {
  const text = texts[language]
  const format = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value)
  const dollars = (cents: number) => format(cents / 100, { style: 'currency', currency: 'USD' })
  /** "30 days" */
  const span = (unit: IntervalUnit, count: number) =>
    format(count, { style: 'unit', unit, unitDisplay: 'long' })

  const paymentsOf = (offer: Offer) => {
    const { payments, interval } = offer
    const { unit, count } = interval
    const amount = dollars(largestPayment(offer))
    if (payments.length === 1) return text.once(amount, span(unit, count))
    const isEven = payments[0]?.amount_cents === payments.at(-1)?.amount_cents
    const rhythm = text.rhythm(unit, count === 1 ? undefined : span(unit, count))
    return text.several(format(payments.length), amount, rhythm, !isEven)
  }

  const offers = plans.map((plan) => createOffer(plan, amountCents, today))
  const lowest = lowestOf(offers)
  return {
    sentence: lowest ? text.lowest(dollars(largestPayment(lowest)), lowest.interval.unit) : text.later,
    plans: offers.map((offer) => ({
      name: offer.name,
      payments: paymentsOf(offer),
      cost: `${offer.fee_cents === 0 ? text.noFee : text.fee(dollars(offer.fee_cents))}, ${text.total(dollars(offer.total_cents))}`,
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
