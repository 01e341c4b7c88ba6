import { judge, type OrderStatus } from '@backd/contract/lifecycle.ts'
import { formatCents } from '@backd/contract/money.ts'
import { ApiError } from './api-error.ts'
import type { Merchant } from './merchant.ts'
import type { Order } from './order.ts'

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

type Totals = Pick<Order, 'status' | 'amounts' | 'acceptance'>

/**
 * The highest total, in cents, that an update could reach: the accepted total raised by the agreed percentage, rounded
 * down to the cent, and never above the order limit. Measured from what the customer accepted, so repeated small steps
 * do not get round it; before that, from what they are asked to accept (CONTRACT section 5). A limit that was lowered
 * since does not take away the total that the order has. An order past updates keeps the total that it has.
 */
export function maxOrderTotalCents({ status, amounts, acceptance }: Totals, limits: Limits): number {
  const total = amounts.order_total_cents
  if (isPastUpdates(status)) return total
  const accepted = acceptance?.totalCents ?? total
  const raised = Math.floor((accepted * (100 + limits.increaseLimitPercent)) / 100)
  return Math.max(total, Math.min(limits.orderLimitCents, raised))
}

/** Whether no update can come any more; an order that is not placed yet still may have one. */
function isPastUpdates(status: OrderStatus): boolean {
  const verdict = judge('update_order', status)
  return verdict.kind === 'refuse' && verdict.code !== 'order_not_placed'
}

/**
 * How far update_order may raise a total. A total that is not raised is never refused.
 * @throws ApiError total_exceeds_limit
 */
export function assertWithinIncreaseLimit(orderTotalCents: number, order: Totals, limits: Limits): void {
  const max = maxOrderTotalCents(order, limits)
  if (orderTotalCents <= max) return
  const accepted = order.acceptance
    ? `, and at most ${limits.increaseLimitPercent}% above the ${formatCents(order.acceptance.totalCents)} that the customer accepted`
    : ''
  throw new ApiError(
    'total_exceeds_limit',
    `order_total is ${formatCents(orderTotalCents)}, above ${formatCents(max)}, the highest this order may reach: ` +
      `at most ${formatCents(limits.orderLimitCents)} for one order of this merchant${accepted}.`,
    [{ path: 'order_total', message: `must be at most ${formatCents(max)}` }],
  )
}
