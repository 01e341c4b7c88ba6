import { successSchema } from '@backd/contract/api/envelope.ts'
import { foundOrderSchema } from '@backd/contract/api/find-order.ts'
import { seedBilling, seedItems } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrderBody, isRefusal } from '../testing/bodies.ts'
import { createWithTerms } from '../testing/orders.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

const create = (changes = {}, by = merchant) =>
  api.merchantCall(by, '/create_order', createOrderBody(changes))
const place = (body: object, by = merchant) => api.merchantCall(by, '/order_placed', body)
const find = (id: string, by = merchant) => api.merchantCall(by, `/find_order/${id}`)

describe('find_order', () => {
  test('answers what create_order was sent, with what is absent left out', async () => {
    const body = createOrderBody()
    const { backd_order_id } = (await api.merchantCall(merchant, '/create_order', body)).body.data
    const reply = await find(backd_order_id)
    expect(reply.status).toBe(200)
    successSchema(foundOrderSchema).strict().parse(reply.body)
    const { mode: _, ...sent } = body
    expect(reply.body.data).toEqual({
      ...sent,
      backd_order_id,
      create_date: '2026-04-16T15:00:00.000Z',
      status: 'order_created',
      refunds: [],
      max_order_total: 9845,
    })
    expect(JSON.stringify(reply.body.data.billing)).toBe(JSON.stringify(seedBilling))
    expect(JSON.stringify(reply.body.data.items)).toBe(JSON.stringify(seedItems))
  })

  test('of the barest order has no null and no empty contact', async () => {
    const { data } = (
      await create({
        billing: null,
        shipping: { ...seedBilling, company_name: null, address: { ...seedBilling.address, line2: null } },
        merchant_order_status: null,
        ...{ order_total: 9000, tax_amount: null, shipping_amount: undefined, discount_amount: undefined },
        items: [{ display_name: 'A', sku: 'B', unit_price: 1.005, qty: 0.5, item_url: null }],
      })
    ).body
    const found = await find(data.backd_order_id)
    expect(found.text).not.toContain('null')
    expect(found.body.data).toMatchObject({ tax_amount: 0, shipping_amount: 0, discount_amount: 0 })
    expect(found.body.data.items).toEqual([{ display_name: 'A', sku: 'B', unit_price: 1.005, qty: 0.5 }])
    expect(found.body.data).not.toHaveProperty('billing')
    expect(found.body.data).not.toHaveProperty('merchant_order_status')
  })

  test('says how high an update could go, from what the customer accepted', async () => {
    const { backd_order_id } = await createWithTerms(api, merchant)
    expect((await find(backd_order_id)).body.data).toMatchObject({
      status: 'terms_selected',
      max_order_total: 9845,
    })
  })

  test('of another merchant’s order, of an unknown one and of nonsense is the same 404 to the byte', async () => {
    const other = await api.createMerchant()
    const { backd_order_id } = (await create()).body.data
    const replies = [
      await find(backd_order_id, other),
      await find('BO-20260416-00000000', other),
      await find('nonsense', other),
      await find('%00', other),
      await find('%27%20or%201%3D1', other),
      await place({ backd_order_id, merchant_order_id: 'A' }, other),
      await place({ backd_order_id: 'BO-20260416-00000000', merchant_order_id: 'A' }, other),
    ]
    for (const reply of replies) expect(isRefusal(reply, 404, 'order_not_found')).toBe(true)
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  })
})
