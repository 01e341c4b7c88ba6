import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrderBody, isRefusal, newMerchantOrderId } from '../testing/bodies.ts'
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

describe('order_placed', () => {
  test('places an order whose terms are selected', async () => {
    const order = await createWithTerms(api, merchant)
    const reply = await place({ ...idsOf(order), order_total: 8950 })
    expect(reply.status).toBe(200)
    expect(reply.body.data).toMatchObject({ ...idsOf(order), status: 'order_placed', order_total: 8950 })
    expect(reply.body.data).not.toHaveProperty('refunds')
    expect((await api.events(order.backd_order_id)).at(-1)).toEqual({
      type: 'order_placed',
      actor: 'merchant',
      from: 'terms_selected',
      to: 'order_placed',
    })
  })

  test('may give the order the id it has from now on', async () => {
    const { backd_order_id, merchant_order_id: before } = await createWithTerms(api, merchant)
    const final = newMerchantOrderId()
    expect((await place({ backd_order_id, merchant_order_id: final })).body.data.merchant_order_id).toBe(
      final,
    )
    expect((await find(backd_order_id)).body.data.merchant_order_id).toBe(final)
    // The final id is held, the one before is free again.
    expect(isRefusal(await create({ merchant_order_id: final }), 409, 'duplicate_merchant_order_id')).toBe(
      true,
    )
    expect((await create({ merchant_order_id: before })).status).toBe(200)
  })

  test('may not take an id that another order holds', async () => {
    const { backd_order_id } = await createWithTerms(api, merchant)
    const held = (await create()).body.data.merchant_order_id
    const reply = await place({ backd_order_id, merchant_order_id: held })
    expect(isRefusal(reply, 409, 'duplicate_merchant_order_id')).toBe(true)
    expect((await find(backd_order_id)).body.data.status).toBe('terms_selected')
  })

  test('with another total than ours is refused, names both, and places nothing', async () => {
    const order = await createWithTerms(api, merchant)
    const reply = await place({ ...idsOf(order), order_total: 8950.01 })
    expect(isRefusal(reply, 409, 'total_mismatch')).toBe(true)
    expect(reply.body.message).toMatch(/8950\.01.*8950\.00/)
    expect((await find(order.backd_order_id)).body.data.status).toBe('terms_selected')
    expect(isRefusal(await place({ ...idsOf(order), order_total: 0 }), 409, 'total_mismatch')).toBe(true)
  })
})

/** The two ids of order_placed. */
function idsOf({ backd_order_id, merchant_order_id }: { backd_order_id: string; merchant_order_id: string }) {
  return { backd_order_id, merchant_order_id }
}
