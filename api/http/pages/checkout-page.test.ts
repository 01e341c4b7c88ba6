import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  between,
  bootOf,
  hashOf,
  KEY,
  lasting,
  openPages,
  type PagesUnderTest,
  policyFor,
  SHOP,
  session,
  TOKEN,
} from '../../testing/checkout-pages-harness.ts'
import { createSampleDist, sampleFiles } from '../../testing/sample-dist.ts'

let pages: PagesUnderTest
beforeEach(() => {
  pages = openPages()
})
afterEach(() => pages.close())

const get = (url: string, headers: Record<string, string> = {}) => pages.app.inject({ url, headers })

describe('GET /checkout/:token', () => {
  const url = `/checkout/${TOKEN}`

  test('is the document with the session in it, kept by nobody and framed by nobody', async () => {
    const { statusCode, headers, body } = await get(url)
    expect(statusCode).toBe(200)
    expect(bootOf(body)).toEqual({ kind: 'page', session })
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyFor(body, "'none'", [SHOP]),
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
        'content-security-policy': policyFor(body, "'none'", [SHOP]),
      })
      expect(bootOf(body)).toEqual({ kind: 'page', session })
    }
  })

  test('shows names as text, whatever is in them', async () => {
    const merchant_name = `</script><script>alert(1)</script><!-- $& \u2028 O'Brien`
    pages.reading = { kind: 'open', session: { ...session, merchant_name }, imageOrigins: ["'none'; x", '*'] }
    const { headers, body } = await get(url)
    expect(body).not.toContain('<script>alert')
    expect(body).not.toContain('<!-- $&')
    expect(bootOf(body)).toEqual({ kind: 'page', session: { ...session, merchant_name } })
    expect(headers['content-security-policy']).toBe(policyFor(body, "'none'"))
  })

  test('of an expired link says so, with the way back: 410', async () => {
    const presentation = { locale: 'es', appearance: null }
    pages.reading = { kind: 'dead_end', end: 'checkout_expired', closeUrl: `${SHOP}/close`, presentation }
    const { statusCode, headers, body } = await get(url)
    expect(statusCode).toBe(410)
    expect(bootOf(body)).toEqual({
      kind: 'dead_link',
      code: 'checkout_expired',
      message:
        'This checkout link has expired. Go back to the shop to start again, or ask it for a new link.',
      close_url: `${SHOP}/close`,
      presentation,
    })
    expect(headers).toMatchObject({
      'content-security-policy': policyFor(body, "'none'"),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
  })

  test('of an unknown link says so: 404', async () => {
    pages.reading = { kind: 'unknown' }
    const { statusCode, body } = await get(url)
    expect(statusCode).toBe(404)
    expect(bootOf(body)).toEqual({
      kind: 'dead_link',
      code: 'not_found',
      message:
        'This checkout link leads to no order. Open it again from the shop or from your mail, as a whole.',
      close_url: null,
    })
    expect(pages.asked).toEqual([TOKEN])
  })

  test.each(['abc', 'favicon.ico', `${TOKEN}.`, `${TOKEN.slice(1)}%20`, '%00', '%3Cscript%3E'])(
    '%s is no token: 404 without asking the database',
    async (token) => {
      const { statusCode, body } = await get(`/checkout/${token}`)
      expect(statusCode).toBe(404)
      expect(bootOf(body)).toMatchObject({ kind: 'dead_link', code: 'not_found' })
      expect(pages.asked).toEqual([])
    },
  )

  test('answers HEAD with the same headers and no body', async () => {
    const head = await pages.app.inject({ method: 'HEAD', url })
    const { headers } = await get(url)
    expect([head.statusCode, head.body]).toEqual([200, ''])
    expect(lasting(head.headers)).toEqual(lasting(headers))
  })

  test.each([
    ['connection refused', 503, '2'],
    ['a fault of ours', 500, undefined],
  ])('with %s is a page for people, not JSON', async (fault, status, retryAfter) => {
    pages.reading = new Error(fault)
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
  const other = openPages({ widgetDist: unbuilt.widgetDist })
  await expect(other.app.ready()).rejects.toThrow(
    /index\.html is not there: build the widget with "npm run build"/,
  )
  unbuilt.remove()
  await other.close()
})

test('the start stops at a document that would boot as something else in the modal', async () => {
  const index = sampleFiles['checkout/index.html'].replace('{"kind":"modal"}', '{"kind":"page"}')
  const wrong = createSampleDist({ 'checkout/index.html': index })
  const other = openPages({ widgetDist: wrong.widgetDist })
  await expect(other.app.ready()).rejects.toThrow(/boots as something else than the modal/)
  wrong.remove()
  await other.close()
})

test('an address that asks too often is told to wait, on a page', async () => {
  const busy = openPages({ requestsPerMinute: 2 })
  const statuses = []
  for (const _ of [1, 2]) statuses.push((await busy.app.inject({ url: `/checkout/${TOKEN}` })).statusCode)
  expect(statuses).toEqual([200, 200])
  const { statusCode, headers, body } = await busy.app.inject({ url: `/checkout/modal?key=${KEY}` })
  expect(statusCode).toBe(429)
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(body).toContain('More than 2 requests in a minute; wait')
  await busy.close()
})
