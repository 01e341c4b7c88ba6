// @vitest-environment node
import { orderSchema } from '@backd/contract/order.ts'
import { seedMode, seedOrder } from '@backd/contract/testing/seed-examples.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findOrderFault } from './order-guard.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A full order with everything that is optional. */
const full = {
  ...seedOrder,
  mode: seedMode,
  billing: { ...seedOrder.billing, company_name: 'Doe & Sons' },
}

/** The order with the value at a path ("items.0.qty") replaced; undefined takes it out. */
function put(path: string, value: Json | undefined): unknown {
  const copy = JSON.parse(JSON.stringify(full))
  const keys = path.split('.')
  const last = keys.pop() as string
  const parent = keys.reduce((node, key) => node[key], copy)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}

const isRefusedBySchema = (order: unknown) => !orderSchema.safeParse(order).success
const isRefusedByGuard = (order: unknown) => findOrderFault(order)?.code === 'INVALID_ORDER'

/** Every path in the full order, leaves and branches. */
function paths(node: unknown, prefix = ''): string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]) => [
    `${prefix}${key}`,
    ...paths(child, `${prefix}${key}.`),
  ])
}

const values: Json[] = [
  null,
  true,
  0,
  -0.01,
  1,
  3000,
  0.005,
  0.01,
  999_999_999,
  999_999_999.5,
  1_000_001,
  9_999_999.99,
  10_000_000,
  1e21,
  '',
  ' ',
  'x',
  'x'.repeat(255),
  'x'.repeat(256),
  'x'.repeat(500),
  'x'.repeat(501),
  'a\0b',
  '\ud800',
  '😀',
  'modal',
  'redirect',
  'a@b',
  'a@b.c',
  'a b@c.de',
  'a@b_c.de',
  'A.B+c@D-e.FG',
  'a@-b.de',
  '@b.de',
  'é@b.de',
  `${'a'.repeat(249)}@b.de`,
  `${'a'.repeat(250)}@b.de`,
  `a@${'b'.repeat(63)}.de`,
  `a@${'b'.repeat(64)}.de`,
  'K@\u212a.de',
  'http://x',
  'HTTPS://x',
  'https://x.example/a?b#c',
  '//x',
  'javascript:alert(1)',
  'ftp://x',
  'https://u:p@x.example',
  'http://localhost:1/x',
  'http://127.0.0.1',
  'https://',
  ' https://x.example',
  `https://x.example/${'a'.repeat(2030)}`,
  `https://x.example/${'a'.repeat(2031)}`,
  `https://x.example/${'a'.repeat(600)}`,
  'https://x.example/\0',
  [],
  [1],
  {},
  { type: 'modal' },
  { type: 'modal', order_success_url: 5 },
  { type: null },
  { type: 'page' },
  { type: 'redirect' },
  { ...seedMode, extra: 1 },
  { ...seedMode, type: 'modal', order_close_url: null },
]

describe('the guard and the contract agree', () => {
  for (const path of paths(full)) {
    test(`on every kind of value at ${path}`, () => {
      for (const value of [undefined, ...values]) {
        const order = put(path, value)
        expect([value, isRefusedByGuard(order)]).toEqual([value, isRefusedBySchema(order)])
      }
    })
  }

  test('on a key that is unknown, wherever it stands', () => {
    for (const parent of ['', ...paths(full).map((path) => `${path}.`)]) {
      for (const key of ['shiping', 'constructor', 'toString', 'type', 'mode?', '?']) {
        let order: unknown
        try {
          order = put(`${parent}${key}`, 'x')
        } catch {
          continue // The parent is a leaf.
        }
        expect([parent, key, isRefusedByGuard(order)]).toEqual([parent, key, isRefusedBySchema(order)])
      }
    }
  })

  test('on what is no order at all', () => {
    for (const order of [undefined, ...values])
      expect([order, isRefusedByGuard(order)]).toEqual([order, isRefusedBySchema(order)])
  })

  test('on 1000 items and on 1001', () => {
    for (const count of [1000, 1001]) {
      const order = put('items', Array(count).fill(seedOrder.items[0]))
      expect(isRefusedByGuard(order)).toBe(count === 1001)
      expect(isRefusedBySchema(order)).toBe(count === 1001)
    }
  })

  test('on 3000 orders with anything anywhere', () => {
    const where = fc.constantFrom(...paths(full))
    const what = fc.oneof(
      fc.constantFrom(...values),
      fc.jsonValue().map((value) => value as Json),
      fc.emailAddress(),
      fc.webUrl(),
    )
    fc.assert(
      fc.property(where, what, (path, value) => {
        const order = JSON.parse(JSON.stringify(put(path, value)))
        expect(isRefusedByGuard(order)).toBe(isRefusedBySchema(order))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('the guard names the path and what to change', () => {
  for (const [path, value, message] of [
    ['merchant', undefined, 'order.merchant must be an object.'],
    ['billing.address.city', '', 'order.billing.address.city must be text of 1 to 500 characters.'],
    ['billing.email', 'joe', 'order.billing.email must be an email address like joe@example.com.'],
    ['items', [], 'order.items must be a list of 1 to 1000 items.'],
    ['items.0.qty', 0, 'order.items[0].qty must be a number more than 0 and at most 1000000.'],
    [
      'cart_amount',
      '9000',
      'order.cart_amount must be a number of dollars from 0 to 9999999.99 with at most two decimals.',
    ],
    ['mode.type', 'popup', 'order.mode.type must be "modal" or "redirect".'],
    [
      'mode.order_close_url',
      'javascript:alert(1)',
      'order.mode.order_close_url must be an absolute http(s) URL.',
    ],
    [
      'mode.order_success_url',
      'http://shop.example',
      'order.mode.order_success_url must use https (http only on localhost).',
    ],
    ['shiping', {}, 'order.shiping is no field of an order: check its spelling.'],
  ] as const) {
    test(message, () => {
      expect(findOrderFault(put(path, value as Json))).toEqual({ code: 'INVALID_ORDER', message })
    })
  }
})

describe('the sum of the amounts', () => {
  test('that is right to the cent passes, with what is absent counted as 0', () => {
    expect(findOrderFault(full)).toBeUndefined()
    expect(
      findOrderFault({
        ...full,
        cart_amount: 0.3,
        order_total: 0.1 + 0.2,
        tax_amount: null,
        shipping_amount: undefined,
        discount_amount: 0,
      }),
    ).toBeUndefined()
  })

  test('that is one cent off is refused with both sums and the difference', () => {
    expect(findOrderFault({ ...full, order_total: 8950.01 })).toEqual({
      code: 'AMOUNTS_DO_NOT_ADD_UP',
      message:
        'order.order_total is 8950.01, but cart_amount + tax_amount + shipping_amount - discount_amount is 8950.00: a difference of 0.01.',
    })
  })
})
