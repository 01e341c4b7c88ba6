import type { OrderStatus } from '@backd/contract/lifecycle.ts'
import { describe, expect, test } from 'vitest'
import { assertWithinIncreaseLimit, assertWithinOrderLimit, maxOrderTotalCents } from './limits.ts'
import type { Order } from './order.ts'

const limits = { orderLimitCents: 100_000, increaseLimitPercent: 10 }

describe('the order limit', () => {
  test('takes a total up to the cent', () => {
    expect(() => assertWithinOrderLimit(100_000, limits)).not.toThrow()
  })

  test('refuses a cent above and names both', () => {
    expect(() => assertWithinOrderLimit(100_001, limits)).toThrow(
      'order_total is 1000.01, above the limit of 1000.00 for one order of this merchant.',
    )
  })
})

/** As much of an order as the limits look at. */
const orderOf = (totalCents: number, acceptedCents?: number, status: OrderStatus = 'order_placed') =>
  ({
    status,
    amounts: { order_total_cents: totalCents },
    ...(acceptedCents === undefined ? {} : { acceptance: { totalCents: acceptedCents } }),
  }) as Order

describe('the highest total of an update', () => {
  test.each([
    ['measured from the order’s total before anything was accepted', 50_000, undefined, 55_000],
    ['the accepted total and the agreed percentage', 50_000, 50_000, 55_000],
    ['the same after a raise', 54_000, 50_000, 55_000],
    ['the same after a reduction', 1_000, 50_000, 55_000],
    ['rounded down to the cent', 333, 333, 366],
    ['never above the order limit', 99_000, 99_000, 100_000],
    ['the order’s own total when the limit was lowered since', 120_000, 120_000, 120_000],
    ['nothing for an accepted total of nothing', 0, 0, 0],
  ])('is %s', (_title, total, accepted, expected) => {
    expect(maxOrderTotalCents(orderOf(total, accepted), limits)).toBe(expected)
  })

  test.each(['order_confirmed', 'order_cancelled', 'refund'] as const)(
    'of an order that is %s is its own',
    (status) => {
      expect(maxOrderTotalCents(orderOf(40_000, 50_000, status), limits)).toBe(40_000)
    },
  )

  test('is allowed, and a cent above is refused with all that it is measured by', () => {
    const order = orderOf(54_000, 50_000)
    expect(() => assertWithinIncreaseLimit(55_000, order, limits)).not.toThrow()
    expect(() => assertWithinIncreaseLimit(55_001, order, limits)).toThrow(
      'order_total is 550.01, above 550.00, the highest this order may reach: at most 1000.00 for one order of this ' +
        'merchant, and at most 10% above the 500.00 that the customer accepted.',
    )
  })
})
