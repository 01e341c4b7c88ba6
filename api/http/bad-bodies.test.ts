import { seedBilling, seedItems, seedMode } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkoutOrderBody, createOrderBody, isRefusal } from '../testing/bodies.ts'
import { BASE, createTestApp, SHOP, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

const item = seedItems[0]
const BAD_URL = 'must be an absolute https URL without user name or password (http only on localhost)'
/** JSON that has no JavaScript value of its own. */
const raw = (json: string) => ({ raw: json })
type Bad = [title: string, change: Record<string, unknown>, path: string, message: string]

/** Changes of an order that both ways of making one refuse. */
const badOrders: Bad[] = [
  ['no amounts', { order_total: undefined }, 'order_total', 'is required'],
  [
    'null for what is required',
    { order_total: null },
    'order_total',
    'must be a number of dollars, like 99.5',
  ],
  ['an amount as text', { cart_amount: '9000' }, 'cart_amount', 'must be a number of dollars, like 99.5'],
  ['a negative amount', { tax_amount: -1 }, 'tax_amount', 'must not be negative'],
  ['three decimals', { tax_amount: 0.001 }, 'tax_amount', 'must have at most two decimals'],
  ['an amount above the highest', { order_total: 10_000_000 }, 'order_total', 'must be at most 9999999.99'],
  ['1e309', { order_total: raw('1e309') }, 'order_total', 'must be a number of dollars, like 99.5'],
  ['a list for an amount', { order_total: [1] }, 'order_total', 'must be a number of dollars, like 99.5'],
  ['no id', { merchant_order_id: undefined }, 'merchant_order_id', 'is required'],
  ['an empty id', { merchant_order_id: ' ' }, 'merchant_order_id', 'must not be empty'],
  ['a number for an id', { merchant_order_id: 7 }, 'merchant_order_id', 'must be a text'],
  [
    'a NUL character',
    { merchant_order_id: 'a\0b' },
    'merchant_order_id',
    'must not contain NUL or broken Unicode',
  ],
  [
    'half a character',
    { merchant_order_id: raw('"\\ud800"') },
    'merchant_order_id',
    'must not contain NUL or broken Unicode',
  ],
  [
    'an id that is too long',
    { merchant_order_id: 'x'.repeat(256) },
    'merchant_order_id',
    'must have at most 255 characters',
  ],
  ['no items', { items: undefined }, 'items', 'is required'],
  ['an empty list of items', { items: [] }, 'items', 'must have at least one item'],
  ['items that are none', { items: 'MacBook' }, 'items', 'must be a list with at least one item'],
  ['an item that is null', { items: [null] }, 'items[0]', 'must be an object'],
  ['qty 0', { items: [item, { ...item, qty: 0 }] }, 'items[1].qty', 'must be more than 0'],
  [
    'a misspelt field',
    { shiping: seedBilling },
    'shiping',
    '"shiping" is not a field here; did you mean "shipping"?',
  ],
  ['a field of nobody', { gift: true }, 'gift', '"gift" is not a field here'],
  [
    'a misspelt field further down',
    { items: [{ ...item, quantity: 3, skuu: 'A' }] },
    'items[0].skuu',
    '"skuu" is not a field here; did you mean "sku"?',
  ],
  [
    'a misspelt part of an address',
    { shipping: { ...seedBilling, address: { ...seedBilling.address, zip_code: '78704' } } },
    'shipping.address.zip_code',
    '"zip_code" is not a field here; did you mean "zipcode"?',
  ],
  [
    'an email that is none',
    { shipping: { ...seedBilling, email: 'joe' } },
    'shipping.email',
    'must be an email address like joe@example.com',
  ],
  [
    'a contact without a name',
    { shipping: { ...seedBilling, name: undefined } },
    'shipping.name',
    'is required',
  ],
  [
    'a script for a return URL',
    { mode: { ...seedMode, order_close_url: 'javascript:alert(1)' } },
    'mode.order_close_url',
    BAD_URL,
  ],
  [
    'userinfo in a return URL',
    { mode: { ...seedMode, order_success_url: 'https://a:b@shop.example/' } },
    'mode.order_success_url',
    BAD_URL,
  ],
  [
    'http in a return URL',
    { mode: { ...seedMode, order_success_url: 'http://shop.example/' } },
    'mode.order_success_url',
    BAD_URL,
  ],
  ['redirect without its URLs', { mode: { type: 'redirect' } }, 'mode.order_success_url', 'is required'],
]

/** Only create_order has these. */
const badCreateOrders: Bad[] = [
  ['modal mode', { mode: { type: 'modal' } }, 'mode.type', 'must be "redirect"'],
  ['no mode', { mode: undefined }, 'mode', 'is required'],
  ['notify_customer as text', { notify_customer: 'yes' }, 'notify_customer', 'must be true or false'],
  [
    'six documents',
    { documents: Array(6).fill({ documentBase64: 'QQ==', filename: 'a.pdf', documentRef: 'a' }) },
    'documents',
    'must have at most 5 documents',
  ],
  [
    'a document without content',
    { documents: [{ filename: 'a.pdf', documentRef: 'a' }] },
    'documents[0].documentBase64',
    'is required',
  ],
]

/** Only the browser endpoint has these. */
const badCheckoutOrders: Bad[] = [
  ['no merchant', { merchant: undefined }, 'merchant', 'is required'],
  ['no billing', { billing: undefined }, 'billing', 'is required'],
  ['an unknown mode', { mode: { type: 'popup' } }, 'mode.type', 'type must be "modal" or "redirect"'],
  ['documents, which need the secret key', { documents: [] }, 'documents', '"documents" is not a field here'],
]

/** JSON text, with `raw` parts put in as they are. */
function write(value: unknown): string {
  const parts: string[] = []
  const json = JSON.stringify(value, (_key, inner) => {
    if (inner === null || typeof inner !== 'object' || !('raw' in inner)) return inner
    parts.push(String(inner.raw))
    return `\u0000raw${parts.length - 1}`
  })
  return json.replaceAll(/"\\u0000raw(\d+)"/g, (_all, index) => parts[Number(index)] ?? '')
}

const postOrder = (payload: string) =>
  api.call({
    method: 'POST',
    url: `${BASE}/create_order`,
    headers: { authorization: merchant.authorization, 'content-type': 'application/json' },
    payload,
  })
const postCheckoutOrder = (payload: string) =>
  api.call({
    method: 'POST',
    url: '/checkout/api/orders',
    headers: { origin: SHOP, 'content-type': 'application/json' },
    payload,
  })

describe.each<[string, (change: Record<string, unknown>) => ReturnType<typeof postOrder>, string, Bad[]]>([
  [
    'create_order',
    (change) => postOrder(write(createOrderBody(change))),
    '',
    [...badOrders, ...badCreateOrders],
  ],
  [
    'the browser endpoint',
    (change) => postCheckoutOrder(write(checkoutOrderBody(merchant, change))),
    'order.',
    [...badOrders, ...badCheckoutOrders],
  ],
])('%s, sent', (_endpoint, post, prefix, table) => {
  test.each(table)(
    '%s, is told where and what to change, and keeps nothing',
    async (_title, change, path, message) => {
      const before = await api.count('orders')
      const reply = await post(change)
      expect(reply.body?.errors).toContainEqual({ path: prefix + path, message })
      expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
      expect(reply.body.message).toContain(prefix + path)
      expect(await api.count('orders')).toBe(before)
    },
  )
})

test('a body with many faults names them all, up to fifty', async () => {
  const two = await postOrder(write(createOrderBody({ order_total: 'x', cart_amount: 'y' })))
  expect(two.body.errors).toHaveLength(2)
  expect(two.body.message).toMatch(
    /^2 fields need a correction: order_total, cart_amount\. order_total: .+\.$/,
  )
  expect(two.body.message).toContain(two.body.errors[0].message)
  const many = await postOrder(write(createOrderBody({ items: Array(200).fill({}) })))
  expect(many.body.errors).toHaveLength(51)
  expect(many.body.errors.at(-1).message).toBe('has 750 more such faults, not listed')
  expect(many.body.message).toBe(
    'More than 50 corrections are needed, first in items[0].display_name, items[0].sku, items[0].unit_price.',
  )
  const fifty = await postOrder(
    write(createOrderBody(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`key${n}`, 1])))),
  )
  expect(fifty.body.errors).toHaveLength(50)
  expect(fifty.body.message).toBe(
    '50 fields need a correction: key0, key1, key2 and 47 more. key0: "key0" is not a field here.',
  )
})

test('a hostile body gets a small answer at once', async () => {
  const keys = Array.from({ length: 80_000 }, (_, n) => [`k${n}`, 1])
  const bodies = [{ ['x'.repeat(900_000)]: 1 }, Object.fromEntries(keys)]
  for (const order of bodies) {
    const reply = await postCheckoutOrder(write(checkoutOrderBody(merchant, order)))
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    expect(Buffer.byteLength(reply.text)).toBeLessThan(32_000)
  }
})

test('a sentence that ends in a question mark gets no full stop', async () => {
  const reply = await postOrder(write(createOrderBody({ shiping: seedBilling })))
  expect(reply.body.message).toBe('shiping: "shiping" is not a field here; did you mean "shipping"?')
})

describe.each([
  ['create_order', postOrder],
  ['the browser endpoint', postCheckoutOrder],
])('%s, sent', (_endpoint, post) => {
  test.each([
    ['nothing', '', 'body'],
    ['half a JSON text', '{"order_total":', 'body'],
    ['no JSON at all', 'order_total=1', 'body'],
    ['a list', '[]', 'body'],
    ['null', 'null', 'body'],
    ['a number', '7', 'body'],
    ['a prototype', '{"__proto__":{"order_total":1}}', 'body'],
    ['a constructor with a prototype', '{"constructor":{"prototype":{"a":1}}}', 'body'],
    ['an empty object', '{}', ''],
    ['a deep nest', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'body'],
  ])('%s is a 400 in the envelope', async (_title, payload, path) => {
    const reply = await post(payload)
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    if (path) expect(reply.body.errors).toEqual([{ path, message: expect.any(String) }])
    else expect(reply.body.errors.length).toBeGreaterThan(0)
  })
})

describe('select terms, sent', () => {
  const choice = {
    plan_id: 'net-30',
    starts_on: '2026-04-16',
    total_cents: 895_000,
    agreement_version: '1',
    agreed: true,
  }
  test.each<[string, object, string, string]>([
    ['no agreement', { agreed: undefined }, 'agreed', 'is required'],
    ['no consent', { agreed: false }, 'agreed', 'must be true: the customer has to agree'],
    ['a date that is none', { starts_on: '2026-02-30' }, 'starts_on', 'must be a date like 2026-04-16'],
    ['half cents', { total_cents: 1.5 }, 'total_cents', 'must be a whole number'],
    ['no plan', { plan_id: '' }, 'plan_id', 'must not be empty'],
  ])('%s, is told where', async (_title, change, path, message) => {
    const reply = await api.sessionCall('q'.repeat(43), { ...choice, ...change })
    expect(reply.body.errors).toContainEqual({ path, message })
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
  })
})
