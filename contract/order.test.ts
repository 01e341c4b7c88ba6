import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createOrderSchema } from './api/create-order.ts'
import { orderPlacedSchema } from './api/order-placed.ts'
import { seedBilling, seedCreateOrder, seedItems, seedMode, seedOrder } from './examples.ts'
import { orderSchema } from './order.ts'

const item = seedItems[0]

/** The paths that a schema complains of, "items[0].qty" style. */
function faultPaths(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value)
  if (result.success) return []
  return result.error.issues.map((issue) =>
    issue.path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
      .join('')
      .replace(/^\./, ''),
  )
}

describe('the Order Object', () => {
  it.each<[string, object, string]>([
    ['no merchant', { merchant: undefined }, 'merchant'],
    ['an empty key', { merchant: { public_api_key: '', name: 'A' } }, 'merchant.public_api_key'],
    ['no billing', { billing: undefined }, 'billing'],
    ['billing that is a list', { billing: [] }, 'billing'],
    ['an email that is none', { billing: { ...seedBilling, email: 'joe' } }, 'billing.email'],
    [
      'an empty city',
      { shipping: { ...seedBilling, address: { ...seedBilling.address, city: ' ' } } },
      'shipping.address.city',
    ],
    ['no items', { items: [] }, 'items'],
    ['items that are an object', { items: {} }, 'items'],
    ['qty 0', { items: [{ ...item, qty: 0 }] }, 'items[0].qty'],
    ['a negative unit_price', { items: [{ ...item, unit_price: -1 }] }, 'items[0].unit_price'],
    [
      'a script for an item_url',
      { items: [{ ...item, item_url: 'javascript:alert(1)' }] },
      'items[0].item_url',
    ],
    ['no merchant_order_id', { merchant_order_id: undefined }, 'merchant_order_id'],
    ['a numeric merchant_order_id', { merchant_order_id: 4321 }, 'merchant_order_id'],
    ['an amount as text', { order_total: '8950' }, 'order_total'],
    ['a negative amount', { tax_amount: -1 }, 'tax_amount'],
    ['three decimals', { tax_amount: 1.005 }, 'tax_amount'],
    ['an amount over the largest', { order_total: 10_000_000 }, 'order_total'],
    ['NaN', { order_total: Number.NaN }, 'order_total'],
    ['Infinity', { order_total: Number.POSITIVE_INFINITY }, 'order_total'],
    ['a NUL character', { merchant_order_id: 'a\0b' }, 'merchant_order_id'],
    ['a lone surrogate', { merchant_order_id: 'a\ud800' }, 'merchant_order_id'],
    [
      'a NUL character in a success URL',
      { mode: { ...seedMode, order_success_url: 'https://shop.example/\0' } },
      'mode.order_success_url',
    ],
    ['an unknown mode', { mode: { type: 'popup' } }, 'mode.type'],
    ['redirect without URLs', { mode: { type: 'redirect' } }, 'mode.order_success_url'],
    [
      'a script for a success URL',
      { mode: { ...seedMode, order_success_url: 'javascript:alert(1)' } },
      'mode.order_success_url',
    ],
    [
      'userinfo in a close URL',
      { mode: { ...seedMode, order_close_url: 'https://a:b@shop.example' } },
      'mode.order_close_url',
    ],
    [
      'http outside localhost',
      { mode: { ...seedMode, order_close_url: 'http://shop.example/' } },
      'mode.order_close_url',
    ],
    ['a relative URL', { mode: { ...seedMode, order_close_url: '/cart' } }, 'mode.order_close_url'],
  ])('with %s is refused at its path', (_title, change, path) => {
    expect(faultPaths(orderSchema, { ...seedOrder, ...change })).toContain(path)
  })

  it.each<[string, object]>([
    [
      'no optional amounts',
      { tax_amount: undefined, shipping_amount: undefined, discount_amount: undefined },
    ],
    ['a company name beside the name', { billing: { ...seedBilling, company_name: 'Doe Inc.' } }],
    ['null where a field is optional', { shipping: null, merchant_order_status: null }],
    ['mode without a type, which means modal', { mode: {} }],
    ['modal with URLs that nobody reads', { mode: { type: 'modal', order_close_url: 'nonsense' } }],
    ['http on localhost', { mode: { ...seedMode, order_close_url: 'http://localhost:4100/cart' } }],
    ['0.1 + 0.2, which is 0.30000000000000004', { tax_amount: 0.1 + 0.2 }],
    ['the largest amount', { order_total: 9_999_999.99 }],
    [
      'a signed picture URL of 2048 characters',
      { items: [{ ...item, item_image_url: `https://cdn.example/${'a'.repeat(2028)}` }] },
    ],
    ['emoji and right-to-left text', { items: [{ ...item, display_name: '💻 מחשב' }] }],
  ])('with %s is taken', (_title, change) => {
    expect(faultPaths(orderSchema, { ...seedOrder, ...change })).toEqual([])
  })

  it('names an unknown key instead of losing it', () => {
    const result = orderSchema.safeParse({ ...seedOrder, shiping: seedBilling })
    expect(result.error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['shiping'] })
  })
})

describe('the create_order body', () => {
  it('is taken without billing, and with a merchant object', () => {
    expect(faultPaths(createOrderSchema, { ...seedCreateOrder, billing: undefined })).toEqual([])
    expect(faultPaths(createOrderSchema, { ...seedCreateOrder, merchant: { public_api_key: 'k' } })).toEqual(
      [],
    )
  })

  it.each<[string, object, string]>([
    ['modal mode', { mode: { ...seedMode, type: 'modal' } }, 'mode.type'],
    ['no mode', { mode: undefined }, 'mode'],
    ['notify_customer without an email', { notify_customer: true }, 'customer_email'],
    [
      'six documents',
      { documents: Array(6).fill({ documentBase64: 'AA==', filename: 'a.pdf', documentRef: 'r' }) },
      'documents',
    ],
    [
      'a document without a name',
      { documents: [{ documentBase64: 'AA==', documentRef: 'r' }] },
      'documents[0].filename',
    ],
  ])('with %s is refused at its path', (_title, change, path) => {
    expect(faultPaths(createOrderSchema, { ...seedCreateOrder, ...change })).toContain(path)
  })
})

describe('the order_placed body', () => {
  const placed = { backd_order_id: 'BO-20260416-7K3M9QX2', merchant_order_id: 'JKLMO4321' }

  it('may carry the total that the merchant expects', () => {
    expect(orderPlacedSchema.parse({ ...placed, order_total: 8950 }).order_total).toBe(8950)
  })

  it('without an id is refused', () => {
    expect(faultPaths(orderPlacedSchema, { merchant_order_id: 'JKLMO4321' })).toEqual(['backd_order_id'])
  })
})
