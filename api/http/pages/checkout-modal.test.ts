import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  bootOf,
  KEY,
  lasting,
  openPages,
  type PagesUnderTest,
  policyFor,
  SHOP,
} from '../../testing/checkout-pages-harness.ts'

let pages: PagesUnderTest
beforeEach(() => {
  pages = openPages()
})
afterEach(() => pages.close())

const get = (url: string, headers: Record<string, string> = {}) => pages.app.inject({ url, headers })

describe('GET /checkout/modal', () => {
  const url = `/checkout/modal?key=${KEY}`

  test('is the document for the frame, which the merchant’s registered origins may show', async () => {
    pages.origins = [SHOP, 'http://localhost:4100']
    const { statusCode, headers, body } = await get(url)
    expect(statusCode).toBe(200)
    expect(bootOf(body)).toEqual({ kind: 'modal' })
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyFor(body, `${SHOP} http://localhost:4100`, pages.origins),
      'cache-control': 'private, no-cache',
      'cross-origin-embedder-policy': 'credentialless',
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
    pages.origins = []
    expect((await get(url)).headers['content-security-policy']).toMatch(/frame-ancestors 'none'$/)
    pages.origins = ['https://a.example; script-src *', '*', `${SHOP} 'self'`]
    expect((await get(url)).headers['content-security-policy']).toMatch(/frame-ancestors 'none'$/)
  })

  test('is asked for anew each time and costs a 304, until the merchant’s origins change', async () => {
    const first = await get(url, { 'accept-encoding': 'br' })
    const etag = String(first.headers.etag)
    expect(etag).toMatch(/^"[A-Za-z0-9_-]{22}-br"$/)

    const again = await get(url, { 'accept-encoding': 'br', 'if-none-match': etag })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy'])

    pages.origins = ['https://other.example']
    const changed = await get(url, { 'accept-encoding': 'br', 'if-none-match': etag })
    expect(changed.statusCode).toBe(200)
    expect(changed.headers['content-security-policy']).toMatch(/frame-ancestors https:\/\/other\.example$/)
  })

  test('answers HEAD with the same headers and no body', async () => {
    const head = await pages.app.inject({ method: 'HEAD', url })
    const { headers } = await get(url)
    expect([head.statusCode, head.body]).toEqual([200, ''])
    expect(lasting(head.headers)).toEqual(lasting(headers))
  })
})
