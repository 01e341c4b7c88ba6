import { type AmountsCents, formatCents, sumAmounts, toCents } from '@backd/contract/money.ts'
import { ApiError } from './api-error.ts'

/** The five amounts as they come over the wire, in dollars; what is absent is 0. */
export interface AmountsDollars {
  order_total: number
  cart_amount: number
  tax_amount?: number | null | undefined
  shipping_amount?: number | null | undefined
  discount_amount?: number | null | undefined
}

export function amountsInCents(amounts: AmountsDollars): AmountsCents {
  return {
    order_total_cents: toCents(amounts.order_total),
    cart_amount_cents: toCents(amounts.cart_amount),
    tax_amount_cents: toCents(amounts.tax_amount ?? 0),
    shipping_amount_cents: toCents(amounts.shipping_amount ?? 0),
    discount_amount_cents: toCents(amounts.discount_amount ?? 0),
  }
}

/**
 * order_total = cart_amount + tax_amount + shipping_amount - discount_amount, exact to the cent (CONTRACT section 1).
 * @throws ApiError amounts_do_not_add_up, naming both sums and the difference, or the discount that is above the rest
 */
export function assertAmountsAddUp(amounts: AmountsCents): void {
  const sum = sumAmounts(amounts)
  // No order_total could equal it, so it is not order_total that has to change.
  if (sum < 0) throw discountTooLarge(amounts.discount_amount_cents, sum)
  const difference = amounts.order_total_cents - sum
  if (difference === 0) return
  const total = formatCents(amounts.order_total_cents)
  const message =
    `order_total is ${total}, but cart_amount + tax_amount + shipping_amount - discount_amount is ` +
    `${formatCents(sum)}: a difference of ${formatCents(Math.abs(difference))}.`
  throw new ApiError('amounts_do_not_add_up', message, [
    {
      path: 'order_total',
      message: `must be ${formatCents(sum)}, the sum of the other amounts; it is ${total}`,
    },
  ])
}

function discountTooLarge(discountCents: number, sumCents: number): ApiError {
  const discount = formatCents(discountCents)
  const rest = formatCents(discountCents + sumCents)
  const message =
    `discount_amount is ${discount}, more than cart_amount + tax_amount + shipping_amount, ` +
    `which are ${rest}.`
  return new ApiError('amounts_do_not_add_up', message, [
    { path: 'discount_amount', message: `must be at most ${rest}, what the other amounts add up to` },
  ])
}
