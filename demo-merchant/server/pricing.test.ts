import { describe, expect, test } from 'vitest'
import { catalogue, findProduct } from './catalogue.ts'
import { type CartLine, priceCart } from './pricing.ts'

function line(sku: string, qty: number): CartLine {
  const product = findProduct(sku)
  if (!product) throw new Error(`no product ${sku}`)
  return { product, qty }
}

test('three MacBook Pro are the documented order: 9000 + 100 + 50 - 200 = 8950', () => {
  expect(priceCart([line('ABC-123', 3)])).toEqual({
    cartCents: 900_000,
    taxCents: 10_000,
    shippingCents: 5_000,
    discountCents: 20_000,
    totalCents: 895_000,
  })
})

test('an empty cart costs nothing, not even shipping', () => {
  expect(priceCart([])).toEqual({
    cartCents: 0,
    taxCents: 0,
    shippingCents: 0,
    discountCents: 0,
    totalCents: 0,
  })
})

describe('the volume discount', () => {
  test.each([
    [2, 0],
    [3, 20_000],
    [30, 20_000],
  ])('for %i laptops is %i cents: once a line, from three on', (qty, cents) => {
    expect(priceCart([line('ABC-123', qty)]).discountCents).toBe(cents)
  })

  test('is counted for each line that reaches its quantity', () => {
    expect(priceCart([line('ABC-123', 3), line('CHR-410', 4)]).discountCents).toBe(32_000)
  })
})

describe('shipping', () => {
  test('is the parcel rate while nothing is freight', () => {
    expect(priceCart([line('PPR-10R', 4)]).shippingCents).toBe(950)
  })

  test('is the freight rate, once, as soon as one thing is', () => {
    expect(priceCart([line('PPR-10R', 4), line('DSK-160', 2)]).shippingCents).toBe(5_000)
  })
})

test.each([
  ['PPR-10R', 1, 400],
  ['PRN-220', 1, 1_500],
  ['MON-27Q', 4, 4_000],
  ['ABC-123', 2, 10_000],
  ['ABC-123', 9, 25_000],
])('tax on %s × %i is %i cents by the table', (sku, qty, cents) => {
  expect(priceCart([line(sku, qty)]).taxCents).toBe(cents)
})

test('the total is cart + tax + shipping - discount for every product and quantity, in whole cents', () => {
  for (const product of catalogue) {
    for (let qty = 1; qty <= 99; qty++) {
      const totals = priceCart([{ product, qty }])
      expect(Number.isInteger(totals.totalCents)).toBe(true)
      expect(totals.totalCents).toBe(
        totals.cartCents + totals.taxCents + totals.shippingCents - totals.discountCents,
      )
      expect(totals.totalCents).toBeGreaterThan(0)
    }
  }
})

test('no two products share a SKU', () => {
  expect(new Set(catalogue.map(({ sku }) => sku)).size).toBe(catalogue.length)
})
