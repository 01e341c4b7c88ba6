import { type AmountsCents, formatCents, sumAmounts, toCents } from './money.ts'

/** The five amounts as they come over the wire, in dollars; what is absent is 0. */
export interface AmountsDollars {
  order_total: number
  cart_amount: number
  tax_amount?: number | null | undefined
  shipping_amount?: number | null | undefined
  discount_amount?: number | null | undefined
}

/** @throws RangeError for what is no amount; validated input never throws */
export function amountsInCents(amounts: AmountsDollars): AmountsCents {
  return {
    order_total_cents: toCents(amounts.order_total),
    cart_amount_cents: toCents(amounts.cart_amount),
    tax_amount_cents: toCents(amounts.tax_amount ?? 0),
    shipping_amount_cents: toCents(amounts.shipping_amount ?? 0),
    discount_amount_cents: toCents(amounts.discount_amount ?? 0),
  }
}

/** Why five amounts do not add up: in one sentence, and as a fault of the field that has to change. */
export interface SumFault {
  sentence: string
  field: { path: string; message: string }
}

/**
 * Judges order_total = cart_amount + tax_amount + shipping_amount - discount_amount, exact to the cent (CONTRACT section 1).
 * @returns both sums and the difference, or the discount that is above the rest; undefined when they add up
 */
export function findSumFault(amounts: AmountsCents): SumFault | undefined {
  const sum = sumAmounts(amounts)
  // No order_total could equal it, so it is not order_total that has to change.
  if (sum < 0) return discountTooLarge(amounts.discount_amount_cents, sum)
  const difference = amounts.order_total_cents - sum
  if (difference === 0) return undefined
  const total = formatCents(amounts.order_total_cents)
  return {
    sentence:
      `order_total is ${total}, but cart_amount + tax_amount + shipping_amount - discount_amount is ` +
      `${formatCents(sum)}: a difference of ${formatCents(Math.abs(difference))}.`,
    field: {
      path: 'order_total',
      message: `must be ${formatCents(sum)}, the sum of the other amounts; it is ${total}`,
    },
  }
}

function discountTooLarge(discountCents: number, sumCents: number): SumFault {
  const discount = formatCents(discountCents)
  const rest = formatCents(discountCents + sumCents)
  return {
    sentence:
      `discount_amount is ${discount}, more than cart_amount + tax_amount + shipping_amount, ` +
      `which are ${rest}.`,
    field: { path: 'discount_amount', message: `must be at most ${rest}, what the other amounts add up to` },
  }
}
