/**
 * Money: decimal dollars on the merchant's wire, integer cents inside (CONTRACT "Decisions").
 * This file is free of zod, so the SDK and the checkout may use it.
 */

/** The largest amount the API takes, in cents: 9,999,999.99 dollars (CONTRACT section 4). */
export const MAX_CENTS = 999_999_999

/**
 * How far, in cents, a number may be from a whole cent and still count as one. A sum of floats such as 0.1 + 0.2
 * reaches us as 0.30000000000000004; that is binary noise, not a third decimal.
 */
const FLOAT_NOISE_CENTS = 1e-4

/** Why a value is not an amount; undefined when it is one. */
export type AmountFault = 'not_a_number' | 'negative' | 'too_many_decimals' | 'too_large'

/** Judges one amount in decimal dollars. Pure; never throws. */
export function findAmountFault(dollars: unknown): AmountFault | undefined {
  if (typeof dollars !== 'number' || !Number.isFinite(dollars)) return 'not_a_number'
  if (dollars < 0) return 'negative'
  const cents = dollars * 100
  if (Math.round(cents) > MAX_CENTS) return 'too_large'
  if (Math.abs(cents - Math.round(cents)) > FLOAT_NOISE_CENTS) return 'too_many_decimals'
  return undefined
}

/**
 * Decimal dollars to integer cents.
 * @throws RangeError when the value is no amount (see findAmountFault); validated input never throws.
 */
export function toCents(dollars: number): number {
  const fault = findAmountFault(dollars)
  if (fault) throw new RangeError(`${dollars} is not an amount in dollars: ${fault}`)
  // `+ 0` turns -0 into 0, which JSON and Object.is would otherwise tell apart.
  return Math.round(dollars * 100) + 0
}

/** Integer cents to decimal dollars: 12345 → 123.45. */
export function toDollars(cents: number): number {
  return cents / 100
}

/** Cents as plain text with two decimals: 123456 → "1234.56". For messages and CSV; screens use Intl. */
export function formatCents(cents: number): string {
  const absolute = Math.abs(cents)
  return `${cents < 0 ? '-' : ''}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`
}

/** The five amounts of an order, in cents. */
export interface AmountsCents {
  order_total_cents: number
  cart_amount_cents: number
  tax_amount_cents: number
  shipping_amount_cents: number
  discount_amount_cents: number
}

/** cart_amount + tax_amount + shipping_amount - discount_amount, in cents (S1: what order_total must be). */
export function sumAmounts(amounts: Omit<AmountsCents, 'order_total_cents'>): number {
  return (
    amounts.cart_amount_cents +
    amounts.tax_amount_cents +
    amounts.shipping_amount_cents -
    amounts.discount_amount_cents
  )
}
