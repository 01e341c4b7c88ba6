import { checkoutOrderReplySchema } from '@backd/contract/api/checkout.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { seedMode } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkoutOrderBody, createOrderBody, isRefusal, newMerchantOrderId } from '../testing/bodies.ts'
import { createTestApp, OURS, SHOP, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

const order = (changes = {}, by = merchant) => checkoutOrderBody(by, changes)
const open = async (changes = {}) => (await api.browserCall(order(changes))).body.data

const HOUR = 3_600_000

describe('an order made by a page', () => {
  test('is taken as the pages show it, and opens its checkout', async () => {
    const reply = await api.browserCall(order({ merchant_order_id: 'JKLMO4321' }))
    expect(reply.status).toBe(200)
    successSchema(checkoutOrderReplySchema.strict()).strict().parse(reply.body)
    const { data } = reply.body
    expect(data.customer_url).toBeNull()
    expect(data.session).toMatchObject({
      backd_order_id: data.backd_order_id,
      merchant_order_id: 'JKLMO4321',
      merchant_name: 'Northwind Office Supply',
      status: 'order_created',
      order_total_cents: 895_000,
      return_urls: null,
      expires_at: '2026-04-17T15:00:00.000Z',
    })
    expect((await api.sessionCall(data.token)).body.data).toEqual(data.session)
    expect(await api.events(data.backd_order_id)).toEqual([
      { type: 'order_created', actor: 'customer', from: null, to: 'order_created' },
    ])
  })

  test('in the modal comes from our own origin, which names the page', async () => {
    const reply = await api.browserCall({ ...order(), page_origin: SHOP }, { origin: OURS })
    expect(reply.status).toBe(200)
  })

  test('with redirect has a page of its own, at its customer_url', async () => {
    const data = await open({ mode: seedMode })
    expect(data.customer_url).toBe(`${OURS}/checkout/${data.token}`)
    expect((await api.call({ url: `/checkout/${data.token}` })).status).toBe(200)
  })

  // It is verified by itself, in no browser, so as a page it would open to whoever has its address.
  test('in the modal has no page: 404, as of an unknown link, before it has expired and after', async () => {
    const data = await open()
    const url = `/checkout/${data.token}`
    const unknown = await api.call({ url: `/checkout/${'q'.repeat(43)}` })
    for (const page of [await api.call({ url }), await api.later(25 * HOUR, () => api.call({ url }))]) {
      expect(page.status).toBe(404)
      expect(page.text).toBe(unknown.text)
    }
    expect((await api.sessionCall(data.token)).status).toBe(200)
  })

  test('may not come from a page that is not registered, and names the origin to register', async () => {
    const before = await api.count('orders')
    const cross = await api.browserCall(order(), { origin: 'https://evil.example' })
    const framed = await api.browserCall(
      { ...order(), page_origin: 'https://evil.example' },
      { origin: OURS },
    )
    for (const reply of [cross, framed]) {
      expect(isRefusal(reply, 403, 'origin_not_allowed')).toBe(true)
      expect(reply.body.message).toContain('register https://evil.example')
    }
    // Else the page could not read which origin to register.
    expect(cross.headers['access-control-allow-origin']).toBe('https://evil.example')
    expect(await api.count('orders')).toBe(before)
  })

  test('may not come from a page of another merchant', async () => {
    const other = await api.createMerchant({ origins: ['https://other.example'] })
    expect(isRefusal(await api.browserCall(order({}, other)), 403, 'origin_not_allowed')).toBe(true)
  })

  test('may not come from no page at all', async () => {
    const reply = await api.call({ method: 'POST', url: '/checkout/api/orders', payload: order() })
    expect(isRefusal(reply, 403, 'origin_not_allowed')).toBe(true)
  })

  test('needs a key that somebody has', async () => {
    const nobody = { ...merchant, publicKey: '00000000-0000-4000-8000-000000000000' }
    expect(isRefusal(await api.browserCall(order({}, nobody)), 401, 'unauthorized')).toBe(true)
  })

  test('with redirect goes back to registered origins only', async () => {
    const good = await open({ mode: seedMode })
    expect(good.session.return_urls).toEqual({
      success: 'https://merchant.website.com/success',
      close: 'https://merchant.website.com/cart',
      backd_signature: null,
    })
    const bad = await api.browserCall(
      order({
        mode: {
          ...seedMode,
          order_success_url: 'https://merchant.website.com.evil.example/',
          order_close_url: 'https://merchant.website.com:8443/cart',
        },
      }),
    )
    expect(isRefusal(bad, 400, 'invalid_request')).toBe(true)
    expect(bad.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'order.mode.order_success_url',
      'order.mode.order_close_url',
    ])
    expect(bad.body.errors[1].message).toContain('https://merchant.website.com:8443')
  })

  test('in the modal ignores the URLs of its mode, whatever they are', async () => {
    const data = await open({
      mode: { type: 'modal', order_success_url: 7, order_close_url: 'javascript:alert(1)' },
    })
    expect(data.session.return_urls).toBeNull()
  })

  test('of amounts that do not add up, or above the limit, is refused', async () => {
    const sums = await api.browserCall(order({ order_total: 1 }))
    expect(isRefusal(sums, 422, 'amounts_do_not_add_up')).toBe(true)
    expect(sums.body.errors[0].path).toBe('order.order_total')
    const small = await api.createMerchant({ orderLimitCents: 894_999 })
    const limit = await api.browserCall(order({}, small))
    expect(isRefusal(limit, 422, 'total_exceeds_limit')).toBe(true)
    expect(limit.body.errors[0].path).toBe('order.order_total')
    // The page may read why.
    expect(limit.headers['access-control-allow-origin']).toBe(SHOP)
  })

  test('under an id that a server-made order holds is refused', async () => {
    const id = newMerchantOrderId()
    await api.merchantCall(merchant, '/create_order', createOrderBody({ merchant_order_id: id }))
    const reply = await api.browserCall(order({ merchant_order_id: id }))
    expect(isRefusal(reply, 409, 'duplicate_merchant_order_id')).toBe(true)
    expect(reply.body.errors[0].path).toBe('order.merchant_order_id')
  })
})

test.each<[string, object, string]>([
  ['a wrong field', { items: [] }, 'INVALID_ORDER'],
  ['a wrong sum', { order_total: 1 }, 'AMOUNTS_DO_NOT_ADD_UP'],
  [
    'an unknown key',
    { merchant: { public_api_key: '00000000-0000-4000-8000-000000000000', name: 'Nobody' } },
    'INVALID_PUBLIC_KEY',
  ],
])('a refusal says what onFail is called with: %s', async (_title, changes, code) => {
  expect((await api.browserCall(order(changes))).body.fail_code).toBe(code)
})

test('a refusal of how the checkout is shown is one of the options; a success and other calls have no such code', async () => {
  expect((await api.browserCall({ ...order(), locale: 'x y' })).body.fail_code).toBe('INVALID_OPTIONS')
  expect((await api.browserCall('{')).body.fail_code).toBe('INVALID_ORDER')
  expect((await api.browserCall(order())).body).not.toHaveProperty('fail_code')
  expect((await api.sessionCall('nobody')).body).not.toHaveProperty('fail_code')
})

describe('CORS', () => {
  const preflight = (origin: string) =>
    api.call({
      method: 'OPTIONS',
      url: '/checkout/api/orders',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })

  test('lets a registered page send JSON and read the answer', async () => {
    const reply = await preflight(SHOP)
    expect(reply.status).toBe(204)
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': SHOP,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
      vary: expect.stringContaining('Origin'),
    })
    expect(reply.headers).not.toHaveProperty('access-control-allow-credentials')
    expect((await api.browserCall(order())).headers['access-control-allow-origin']).toBe(SHOP)
  })

  test('is not for the session, which our own checkout alone reads', async () => {
    const { token } = await open()
    const reply = await api.call({
      url: '/checkout/api/session',
      headers: { origin: SHOP, authorization: `Bearer ${token}` },
    })
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin')
  })
})
