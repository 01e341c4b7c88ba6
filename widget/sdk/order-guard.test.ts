// @vitest-environment node

import { seedMode, seedOrder } from '@backd/contract/examples.ts'
import { sumAmounts, toCents } from '@backd/contract/money.ts'
import { type Order as ContractOrder, orderSchema } from '@backd/contract/order.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findOrderFault } from './order-guard.ts'
import type { Order } from './types.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** An order with everything that is optional. */
const full = { ...seedOrder, mode: seedMode, billing: { ...seedOrder.billing, company_name: 'Doe & Sons' } }

/** `full` with the value at a path ("items.0.qty") replaced; undefined takes it out. */
function put(path: string, value: Json | undefined): unknown {
  const copy = JSON.parse(JSON.stringify(full))
  const keys = path.split('.')
  const last = keys.pop() as string
  const parent = keys.reduce((node, key) => node[key], copy)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}

/** As initialize.ts calls it: what poses as a text throws, which is a refusal as well. */
function judge(order: unknown) {
  try {
    return findOrderFault(order as Order)
  } catch {
    return ['INVALID_ORDER', 'threw']
  }
}
const isRefusedByGuard = (order: unknown) => judge(order)?.[0] === 'INVALID_ORDER'
const isRefusedBySchema = (order: unknown) => !orderSchema.safeParse(order).success

/** Every path in a value, leaves and branches. */
function pathsOf(node: unknown, prefix = ''): string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]) => [
    `${prefix}${key}`,
    ...pathsOf(child, `${prefix}${key}.`),
  ])
}

const texts = [
  'merchant.public_api_key',
  'merchant.name',
  'merchant_order_id',
  'billing.name.first',
  'billing.name.last',
  'billing.phone_number',
  'billing.email',
  'billing.address.line1',
  'billing.address.city',
  'billing.address.state',
  'billing.address.zipcode',
  'billing.address.country',
  'items.0.display_name',
  'items.0.sku',
]
const branches = ['merchant', 'billing', 'billing.name', 'billing.address', 'items', 'items.0']
const requiredAmounts = ['order_total', 'cart_amount']
const optionalAmounts = ['tax_amount', 'shipping_amount', 'discount_amount']
const urls = ['mode.order_success_url', 'mode.order_close_url']

const notDollars: Json[] = ['', '5', 'x', true, [], {}, -0.01, 0.005, 10_000_000, 1e21]
const notUrls: Json[] = [
  '',
  '/cart',
  '//shop.example',
  'https:shop.example',
  'https://',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://shop.example',
  'http://shop.example/cart',
  'http://localhost.shop.example',
  'http://127.0.0.1.shop.example',
  'https://user:secret@shop.example',
  'https://user@shop.example',
  5,
  null,
  {},
]

/** A path, and values there that both refuse. */
const refused: [path: string, values: (Json | undefined)[]][] = [
  ...texts.map((path): [string, Json[]] => [path, ['', ' ', null, 0, 5, true, [], {}]]),
  ...branches.map((path): [string, Json[]] => [path, [null, 0, 'x', true, [], {}]]),
  ['items.0.unit_price', [-1, 'x', {}]],
  ['items.0.qty', [-1, 'x', {}]],
  ...requiredAmounts.map((path): [string, Json[]] => [path, notDollars]),
  ...optionalAmounts.map((path): [string, Json[]] => [path, notDollars]),
]
const required = [...texts, ...branches, 'items.0.unit_price', 'items.0.qty', ...requiredAmounts]

describe('the guard and the contract both refuse', () => {
  test.each(required)('an order without %s', (path) => {
    const order = put(path, undefined)
    expect([isRefusedByGuard(order), isRefusedBySchema(order)]).toEqual([true, true])
  })

  test.each(refused)('a wrong %s: %j', (path, values) => {
    for (const value of values) {
      const order = put(path, value)
      expect([value, isRefusedByGuard(order), isRefusedBySchema(order)]).toEqual([value, true, true])
    }
  })

  test.each(requiredAmounts)('%s = null, which counts as nothing in the sum', (path) => {
    const order = put(path, null)
    expect([judge(order)?.[0], isRefusedBySchema(order)]).toEqual(['AMOUNTS_DO_NOT_ADD_UP', true])
  })

  test.each([null, 0, 'order', true, [], {}].map((value) => [JSON.stringify(value), value]))(
    '%s for an order',
    (_title, value) => {
      expect([isRefusedByGuard(value), isRefusedBySchema(value)]).toEqual([true, true])
    },
  )
})

describe('the guard refuses nothing that the contract takes', () => {
  test.each<[string, unknown]>([
    ['the published order', seedOrder],
    ['every optional field', full],
    ['modal URLs that nobody reads', put('mode', { type: 'modal', order_close_url: 'nonsense' })],
    ['mode without a type', put('mode', {})],
    ['null where a field is optional', { ...full, mode: null, shipping: null, tax_amount: null }],
    ['http on localhost', put('mode.order_close_url', 'http://localhost:4100/cart')],
    ['http on a name under localhost', put('mode.order_close_url', 'http://shop.localhost/cart')],
    ['http on [::1]', put('mode.order_close_url', 'http://[::1]:4100')],
    ['an @ in the path of a URL', put('mode.order_close_url', 'https://shop.example/@me')],
    ['a free first item', put('items.0.unit_price', 0)],
    ['the largest amounts', { ...full, order_total: 9_999_999.99, cart_amount: 9_999_999.99 }],
    ['0.1 + 0.2, which is 0.30000000000000004', put('tax_amount', 0.1 + 0.2)],
  ])('%s', (_title, order) => {
    expect([isRefusedByGuard(order), isRefusedBySchema(order)]).toEqual([false, false])
  })

  test('in 3000 orders with anything anywhere', () => {
    const somewhere = fc.constantFrom(...pathsOf(full))
    const something = fc.oneof(
      fc.constantFrom(...refused.flatMap(([, values]) => values)),
      fc.jsonValue().map((value) => value as Json),
      fc.double({ min: 0, max: 1e7 }).map((value) => Math.round(value * 100) / 100),
      fc.emailAddress(),
      fc.webUrl(),
    )
    let taken = 0
    fc.assert(
      fc.property(somewhere, something, (path, value) => {
        const order = JSON.parse(JSON.stringify(put(path, value)))
        if (isRefusedBySchema(order)) return
        taken += 1
        expect(isRefusedByGuard(order)).toBe(false)
      }),
      { numRuns: 3000 },
    )
    expect(taken).toBeGreaterThan(300)
  })
})

describe('left to the API', () => {
  test.each<[string, unknown]>([
    ['a misspelt key', { ...full, shiping: full.shipping }],
    ['a wrong optional field', put('billing.company_name', 5)],
    ['an email that is none', put('billing.email', 'joe')],
    ['a text that is too long', put('merchant.name', 'x'.repeat(501))],
    ['a second item that is wrong', { ...full, items: [...full.items, {}] }],
    ...urls.flatMap((path) =>
      notUrls.map((value): [string, unknown] => [`${path} = ${JSON.stringify(value)}`, put(path, value)]),
    ),
  ])('%s', (_title, order) => {
    expect([isRefusedByGuard(order), isRefusedBySchema(order)]).toEqual([false, true])
  })
})

describe('the guard names the path, what it must be and what came', () => {
  test.each<[string, Json | undefined, string]>([
    ['merchant', undefined, 'order.merchant.public_api_key must be text, not undefined'],
    ['billing.address.city', '', 'order.billing.address.city must be text, not ""'],
    ['billing.email', ' ', 'order.billing.email must be text, not " "'],
    ['items', [], 'order.items.0.display_name must be text, not undefined'],
    ['items.0.qty', 'x', 'order.items.0.qty must be a number, not "x"'],
    ['order_total', undefined, 'order.order_total must be a number, not undefined'],
    ['cart_amount', '9000', 'order.cart_amount must be dollars, not "9000"'],
    ['tax_amount', 0.005, 'order.tax_amount must be dollars, not 0.005'],
    ['discount_amount', -200, 'order.discount_amount must be dollars, not -200'],
  ])('%s = %j', (path, value, message) => {
    expect(judge(put(path, value))).toEqual(['INVALID_ORDER', message])
  })
})

describe('the sum of amounts', () => {
  const cents = fc.integer({ min: 0, max: 999_999 }).map((value) => value / 100)
  const amounts = fc.record({
    cart_amount: cents,
    tax_amount: fc.option(cents),
    shipping_amount: fc.option(cents),
    discount_amount: fc.option(cents),
    off: fc.constantFrom(-0.01, 0, 0.01),
  })

  test('is refused exactly when it is not the contract’s, to the cent', () => {
    fc.assert(
      fc.property(amounts, ({ off, ...parts }) => {
        const sum = sumAmounts({
          cart_amount_cents: toCents(parts.cart_amount),
          tax_amount_cents: toCents(parts.tax_amount ?? 0),
          shipping_amount_cents: toCents(parts.shipping_amount ?? 0),
          discount_amount_cents: toCents(parts.discount_amount ?? 0),
        })
        const order_total = Math.max(0, sum / 100 + off)
        const order: ContractOrder = { ...seedOrder, ...parts, order_total }
        const fault = toCents(order_total) === sum ? undefined : 'AMOUNTS_DO_NOT_ADD_UP'
        expect(judge(order)?.[0]).toBe(fault)
      }),
      { numRuns: 2000 },
    )
  })

  const { tax_amount: _, shipping_amount: __, discount_amount: ___, ...bare } = full
  test.each<[string, object, string]>([
    [
      'one cent too much',
      { ...full, order_total: 8950.01 },
      'order.order_total must be cart_amount 9000 + tax_amount 100 + shipping_amount 50 - discount_amount 200 = 8950, not 8950.01, cents off: 1',
    ],
    [
      'too little, with a float and without the optional amounts',
      { ...bare, cart_amount: 0.1 + 0.2, order_total: 0.2 },
      'order.order_total must be cart_amount 0.3 + tax_amount 0 + shipping_amount 0 - discount_amount 0 = 0.3, not 0.2, cents off: -10',
    ],
    [
      'a discount that was not taken off',
      { ...bare, cart_amount: 9000, discount_amount: 200, tax_amount: null, order_total: 9000 },
      'order.order_total must be cart_amount 9000 + tax_amount 0 + shipping_amount 0 - discount_amount 200 = 8800, not 9000, cents off: 20000',
    ],
  ])('is told with each amount’s name and number, and the difference: %s', (_title, order, message) => {
    expect(judge(order)).toEqual(['AMOUNTS_DO_NOT_ADD_UP', message])
  })

  test('of floats is right: 0.1 + 0.2 makes 0.30000000000000004, which is 0.3', () => {
    const floats = { ...bare, cart_amount: 0.1, tax_amount: 0.2 }
    expect(judge({ ...floats, order_total: 0.1 + 0.2 })).toBeUndefined()
    expect(judge({ ...floats, order_total: 0.3 })).toBeUndefined()
  })
})
