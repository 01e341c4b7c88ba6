// @vitest-environment node
import type { CreateOrder as ContractCreateOrder } from '@backd/contract/api/create-order.ts'
import { seedOrder } from '@backd/contract/examples.ts'
import { expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { Order } from '../sdk/types.ts'
import {
  type CreateOrder,
  createOrderSchema,
  orderSchema,
  validateCreateOrder,
  validateOrder,
} from './index.ts'

const [item] = seedOrder.items

test('an order that is right has no fault, and the schema gives it back', () => {
  expect(validateOrder(seedOrder)).toEqual([])
  expect(orderSchema.parse(seedOrder)).toEqual(seedOrder)
  expectTypeOf<z.infer<typeof orderSchema>>().toEqualTypeOf<Order>()
})

test.each<[string, unknown, string]>([
  ['a missing text', { ...seedOrder, items: [{ ...item, sku: undefined }] }, 'items[0].sku is required'],
  [
    'a misspelt field',
    { ...seedOrder, shiping: null },
    'shiping "shiping" is not a field here; did you mean "shipping"?',
  ],
  [
    'an amount as text',
    { ...seedOrder, cart_amount: '9000' },
    'cart_amount must be a number of dollars, like 99.5',
  ],
  [
    'no number',
    { ...seedOrder, tax_amount: Number.NaN },
    'tax_amount must be a number of dollars, like 99.5',
  ],
  ['a third decimal', { ...seedOrder, order_total: 8950.001 }, 'order_total must have at most two decimals'],
  [
    'a sum that is off',
    { ...seedOrder, order_total: 8950.01 },
    'order_total must be 8950.00, the sum of the other amounts; it is 8950.01',
  ],
  ['no object', 'NW-1', 'order must be an object'],
  ['nothing', undefined, 'order is required'],
])('%s is said with its place and what to change', (_title, order, sentence) => {
  expect(validateOrder(order).map(({ path, message }) => `${path} ${message}`)).toEqual([sentence])
})

test('a sum of floats is right, and the noise of one no third decimal', () => {
  const amounts = {
    cart_amount: 0.1 + 0.2,
    tax_amount: 0,
    shipping_amount: 0,
    discount_amount: 0,
    order_total: 0.3,
  }
  expect(validateOrder({ ...seedOrder, ...amounts })).toEqual([])
})

test('every fault is told, up to fifty', () => {
  expect(validateOrder({}).map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'merchant',
      'billing',
      'items',
      'merchant_order_id',
      'cart_amount',
      'order_total',
    ]),
  )
  expect(validateOrder({ ...seedOrder, items: Array(100).fill({}) })).toHaveLength(50)
})

const { merchant: _, ...core } = seedOrder
const body = {
  ...core,
  mode: {
    type: 'redirect',
    order_success_url: 'https://a.example/ok',
    order_close_url: 'https://a.example/no',
  },
}

test('the body of create_order is judged by what that takes', () => {
  expect(validateCreateOrder(body)).toEqual([])
  expect(createOrderSchema.parse(body)).toEqual(body)
  expectTypeOf<{ [Key in keyof CreateOrder]: CreateOrder[Key] }>().toEqualTypeOf<ContractCreateOrder>()
})

test.each<[string, unknown, string]>([
  ['an Order Object', { ...body, mode: { type: 'modal' } }, 'mode.type must be "redirect"'],
  [
    'a mail to nobody',
    { ...body, notify_customer: true },
    'customer_email is required when notify_customer is true',
  ],
  [
    'a sum that is off',
    { ...body, order_total: 1 },
    'order_total must be 8950.00, the sum of the other amounts; it is 1.00',
  ],
  ['no object', [], 'body must be an object'],
])('%s is no body of create_order, and is told why', (_title, value, sentence) => {
  expect(validateCreateOrder(value).map(({ path, message }) => `${path} ${message}`)).toContain(sentence)
})
