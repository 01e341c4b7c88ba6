import { seedMode, seedOrder } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkoutOrderBody, choiceOf } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

const order = (changes = {}) => checkoutOrderBody(merchant, changes)
const open = async (changes = {}) => (await api.browserCall(order(changes))).body.data

const HOUR = 3_600_000

describe('the same cart opened again', () => {
  test('is the same order with a new link and a full day; the first link still works', async () => {
    const again = { merchant_order_id: 'CART-1' }
    const first = await open(again)
    const second = await api.later(20 * HOUR, () => open(again))
    expect(second.backd_order_id).toBe(first.backd_order_id)
    expect(second.token).not.toBe(first.token)
    expect(second.session.expires_at).toBe('2026-04-18T11:00:00.000Z')
    expect((await api.later(30 * HOUR, () => api.sessionCall(first.token))).status).toBe(200)
    expect(await api.events(first.backd_order_id)).toHaveLength(1)
  })

  test('as a page goes on where the modal stopped, and back to its own URLs', async () => {
    const modal = await open({ merchant_order_id: 'CART-2' })
    const page = await open({ merchant_order_id: 'CART-2', mode: seedMode })
    expect(page.backd_order_id).toBe(modal.backd_order_id)
    expect(page.session.return_urls?.close).toBe('https://merchant.website.com/cart')
    expect((await api.sessionCall(modal.token)).body.data.return_urls).toBeNull()
  })

  test('with other amounts is another order under the same id', async () => {
    const first = await open({ merchant_order_id: 'CART-3' })
    const changed = await open({ merchant_order_id: 'CART-3', order_total: 8951, tax_amount: 101 })
    expect(changed.backd_order_id).not.toBe(first.backd_order_id)
  })

  test('after a day is another order', async () => {
    const first = await open({ merchant_order_id: 'CART-4' })
    const next = await api.later(24 * HOUR, () => open({ merchant_order_id: 'CART-4' }))
    expect(next.backd_order_id).not.toBe(first.backd_order_id)
  })

  test('of a finished order says so, days later too', async () => {
    const first = await open({ merchant_order_id: 'CART-5' })
    await api.sessionCall(first.token, choiceOf(first.session))
    const next = await api.later(72 * HOUR, () => open({ merchant_order_id: 'CART-5' }))
    expect(next).toMatchObject({
      backd_order_id: first.backd_order_id,
      session: { status: 'terms_selected', selected: { offer: { plan_id: 'net-30' } } },
    })
  })

  test('of a finished order is told with its ids, when only addresses, pictures and capitals differ', async () => {
    const first = await open({ merchant_order_id: 'CART-7' })
    await api.sessionCall(first.token, choiceOf(first.session))
    const { name, email } = seedOrder.billing
    const next = await open({
      merchant_order_id: 'CART-7',
      billing: {
        ...seedOrder.billing,
        name: { ...name, first: ` ${name.first.toUpperCase()}` },
        email: email.toUpperCase(),
        phone_number: '+1 555 0100',
        address: { ...seedOrder.billing.address, line1: '2 Other Street' },
      },
      items: seedOrder.items.map((item) => ({ ...item, item_image_url: 'https://shop.example/2.png' })),
    })
    expect(next).toMatchObject({
      backd_order_id: first.backd_order_id,
      merchant_order_id: 'CART-7',
      session: { status: 'terms_selected' },
    })
  })

  test.each([
    ['another address of the customer', { billing: { ...seedOrder.billing, email: 'other@acme.example' } }],
    ['another name', { billing: { ...seedOrder.billing, name: { first: 'Ann', last: 'Other' } } }],
    ['another article', { items: seedOrder.items.map((item) => ({ ...item, sku: 'OTHER' })) }],
    ['other amounts', { order_total: 8951, tax_amount: 101 }],
  ])('of a finished order with %s is another order, and tells nothing of it', async (title, change) => {
    const first = await open({ merchant_order_id: title })
    await api.sessionCall(first.token, choiceOf(first.session))
    const next = await open({ merchant_order_id: title, ...change })
    expect(next.backd_order_id).not.toBe(first.backd_order_id)
    expect(next.session).toMatchObject({ status: 'order_created', selected: null })
    expect(JSON.stringify(next)).not.toContain(first.backd_order_id)
  })

  test('of an unfinished order with another address is another order, to be sent there', async () => {
    const first = await open({ merchant_order_id: 'CART-8' })
    const billing = { ...seedOrder.billing, phone_number: '+1 555 0100' }
    const next = await open({ merchant_order_id: 'CART-8', billing })
    expect(next.backd_order_id).not.toBe(first.backd_order_id)
  })

  test('of a cancelled order is another order', async () => {
    const first = await open({ merchant_order_id: 'CART-6' })
    await api.query(
      "update orders set status = 'order_cancelled', holds_merchant_order_id = false where backd_order_id = $1",
      [first.backd_order_id],
    )
    expect((await open({ merchant_order_id: 'CART-6' })).backd_order_id).not.toBe(first.backd_order_id)
  })

  test('many times at once is one order', async () => {
    for (let round = 0; round < 8; round++) {
      const body = order()
      const replies = await Promise.all(Array.from({ length: 6 }, () => api.browserCall(body)))
      const ids = new Set(replies.map((reply) => reply.body.data.backd_order_id))
      expect(ids.size).toBe(1)
      expect(await api.events([...ids][0])).toHaveLength(1)
    }
  })
})
