import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAmountFault, formatCents, MAX_CENTS, sumAmounts, toCents, toDollars } from './money.ts'

describe('toCents', () => {
  it.each([
    [0, 0],
    [-0, 0],
    [0.01, 1],
    [1.1, 110],
    [4.35, 435],
    [1.15, 115],
    [500, 50_000],
    [0.1 + 0.2, 30],
    [9_999_999.99, 999_999_999],
  ])('reads %d dollars as %d cents', (dollars, cents) => {
    expect(toCents(dollars)).toBe(cents)
  })

  it.each([
    [Number.NaN, 'not_a_number'],
    [Number.POSITIVE_INFINITY, 'not_a_number'],
    [-0.01, 'negative'],
    [0.001, 'too_many_decimals'],
    [9_999_999.991, 'too_many_decimals'],
    [10_000_000, 'too_large'],
    [1e308, 'too_large'],
  ])('refuses %d: %s', (dollars, fault) => {
    expect(findAmountFault(dollars)).toBe(fault)
    expect(() => toCents(dollars)).toThrow(RangeError)
  })

  it.each(['8950', null, undefined, {}, [], true])('finds that %j is not a number', (value) => {
    expect(findAmountFault(value)).toBe('not_a_number')
  })

  it('is the inverse of toDollars for every amount, also through JSON', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_CENTS }), (cents) => {
        expect(toCents(JSON.parse(JSON.stringify(toDollars(cents))))).toBe(cents)
      }),
    )
  })

  it('takes any float sum of whole cents', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_999_999 }), { maxLength: 100 }), (parts) => {
        const dollars = parts.reduce((sum, cents) => sum + cents / 100, 0)
        expect(toCents(dollars)).toBe(parts.reduce((sum, cents) => sum + cents, 0))
      }),
    )
  })
})

describe('formatCents', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [123_456, '1234.56'],
    [-250, '-2.50'],
  ])('writes %d as %s', (cents, text) => {
    expect(formatCents(cents)).toBe(text)
  })
})

it('adds cart, tax and shipping and takes the discount off', () => {
  expect(
    sumAmounts({
      cart_amount_cents: 900_000,
      tax_amount_cents: 10_000,
      shipping_amount_cents: 5_000,
      discount_amount_cents: 20_000,
    }),
  ).toBe(895_000)
})
