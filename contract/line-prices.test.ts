import { describe, expect, it } from 'vitest'
import { linePriceCents, readUnitPrices } from './line-prices.ts'

describe('readUnitPrices', () => {
  it.each([
    ['dollars', [{ unit_price: 3000, qty: 3 }], 900_000, 'dollars'],
    ['cents', [{ unit_price: 300_000, qty: 3 }], 900_000, 'cents'],
    [
      'dollars with fractions',
      [
        { unit_price: 0.1, qty: 3 },
        { unit_price: 19.99, qty: 1 },
      ],
      2029,
      'dollars',
    ],
    ['neither', [{ unit_price: 1, qty: 1 }], 900_000, 'unknown'],
  ] as const)('reads prices in %s', (_title, items, cart, reading) => {
    expect(readUnitPrices(items, cart)).toBe(reading)
  })
})

describe('linePriceCents', () => {
  it('is the same line in either unit, and nothing when the unit is unknown', () => {
    expect(linePriceCents({ unit_price: 3000, qty: 3 }, 'dollars')).toBe(900_000)
    expect(linePriceCents({ unit_price: 300_000, qty: 3 }, 'cents')).toBe(900_000)
    expect(linePriceCents({ unit_price: 3000, qty: 3 }, 'unknown')).toBeNull()
  })
})
