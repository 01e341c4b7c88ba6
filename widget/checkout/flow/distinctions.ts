import type { Offer } from '@backd/contract/plans.ts'

/** A plain fact that sets an offer apart from the others beside it. */
export type Distinction = 'lowestTotal' | 'longestTime'

/**
 * What sets one of the offers apart. Offers that tie share it; where all tie there is nothing to tell, as there is not
 * of a single offer.
 */
export function distinctionsOf(offer: Offer, offers: readonly Offer[]): Distinction[] {
  const found: Distinction[] = []
  if (isFirstOfSome(offer, offers, (a, b) => a.total_cents < b.total_cents)) found.push('lowestTotal')
  if (isFirstOfSome(offer, offers, (a, b) => lastDay(a) > lastDay(b))) found.push('longestTime')
  return found
}

const lastDay = ({ payments }: Offer) => payments.at(-1)?.due_on ?? ''

/** Nothing goes before it, and it goes before something. */
function isFirstOfSome(offer: Offer, offers: readonly Offer[], goesBefore: (a: Offer, b: Offer) => boolean) {
  return !offers.some((other) => goesBefore(other, offer)) && offers.some((other) => goesBefore(offer, other))
}
