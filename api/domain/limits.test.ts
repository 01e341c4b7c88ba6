import { describe, expect, test } from 'vitest'
import { assertWithinOrderLimit, maxOrderTotalCents } from './limits.ts'

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

describe('the highest total of an update', () => {
  test.each([
    ['the order limit before anything was accepted', undefined, 100_000],
    ['the accepted total and the agreed percentage', 50_000, 55_000],
    ['rounded down to the cent', 333, 366],
    ['never above the order limit', 99_000, 100_000],
    ['nothing for an accepted total of nothing', 0, 0],
  ])('is %s', (_title, accepted, expected) => {
    expect(maxOrderTotalCents(accepted, limits)).toBe(expected)
  })
})
