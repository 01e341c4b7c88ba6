const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })

/** Integer cents as a customer reads them: 895000 → "$8,950.00". */
export function formatCents(cents: number): string {
  return dollars.format(cents / 100)
}

/** Integer cents as the decimal dollars of Backd's API: 895000 → 8950. */
export function toDollars(cents: number): number {
  return cents / 100
}

/** Decimal dollars of Backd's API as integer cents: 8950 → 895000. */
export function toCents(amount: number): number {
  return Math.round(amount * 100)
}
