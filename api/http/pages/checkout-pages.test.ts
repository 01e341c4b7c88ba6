import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { CheckoutBoot, CheckoutSession } from '@backd/contract/session.ts'
import rateLimit from '@fastify/rate-limit'
import Fastify from 'fastify'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { SessionReading } from '../../use-cases/read-session.ts'
import { type CheckoutPagesOptions, checkoutPages } from './checkout-pages.ts'
import { createSampleDist } from './sample-dist.ts'

const KEY = '518ce188-8295-422c-a4a2-8329ffd40341'
const TOKEN = 'q'.repeat(43)
const SHOP = 'https://shop.example'

const session: CheckoutSession = {
  backd_order_id: 'BO-20260416-7K3M9QX2',
  merchant_order_id: 'JKLMO4321',
  merchant_name: 'Northwind',
  status: 'order_created',
  order_total_cents: 895_000,
  cart_amount_cents: 900_000,
  tax_amount_cents: 0,
  shipping_amount_cents: 0,
  discount_amount_cents: 5_000,
  items: [{ display_name: 'MacBook Pro', sku: 'MBP', qty: 3, line_price_cents: 900_000 }],
  buyer: null,
  offers: [],
  agreement: { version: '2026-01', text: 'I agree' },
  selected: null,
  return_urls: { success: `${SHOP}/success`, close: `${SHOP}/close` },
  expires_at: '2026-11-28T21:04:00.000Z',
}

let origins = [SHOP]
let reading: SessionReading | Error = { kind: 'open', session }
let asked: string[] = []
beforeEach(() => {
  origins = [SHOP]
  reading = { kind: 'open', session }
  asked = []
})

const dist = createSampleDist()
const options: CheckoutPagesOptions = {
  widgetDist: dist.widgetDist,
  findMerchant: async (key) => (key === KEY ? { origins } : undefined),
  readSession: async (token) => {
    asked.push(token)
    if (reading instanceof Error) throw reading
    return reading
  },
  requestsPerMinute: 10_000,
  isUnavailable: (error) => (error as Error).message === 'connection refused',
}
const createApp = (changes: Partial<CheckoutPagesOptions> = {}) =>
  Fastify()
    .register(rateLimit, { global: false })
    .register(checkoutPages, { ...options, ...changes })

const app = createApp()
afterAll(async () => {
  await app.close()
  dist.remove()
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
/** The headers that do not change from one request to the next. */
const lasting = (headers: object) =>
  Object.entries(headers).filter(([name]) => !/^(date|x-ratelimit-)/.test(name))
const between = (body: string, open: string, close: string) => body.split(open)[1]?.split(close)[0] ?? ''

function bootOf(body: string): CheckoutBoot {
  return JSON.parse(between(body, '<script type="application/json" id="backd-boot">', '</script>'))
}

/** The policy that a body deserves: its own script and style by hash. */
function policyFor(body: string, frameAncestors: string): string {
  const script = hashOf(between(body, '<script type="module">', '</script>'))
  const style = hashOf(between(body, '<style>', '</style>'))
  return [
    "default-src 'none'",
    `script-src ${script} 'self'`,
    `style-src ${style}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ')
}

describe('GET /checkout/modal', () => {
  const url = `/checkout/modal?key=${KEY}`

  test('is the document for the frame, which the merchant’s registered origins may show', async () => {
    origins = [SHOP, 'http://localhost:4100']
    const { statusCode, headers, body } = await get(url)
    expect(statusCode).toBe(200)
    expect(bootOf(body)).toEqual({ kind: 'modal' })
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyFor(body, `${SHOP} http://localhost:4100`),
      'cache-control': 'private, no-cache',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'cross-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'referrer-policy': 'strict-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(headers).not.toHaveProperty('x-frame-options')
  })

  test('is the same with the Referer of a registered page', async () => {
    const { statusCode, body } = await get(url, { referer: `${SHOP}/cart?step=2` })
    expect([statusCode, bootOf(body)]).toEqual([200, { kind: 'modal' }])
  })

  test('leaves the judgement to frame-ancestors when no Referer tells the page', async () => {
    for (const headers of [{}, { referer: '' }, { referer: 'about:blank' }, { referer: 'not a URL' }]) {
      expect(bootOf((await get(url, headers)).body)).toEqual({ kind: 'modal' })
    }
  })

  test.each([
    ['https://evil.example/', 'https://evil.example'],
    ['https://shop.example.evil.com/cart', 'https://shop.example.evil.com'],
    ['http://shop.example/', 'http://shop.example'],
    ['https://shop.example:8443/', 'https://shop.example:8443'],
  ])('in the page %s says which origin to register, in any frame', async (referer, origin) => {
    const { statusCode, headers, body } = await get(url, { referer })
    expect(statusCode).toBe(403)
    expect(bootOf(body)).toEqual({
      kind: 'refused',
      code: 'origin_not_allowed',
      message: `The page at ${origin} may not open this merchant's checkout; register ${origin} as one of its origins.`,
    })
    expect(headers).toMatchObject({
      'content-security-policy': policyFor(body, '*'),
      'cache-control': 'no-store',
    })
    expect(headers).not.toHaveProperty('etag')
  })

  test.each([
    ['', 'The page gave no public key; set order.merchant.public_api_key.'],
    ['?key=', 'The page gave no public key; set order.merchant.public_api_key.'],
    [`?key=${KEY}&key=${KEY}`, 'The page gave no public key; set order.merchant.public_api_key.'],
    [
      '?key=pk_wrong',
      'No merchant has the public key "pk_wrong"; check order.merchant.public_api_key. Sandbox and production have keys of their own.',
    ],
  ])('with %j for a key says what to set', async (query, message) => {
    const { statusCode, headers, body } = await get(`/checkout/modal${query}`, { referer: `${SHOP}/` })
    expect(statusCode).toBe(403)
    expect(bootOf(body)).toEqual({ kind: 'refused', code: 'unauthorized', message })
    expect(headers['content-security-policy']).toBe(policyFor(body, '*'))
  })

  test('shows a long or hostile key as text, cut to 64 characters', async () => {
    const key = `</script><script>alert(1)</script>${'🧾'.repeat(80)}`
    const { body } = await get(`/checkout/modal?key=${encodeURIComponent(key)}`)
    expect(body).not.toContain('alert(1)</script>')
    expect(bootOf(body)).toMatchObject({
      message: expect.stringContaining(`<script>alert(1)</script>${'🧾'.repeat(30)}…"`),
    })
  })

  test('may be framed by nobody when the merchant registered no origin, or one that would break the list', async () => {
    origins = []
    expect((await get(url)).headers['content-security-policy']).toMatch(/frame-ancestors 'none'$/)
    origins = ['https://a.example; script-src *', '*', `${SHOP} 'self'`]
    expect((await get(url)).headers['content-security-policy']).toMatch(/frame-ancestors 'none'$/)
  })

  test('is asked for anew each time and costs a 304, until the merchant’s origins change', async () => {
    const first = await get(url, { 'accept-encoding': 'br' })
    const etag = String(first.headers.etag)
    expect(etag).toMatch(/^"[A-Za-z0-9_-]{22}-br"$/)

    const again = await get(url, { 'accept-encoding': 'br', 'if-none-match': etag })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy'])

    origins = ['https://other.example']
    const changed = await get(url, { 'accept-encoding': 'br', 'if-none-match': etag })
    expect(changed.statusCode).toBe(200)
    expect(changed.headers['content-security-policy']).toMatch(/frame-ancestors https:\/\/other\.example$/)
  })

  test('answers HEAD with the same headers and no body', async () => {
    const head = await app.inject({ method: 'HEAD', url })
    const { headers } = await get(url)
    expect([head.statusCode, head.body]).toEqual([200, ''])
    expect(lasting(head.headers)).toEqual(lasting(headers))
  })
})

describe('GET /checkout/:token', () => {
  const url = `/checkout/${TOKEN}`

  test('is the document with the session in it, kept by nobody and framed by nobody', async () => {
    const { statusCode, headers, body } = await get(url)
    expect(statusCode).toBe(200)
    expect(bootOf(body)).toEqual({ kind: 'page', session })
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyFor(body, "'none'"),
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(headers).not.toHaveProperty('etag')
  })

  test('comes compressed to who takes it, and the policy still fits', async () => {
    for (const [encoding, decompress] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const { headers, rawPayload } = await get(url, { 'accept-encoding': encoding })
      const body = decompress(rawPayload).toString()
      expect(headers).toMatchObject({
        'content-encoding': encoding,
        vary: 'Accept-Encoding',
        'content-security-policy': policyFor(body, "'none'"),
      })
      expect(bootOf(body)).toEqual({ kind: 'page', session })
    }
  })

  test('shows names as text, whatever is in them', async () => {
    const merchant_name = `</script><script>alert(1)</script><!-- $& \u2028 O'Brien`
    reading = { kind: 'open', session: { ...session, merchant_name } }
    const { headers, body } = await get(url)
    expect(body).not.toContain('<script>alert')
    expect(body).not.toContain('<!-- $&')
    expect(bootOf(body)).toEqual({ kind: 'page', session: { ...session, merchant_name } })
    expect(headers['content-security-policy']).toBe(policyFor(body, "'none'"))
  })

  test('of an expired link says so, with the way back: 410', async () => {
    reading = { kind: 'expired', closeUrl: `${SHOP}/close` }
    const { statusCode, headers, body } = await get(url)
    expect(statusCode).toBe(410)
    expect(bootOf(body)).toEqual({
      kind: 'dead_link',
      code: 'checkout_expired',
      message:
        'This checkout link has expired. Go back to the shop to start again, or ask it for a new link.',
      close_url: `${SHOP}/close`,
    })
    expect(headers).toMatchObject({
      'content-security-policy': policyFor(body, "'none'"),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
  })

  test('of an unknown link says so: 404', async () => {
    reading = { kind: 'unknown' }
    const { statusCode, body } = await get(url)
    expect(statusCode).toBe(404)
    expect(bootOf(body)).toEqual({
      kind: 'dead_link',
      code: 'not_found',
      message:
        'This checkout link leads to no order. Open it again from the shop or from your mail, as a whole.',
      close_url: null,
    })
    expect(asked).toEqual([TOKEN])
  })

  test.each(['abc', 'favicon.ico', `${TOKEN}.`, `${TOKEN.slice(1)}%20`, '%00', '%3Cscript%3E'])(
    '%s is no token: 404 without asking the database',
    async (token) => {
      const { statusCode, body } = await get(`/checkout/${token}`)
      expect(statusCode).toBe(404)
      expect(bootOf(body)).toMatchObject({ kind: 'dead_link', code: 'not_found' })
      expect(asked).toEqual([])
    },
  )

  test('answers HEAD with the same headers and no body', async () => {
    const head = await app.inject({ method: 'HEAD', url })
    const { headers } = await get(url)
    expect([head.statusCode, head.body]).toEqual([200, ''])
    expect(lasting(head.headers)).toEqual(lasting(headers))
  })

  test.each([
    ['connection refused', 503, '2'],
    ['a fault of ours', 500, undefined],
  ])('with %s is a page for people, not JSON', async (fault, status, retryAfter) => {
    reading = new Error(fault)
    const { statusCode, headers, body } = await get(url)
    expect(statusCode).toBe(status)
    expect(headers['retry-after']).toBe(retryAfter)
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    expect(body).toContain('<h1>This page can’t be shown right now</h1>')
    expect(body).not.toContain(fault)
    expect(headers['content-security-policy']).toContain(
      `style-src ${hashOf(between(body, '<style>', '</style>'))};`,
    )
  })
})

test('the start stops with what to do when the checkout is not built', async () => {
  const unbuilt = createSampleDist({ 'checkout/index.html': undefined })
  const other = createApp({ widgetDist: unbuilt.widgetDist })
  await expect(other.ready()).rejects.toThrow(
    /index\.html is not there: build the widget with "npm run build"/,
  )
  unbuilt.remove()
})

test('an address that asks too often is told to wait, on a page', async () => {
  const busy = createApp({ requestsPerMinute: 2 })
  const statuses = []
  for (const _ of [1, 2]) statuses.push((await busy.inject({ url: `/checkout/${TOKEN}` })).statusCode)
  expect(statuses).toEqual([200, 200])
  const { statusCode, headers, body } = await busy.inject({ url: `/checkout/modal?key=${KEY}` })
  expect(statusCode).toBe(429)
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(body).toContain('More than 2 requests in a minute; wait')
  await busy.close()
})
