import type { Offer } from '@backd/contract/plans.ts'

/** Whether every payment is the same amount. The larger ones come first, so the two ends tell. */
export function hasEqualPayments({ payments }: Offer): boolean {
  return payments[0]?.amount_cents === payments.at(-1)?.amount_cents
}
