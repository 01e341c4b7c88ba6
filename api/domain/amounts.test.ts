import { seedAmounts } from '@backd/contract/examples.ts'
import { expect, test } from 'vitest'
import { amountsInCents, assertAmountsAddUp } from './amounts.ts'
import { ApiError } from './api-error.ts'

const refusal = (amounts: Parameters<typeof amountsInCents>[0]) => {
  try {
    assertAmountsAddUp(amountsInCents(amounts))
    return undefined
  } catch (error) {
    return error instanceof ApiError ? error : undefined
  }
}

test('the pages’ own amounts add up', () => {
  expect(refusal(seedAmounts)).toBeUndefined()
})

test('amounts that are left out or null count as 0', () => {
  expect(refusal({ order_total: 10, cart_amount: 10, tax_amount: null })).toBeUndefined()
})

test('sums that binary fractions blur add up to the cent', () => {
  expect(refusal({ order_total: 0.3, cart_amount: 0.1, tax_amount: 0.2 })).toBeUndefined()
  expect(refusal({ order_total: 0.1 + 0.2, cart_amount: 0.3 })).toBeUndefined()
})

test('a cent too much names both sums and the difference', () => {
  const error = refusal({ order_total: 100.01, cart_amount: 90, tax_amount: 15, discount_amount: 5 })
  expect(error?.code).toBe('amounts_do_not_add_up')
  expect(error?.message).toContain('order_total is 100.01')
  expect(error?.message).toContain('is 100.00: a difference of 0.01')
  expect(error?.fields).toEqual([
    { path: 'order_total', message: 'must be 100.00, the sum of the other amounts; it is 100.01' },
  ])
})

test('a discount above the rest is told of itself, for no total could mend it', () => {
  const error = refusal({ order_total: 0, cart_amount: 5, tax_amount: 1, discount_amount: 7 })
  expect(error?.code).toBe('amounts_do_not_add_up')
  expect(error?.message).toBe(
    'discount_amount is 7.00, more than cart_amount + tax_amount + shipping_amount, which are 6.00.',
  )
  expect(error?.fields).toEqual([
    { path: 'discount_amount', message: 'must be at most 6.00, what the other amounts add up to' },
  ])
})

test('a discount of all there is leaves a total of nothing', () => {
  expect(refusal({ order_total: 0, cart_amount: 5, discount_amount: 5 })).toBeUndefined()
})
