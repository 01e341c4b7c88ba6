/**
 * The unit the merchant's unit_price is in. S1 says cents, but its own examples only balance in dollars, so we take the
 * reading under which the lines add up to cart_amount and show no line price when neither does (CONTRACT "Decisions").
 */
export type UnitPriceReading = 'dollars' | 'cents' | 'unknown'

interface PricedItem {
  unit_price: number
  qty: number
}

/** Which reading of unit_price makes Σ unit_price × qty equal the cart amount, to the cent. */
export function readUnitPrices(items: readonly PricedItem[], cartAmountCents: number): UnitPriceReading {
  const sum = items.reduce((total, item) => total + item.unit_price * item.qty, 0)
  if (Math.round(sum * 100) === cartAmountCents) return 'dollars'
  if (Math.round(sum) === cartAmountCents) return 'cents'
  return 'unknown'
}

/** One line's price in cents, or null when the reading is unknown. */
export function linePriceCents(item: PricedItem, reading: UnitPriceReading): number | null {
  if (reading === 'unknown') return null
  const price = item.unit_price * item.qty
  return Math.round(reading === 'dollars' ? price * 100 : price)
}
