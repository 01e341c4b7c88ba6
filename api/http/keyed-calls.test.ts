import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrderBody, isRefusal } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver } from '../testing/orders.ts'
import { BASE, createTestApp, type Reply, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { hashSecret } from '../use-cases/authenticate-merchant.ts'

/** CONTRACT section 4: an Idempotency-Key on every POST and DELETE of the merchant API. */

let api: TestApp
let merchant: TestMerchant
let driver: OrderDriver
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  driver = createOrderDriver(api, merchant)
})
afterAll(() => api.close())

type Method = 'POST' | 'DELETE'

let lastKey = 0
const newKey = () => `key ${++lastKey}`
const send = (method: Method, path: string, key: string, body: object | undefined, by = merchant) =>
  api.merchantCall(by, path, body, { method, headers: { 'idempotency-key': key } })
const isReplayed = (reply: Reply) => reply.headers['idempotent-replayed'] === 'true'

/** The two ids of an order on which the call to be made has an effect. */
const idsIn = async (status: Parameters<OrderDriver['prepare']>[0], changes: object = {}) => {
  const order = await driver.prepare(status)
  return { backd_order_id: order.id, merchant_order_id: order.merchantOrderId, ...changes }
}
const amounts = {
  order_total: 8960,
  cart_amount: 9010,
  tax_amount: 100,
  shipping_amount: 50,
  discount_amount: 200,
}

/** Each call with a body that has an effect. */
const calls: [method: Method, path: string, prepare: () => Promise<object | undefined>][] = [
  ['POST', '/create_order', async () => createOrderBody()],
  ['POST', '/order_placed', () => idsIn('terms_selected')],
  ['POST', '/update_order', () => idsIn('order_placed', { merchant_order_status: 'packed', ...amounts })],
  ['POST', '/confirm_order', () => idsIn('order_placed')],
  ['POST', '/cancel_order', () => idsIn('order_placed')],
  ['POST', '/refund', () => idsIn('order_confirmed', { refund_amount: 10 })],
  [
    'DELETE',
    '/refund',
    async () => {
      const ids = await idsIn('order_confirmed')
      await api.merchantCall(merchant, '/refund', { ...ids, refund_amount: 10 })
      return ids
    },
  ],
  ['POST', '/sandbox/clock', async () => ({ advance_seconds: 1 })],
  ['DELETE', '/sandbox/clock', async () => undefined],
]

describe('every call that may be repeated under its key', () => {
  test('is in the table below', async () => {
    const { paths } = (await api.call({ url: '/openapi.json' })).body
    const documented = Object.entries<object>(paths)
      .filter(([path]) => path.startsWith(BASE))
      .flatMap(([path, methods]) =>
        Object.keys(methods)
          .filter((method) => method !== 'get')
          .map((method) => `${method.toUpperCase()} ${path.slice(BASE.length)}`),
      )
    expect(calls.map(([method, path]) => `${method} ${path}`).sort()).toEqual(documented.sort())
  })

  test.each(calls)(
    '%s %s: the second answer is the first to the byte, and says so',
    async (method, path, prepare) => {
      const [key, body] = [newKey(), await prepare()]
      const first = await send(method, path, key, body)
      const second = await send(method, path, key, body)
      expect([first.status, isReplayed(first)]).toEqual([200, false])
      expect([second.status, second.text, isReplayed(second)]).toEqual([200, first.text, true])
    },
  )
})

describe('a key', () => {
  test('belongs to one method of a path', async () => {
    const [key, ids] = [newKey(), await idsIn('order_confirmed')]
    expect((await send('POST', '/refund', key, { ...ids, refund_amount: 10 })).status).toBe(200)
    const deleted = await send('DELETE', '/refund', key, ids)
    expect([deleted.status, isReplayed(deleted)]).toEqual([200, false])
  })

  test('keeps a refusal by the order’s status, although the order has moved on', async () => {
    const order = await driver.prepare('terms_selected')
    const [key, body] = [newKey(), { backd_order_id: order.id }]
    const first = await send('POST', '/confirm_order', key, body)
    expect(isRefusal(first, 409, 'order_not_placed')).toBe(true)
    await driver.place(order)
    const second = await send('POST', '/confirm_order', key, body)
    expect([second.status, second.text, isReplayed(second)]).toEqual([409, first.text, true])
    expect((await send('POST', '/confirm_order', newKey(), body)).status).toBe(200)
  })

  test('that was used with another secret key is refused', async () => {
    const by = await api.createMerchant()
    const [key, body] = [newKey(), createOrderBody()]
    expect((await send('POST', '/create_order', key, body, by)).status).toBe(200)
    const secretKey = 'sk_rotated'
    await api.query('update merchants set secret_hash = $2 where public_key = $1', [
      by.publicKey,
      hashSecret(secretKey),
    ])
    const authorization = `Basic ${Buffer.from(`${by.publicKey}:${secretKey}`).toString('base64')}`
    const rotated = await send('POST', '/create_order', key, body, { ...by, secretKey, authorization })
    expect(isRefusal(rotated, 422, 'idempotency_key_reused')).toBe(true)
  })
})
