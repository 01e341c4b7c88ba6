import { formatCents } from '@backd/contract/money.ts'
import { ApiError } from './api-error.ts'
import type { Merchant } from './merchant.ts'

type Limits = Pick<Merchant, 'orderLimitCents' | 'increaseLimitPercent'>

/**
 * The largest order_total that create_order and the checkout allow (CONTRACT section 5).
 * @throws ApiError total_exceeds_limit
 */
export function assertWithinOrderLimit(orderTotalCents: number, { orderLimitCents }: Limits): void {
  if (orderTotalCents <= orderLimitCents) return
  const limit = formatCents(orderLimitCents)
  throw new ApiError(
    'total_exceeds_limit',
    `order_total is ${formatCents(orderTotalCents)}, above the limit of ${limit} for one order of this merchant.`,
    [{ path: 'order_total', message: `must be at most ${limit}` }],
  )
}

/**
 * The highest total, in cents, that an update could reach: the accepted total raised by the agreed percentage, rounded
 * down to the cent, and never above the order limit. Measured from what the customer accepted, so repeated small steps
 * do not get round it. Before anything was accepted, the order limit (CONTRACT section 5).
 */
export function maxOrderTotalCents(acceptedTotalCents: number | undefined, limits: Limits): number {
  if (acceptedTotalCents === undefined) return limits.orderLimitCents
  const raised = Math.floor((acceptedTotalCents * (100 + limits.increaseLimitPercent)) / 100)
  return Math.min(limits.orderLimitCents, raised)
}
