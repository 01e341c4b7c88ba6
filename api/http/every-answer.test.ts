import { connect } from 'node:net'
import { seedMode } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkoutOrderBody, isRefusal } from '../testing/bodies.ts'
import {
  BASE,
  basic,
  createTestApp,
  OURS,
  SHOP,
  type TestApp,
  type TestMerchant,
} from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

const authorized = () => ({ authorization: merchant.authorization })

describe('every refusal has the envelope:', () => {
  test.each<[string, Parameters<TestApp['call']>[0], number, string]>([
    ['an unknown path', { url: '/nothing/here' }, 404, 'not_found'],
    ['an unknown path with a body', { method: 'POST', url: '/', payload: { a: 1 } }, 404, 'not_found'],
    ['a wrong method', { method: 'DELETE', url: '/healthz' }, 405, 'method_not_allowed'],
    ['a method of its own', { method: 'PUT', url: '/checkout/api/orders' }, 405, 'method_not_allowed'],
    ['bad percent-encoding', { url: '/checkout/%zz' }, 400, 'invalid_request'],
    ['bad percent-encoding below the API', { url: `${BASE}/find_order/%E0%A4%A` }, 400, 'invalid_request'],
    ['an unknown path of the merchant API, without keys', { url: `${BASE}/nothing` }, 401, 'unauthorized'],
    [
      'a wrong method of the merchant API, without keys',
      { url: `${BASE}/create_order` },
      401,
      'unauthorized',
    ],
  ])('%s', async (_title, options, status, code) => {
    expect(isRefusal(await api.call(options), status, code)).toBe(true)
  })

  test('an unknown path of the merchant API', async () => {
    const reply = await api.call({ url: `${BASE}/nothing`, headers: authorized() })
    expect(isRefusal(reply, 404, 'not_found')).toBe(true)
  })

  test('a wrong method of the merchant API, which says the right one', async () => {
    const post = await api.call({ url: `${BASE}/create_order`, headers: authorized() })
    expect(isRefusal(post, 405, 'method_not_allowed')).toBe(true)
    expect(post.headers['allow']).toBe('POST')
    const get = await api.call({
      method: 'DELETE',
      url: `${BASE}/find_order/BO-1?a=b`,
      headers: authorized(),
    })
    expect(get.headers['allow']).toBe('GET, HEAD')
  })

  test.each<[string, string]>([
    ['64 characters', 'x'.repeat(64)],
    ['65 characters', 'x'.repeat(65)],
    ['101 characters', 'x'.repeat(101)],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['NUL', '%00'],
    ['half a character, as browsers send it', '%EF%BF%BD'],
    ['other alphabets', encodeURIComponent('注文')],
    ['a path', '..%2F..%2Fetc%2Fpasswd'],
  ])('an order id of %s, which no order has', async (_title, id) => {
    const reply = await api.call({ url: `${BASE}/find_order/${id}`, headers: authorized() })
    expect(isRefusal(reply, 404, 'order_not_found')).toBe(true)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'multipart/form-data',
    'nonsense',
  ])('a body of the type %s', async (type) => {
    const reply = await api.call({
      method: 'POST',
      url: `${BASE}/order_placed`,
      headers: { ...authorized(), 'content-type': type },
      payload: 'a=1',
    })
    expect(isRefusal(reply, 415, 'unsupported_media_type')).toBe(true)
  })

  test('a body above 1 MiB, and above 16 MiB where documents come', async () => {
    const post = (path: string, bytes: number) =>
      api.call({
        method: 'POST',
        url: `${BASE}${path}`,
        headers: { ...authorized(), 'content-type': 'application/json' },
        payload: `{"a":"${'x'.repeat(bytes)}"}`,
      })
    expect(isRefusal(await post('/order_placed', 1024 * 1024), 413, 'payload_too_large')).toBe(true)
    expect(isRefusal(await post('/create_order', 1024 * 1024), 400, 'invalid_request')).toBe(true)
    expect(isRefusal(await post('/create_order', 16 * 1024 * 1024), 413, 'payload_too_large')).toBe(true)
  })

  test('what is no HTTP at all', async () => {
    const address = await api.app.listen({ port: 0, host: '127.0.0.1' })
    const port = Number(new URL(address).port)
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('HELLO\r\n\r\n'))
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      data: null,
      status: { type: 'invalid_request', code: 400, error: true },
    })
  })
})

describe('every answer', () => {
  test('has a request id of its own and headers that let a browser do nothing with it', async () => {
    const [one, two] = [await api.call({ url: '/healthz' }), await api.call({ url: '/nothing' })]
    expect(one.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(one.headers['x-request-id']).not.toBe(two.headers['x-request-id'])
    for (const { headers } of [one, two]) {
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
    }
  })

  test('of the APIs is kept by no cache', async () => {
    const { body, headers } = await api.browserCall(checkoutOrderBody(merchant))
    expect(headers['cache-control']).toBe('no-store')
    expect((await api.sessionCall(body.data.token)).headers['cache-control']).toBe('no-store')
    expect((await api.merchantCall(merchant, '/find_order/x')).headers['cache-control']).toBe('no-store')
  })
})

describe('too many requests', () => {
  let limited: TestApp
  beforeAll(async () => {
    limited = await createTestApp({ RATE_LIMIT_PER_MINUTE: '3' })
  })
  afterAll(() => limited.close())

  test('of one address are refused before keys are looked at, whatever names it gives itself', async () => {
    const good = await limited.createMerchant()
    const replies = []
    for (const name of ['user0', 'user1', good.publicKey]) {
      const authorization = basic(name, 'wrong')
      replies.push(await limited.merchantCall({ ...good, authorization }, '/find_order/x'))
    }
    expect(replies.map(({ status }) => status)).toEqual([401, 401, 401])
    const reply = await limited.merchantCall({ ...good, authorization: basic('user3', 'x') }, '/find_order/x')
    expect(isRefusal(reply, 429, 'too_many_requests')).toBe(true)
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    const elsewhere = await limited.merchantCall(good, '/find_order/x', undefined, {
      remoteAddress: '192.0.2.1',
    })
    expect(elsewhere.status).toBe(404)
  })

  test('of one merchant are refused from all its addresses together, and of another they are not', async () => {
    const [busy, quiet] = [await limited.createMerchant(), await limited.createMerchant()]
    const from = (by: TestMerchant, host: number) =>
      limited.merchantCall(by, '/find_order/x', undefined, { remoteAddress: `198.51.100.${host}` })
    for (const host of [1, 2, 3]) expect((await from(busy, host)).status).toBe(404)
    const reply = await from(busy, 4)
    expect(isRefusal(reply, 429, 'too_many_requests')).toBe(true)
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    // A stranger with its public key takes nothing of a merchant's allowance.
    for (const host of [5, 6, 7]) await from({ ...quiet, authorization: basic(quiet.publicKey, 'x') }, host)
    expect((await from(quiet, 8)).status).toBe(404)
  })

  test('of one address are refused on the checkout API, in a way that a page can read', async () => {
    const page = await limited.createMerchant()
    const replies = []
    for (let count = 0; count < 4; count++) replies.push(await limited.browserCall(checkoutOrderBody(page)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    const last = replies.at(-1)
    expect(last && isRefusal(last, 429, 'too_many_requests')).toBe(true)
    expect(last?.headers['access-control-allow-origin']).toBe(SHOP)
    expect(last?.headers['access-control-expose-headers']).toContain('retry-after')
  })

  test('never end the health checks', async () => {
    for (let count = 0; count < 5; count++) expect((await limited.call({ url: '/readyz' })).status).toBe(200)
  })
})

describe('the documentation', () => {
  test('names every endpoint with what it takes and may answer', async () => {
    const { body } = await api.call({ url: '/openapi.json' })
    expect(body.openapi).toBe('3.1.0')
    expect(body.servers).toEqual([{ url: OURS }])
    expect(Object.keys(body.paths).sort()).toEqual([
      '/checkout/api/orders',
      '/checkout/api/plans',
      '/checkout/api/session',
      '/checkout/api/session/approval',
      '/checkout/api/session/approval/decline',
      '/checkout/api/session/code',
      '/checkout/api/session/frame',
      '/checkout/api/session/terms',
      '/checkout/api/session/verification',
      `${BASE}/cancel_order`,
      `${BASE}/confirm_order`,
      `${BASE}/create_order`,
      `${BASE}/find_order/{backd_order_id}`,
      `${BASE}/find_orders`,
      `${BASE}/order_events/{backd_order_id}`,
      `${BASE}/order_placed`,
      `${BASE}/refund`,
      `${BASE}/sandbox/clock`,
      `${BASE}/update_order`,
    ])
    expect(Object.keys(body.paths[`${BASE}/refund`]).sort()).toEqual(['delete', 'post'])
    const { post } = body.paths[`${BASE}/create_order`]
    expect(post.security).toEqual([{ basic: [] }])
    expect(post.parameters).toMatchObject([{ in: 'header', name: 'idempotency-key', required: false }])
    const { example } = post.requestBody.content['application/json']
    expect((await api.merchantCall(merchant, '/create_order', example)).status).toBe(200)
    expect(post.requestBody.content['application/json'].schema.required).toContain('merchant_order_id')
    expect(Object.keys(post.responses).sort()).toEqual(
      ['200', '400', '401', '409', '413', '415', '422', '429', '500', '503'].sort(),
    )
    expect(post.responses['422'].description).toBe(
      'amounts_do_not_add_up, total_exceeds_limit, idempotency_key_reused',
    )
  })

  test('is shown at /docs', async () => {
    const page = await api.call({ url: '/docs' })
    const followed = page.status === 302 ? await api.call({ url: String(page.headers['location']) }) : page
    expect(followed.status).toBe(200)
    expect(followed.text).toContain('swagger')
  })
})

test('the pages and the script are served beside the API', async () => {
  const { token } = (await api.browserCall(checkoutOrderBody(merchant, { mode: seedMode }))).body.data
  const page = await api.call({ url: `/checkout/${token}` })
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  const modal = await api.call({
    url: `/checkout/modal?key=${merchant.publicKey}`,
    headers: { referer: `${SHOP}/` },
  })
  expect(modal.status).toBe(200)
  expect(modal.headers['content-security-policy']).toContain(`frame-ancestors ${SHOP} `)
  expect(modal.headers).not.toHaveProperty('x-frame-options')
  const script = await api.call({ url: '/widget/v1/widget.js' })
  expect([script.status, script.headers['cross-origin-resource-policy']]).toEqual([200, 'cross-origin'])
})
