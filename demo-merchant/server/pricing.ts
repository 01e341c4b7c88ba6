import type { Product } from './catalogue.ts'

/**
 * What an order costs, worked out from the shop's own catalogue alone. Pure; integer cents throughout.
 *
 *   cart      Σ unit price × quantity
 *   discount  a product's volume discount, once for each line that reaches its quantity
 *   tax       the flat table below, by the cart's amount
 *   shipping  flat: $50 when anything in the cart goes as freight, else $9.50
 *   total     cart + tax + shipping - discount, which Backd checks to the cent
 *
 * Three MacBook Pro: 9,000 cart + 100 tax + 50 shipping - 200 discount = 8,950.
 */

export interface CartLine {
  product: Product
  qty: number
}

export interface Totals {
  cartCents: number
  taxCents: number
  shippingCents: number
  discountCents: number
  totalCents: number
}

/** From a cart amount on, the tax in cents. A demo's stand-in for a tax service; the largest step comes first. */
const TAX_TABLE = [
  { fromCents: 25_000_00, taxCents: 250_00 },
  { fromCents: 5_000_00, taxCents: 100_00 },
  { fromCents: 1_000_00, taxCents: 40_00 },
  { fromCents: 250_00, taxCents: 15_00 },
  { fromCents: 1, taxCents: 4_00 },
] as const

export const SHIPPING_CENTS = { freight: 50_00, parcel: 9_50 } as const

/** One line before discounts. */
export function priceLine({ product, qty }: CartLine): number {
  return product.unitPriceCents * qty
}

/** The five amounts of a cart; all zero when it is empty. */
export function priceCart(lines: readonly CartLine[]): Totals {
  const cartCents = lines.reduce((sum, line) => sum + priceLine(line), 0)
  const discountCents = lines.reduce((sum, line) => sum + discountOf(line), 0)
  const taxCents = TAX_TABLE.find((step) => cartCents >= step.fromCents)?.taxCents ?? 0
  const shippingCents = shippingOf(lines)
  return {
    cartCents,
    taxCents,
    shippingCents,
    discountCents,
    totalCents: cartCents + taxCents + shippingCents - discountCents,
  }
}

function discountOf({ product, qty }: CartLine): number {
  const discount = product.volumeDiscount
  return discount && qty >= discount.fromQty ? discount.offCents : 0
}

function shippingOf(lines: readonly CartLine[]): number {
  if (lines.length === 0) return 0
  return lines.some(({ product }) => product.shipsAs === 'freight')
    ? SHIPPING_CENTS.freight
    : SHIPPING_CENTS.parcel
}
