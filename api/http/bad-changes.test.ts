import { seedBilling, seedMode } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

describe('order_placed, sent', () => {
  test.each<[string, object, string, string]>([
    ['nothing', {}, 'backd_order_id', 'is required'],
    [
      'an order id that is no text',
      { backd_order_id: 7, merchant_order_id: 'A' },
      'backd_order_id',
      'must be a text',
    ],
    [
      'an empty id',
      { backd_order_id: 'BO-1', merchant_order_id: '' },
      'merchant_order_id',
      'must not be empty',
    ],
    [
      'an id with NUL',
      { backd_order_id: 'BO-1', merchant_order_id: '\0' },
      'merchant_order_id',
      'must not contain NUL or broken Unicode',
    ],
    [
      'a total as text',
      { backd_order_id: 'BO-1', merchant_order_id: 'A', order_total: '1' },
      'order_total',
      'must be a number of dollars, like 99.5',
    ],
    [
      'a misspelt total',
      { backd_order_id: 'BO-1', merchant_order_id: 'A', total: 1 },
      'total',
      '"total" is not a field here',
    ],
  ])('%s, is told where', async (_title, body, path, message) => {
    const reply = await api.merchantCall(merchant, '/order_placed', body)
    expect(reply.body.errors).toContainEqual({ path, message })
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
  })
})

describe('update_order, sent', () => {
  const good = {
    backd_order_id: 'BO-20260416-00000000',
    merchant_order_id: 'A',
    merchant_order_status: 'packed',
    order_total: 1,
    cart_amount: 1,
    tax_amount: 0,
    shipping_amount: 0,
    discount_amount: 0,
  }
  test.each<[string, object, string, string]>([
    ['no merchant_order_id', { merchant_order_id: undefined }, 'merchant_order_id', 'is required'],
    [
      'no merchant_order_status',
      { merchant_order_status: undefined },
      'merchant_order_status',
      'is required',
    ],
    ['no tax_amount', { tax_amount: undefined }, 'tax_amount', 'is required'],
    [
      'null for an amount',
      { discount_amount: null },
      'discount_amount',
      'must be a number of dollars, like 99.5',
    ],
    ['a negative amount', { shipping_amount: -1 }, 'shipping_amount', 'must not be negative'],
    ['an empty list of items', { items: [] }, 'items', 'must have at least one item'],
    [
      'a misspelt field',
      { shiping: seedBilling },
      'shiping',
      '"shiping" is not a field here; did you mean "shipping"?',
    ],
    ['a return URL, which cannot change', { mode: seedMode }, 'mode', '"mode" is not a field here'],
  ])('%s, is told where', async (_title, change, path, message) => {
    const reply = await api.merchantCall(merchant, '/update_order', { ...good, ...change })
    expect(reply.body.errors).toContainEqual({ path, message })
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
  })
})

describe.each<[string, 'POST' | 'DELETE', object]>([
  ['refund', 'POST', { backd_order_id: 'BO-1', merchant_order_id: 'A', refund_amount: 1 }],
  ['delete_refund', 'DELETE', { backd_order_id: 'BO-1' }],
])('%s, sent', (call, method, good) => {
  const bad: [string, object, string, string][] = [
    ['no order', { backd_order_id: undefined }, 'backd_order_id', 'is required'],
    [
      'a misspelt field',
      { merchant_orderid: 'A' },
      'merchant_orderid',
      '"merchant_orderid" is not a field here; did you mean "merchant_order_id"?',
    ],
    ['an empty id', { merchant_order_id: '' }, 'merchant_order_id', 'must not be empty'],
  ]
  const badAmounts: typeof bad = [
    ['no id of the merchant', { merchant_order_id: undefined }, 'merchant_order_id', 'is required'],
    ['nothing to refund', { refund_amount: 0 }, 'refund_amount', 'must be more than 0'],
    ['next to nothing', { refund_amount: 1e-7 }, 'refund_amount', 'must be more than 0'],
    ['a negative amount', { refund_amount: -1 }, 'refund_amount', 'must not be negative'],
    ['three decimals', { refund_amount: 0.001 }, 'refund_amount', 'must have at most two decimals'],
    ['no amount', { refund_amount: undefined }, 'refund_amount', 'is required'],
  ]
  test.each(call === 'refund' ? [...bad, ...badAmounts] : bad)(
    '%s, is told where',
    async (_title, change, path, message) => {
      const reply = await api.merchantCall(merchant, '/refund', { ...good, ...change }, { method })
      expect(reply.body.errors).toContainEqual({ path, message })
      expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    },
  )

  test('no body at all, is told so', async () => {
    const bare = await api.merchantCall(merchant, '/refund', undefined, { method })
    expect(isRefusal(bare, 400, 'invalid_request')).toBe(true)
    const json = { 'content-type': 'application/json' }
    const empty = await api.merchantCall(merchant, '/refund', undefined, { method, headers: json })
    expect(isRefusal(empty, 400, 'invalid_request')).toBe(true)
  })
})
