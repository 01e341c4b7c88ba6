import { findSumFault } from '@backd/contract/amounts.ts'
import type { AmountsCents } from '@backd/contract/money.ts'
import { ApiError } from './api-error.ts'

export { type AmountsDollars, amountsInCents } from '@backd/contract/amounts.ts'

/**
 * order_total = cart_amount + tax_amount + shipping_amount - discount_amount, exact to the cent (CONTRACT section 1).
 * @throws ApiError amounts_do_not_add_up, naming both sums and the difference, or the discount that is above the rest
 */
export function assertAmountsAddUp(amounts: AmountsCents): void {
  const fault = findSumFault(amounts)
  if (fault) throw new ApiError('amounts_do_not_add_up', fault.sentence, [fault.field])
}
