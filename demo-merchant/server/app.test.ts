import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestShop } from './testing/test-shop.ts'

let shop: Awaited<ReturnType<typeof openTestShop>>
beforeEach(async () => {
  shop = await openTestShop()
})
afterEach(() => shop.app.close())

describe('the storefront', () => {
  test('lists the products with their prices', async () => {
    const page = await shop.browser.get('/')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('MacBook Pro')
    expect(page.body).toContain('$3,000.00')
  })

  test('fills the cart, prices it on the server and counts it in the header', async () => {
    const { browser } = shop
    expect((await browser.fillCart()).headers.location).toBe('/cart')
    const page = await browser.get('/cart')
    expect(page.body).toContain('$8,950.00')
    expect(page.body).toContain('<span class="cart-count">3</span>')
  })

  test('changes a quantity and takes a product out', async () => {
    const { browser } = shop
    await browser.fillCart()
    await browser.post('/cart', { 'qty.ABC-123': '2' })
    expect((await browser.get('/cart')).body).toContain('$6,150.00')
    await browser.post('/cart', { remove: 'ABC-123', 'qty.ABC-123': '2' })
    expect((await browser.get('/cart')).body).toContain('Your cart is empty')
  })

  test.each([
    ['/products/XXX', 404],
    ['/nowhere', 404],
    ['/purchases/NW-unknown', 404],
    ['/assets/../server/config.ts', 404],
    ['/checkout/success', 400],
    ['/checkout/success?backd_order_id=BO-1&merchant_order_id=NW-unknown', 404],
  ])('GET %s is a readable %i page', async (url, status) => {
    const page = await shop.browser.get(url)
    expect(page.statusCode).toBe(status)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).toContain('<h1>')
  })

  test.each(['-1', '1.5', 'three', '', '0'])('a quantity of %j is refused with 400', async (qty) => {
    const page = await shop.browser.post('/cart/add', { sku: 'ABC-123', qty })
    expect(page.statusCode).toBe(400)
    expect(page.body).toContain('whole number from 1 to 99')
  })
})

describe('requests from elsewhere', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:4100' }],
    ['another port of this host', { 'sec-fetch-site': 'same-site' }],
    ['another origin, in a browser without Sec-Fetch-Site', { origin: 'https://evil.example' }],
    ['no browser at all', {}],
  ])('a post from %s is refused with 403', async (_who, headers) => {
    const response = await shop.app.inject({ method: 'POST', url: '/api/checkout', headers })
    expect(response.statusCode).toBe(403)
    expect(response.json().message).toContain('our own pages only')
  })

  test('our own origin is enough for a browser without Sec-Fetch-Site', async () => {
    const headers = { origin: 'http://localhost:4100' }
    const response = await shop.app.inject({ method: 'POST', url: '/api/checkout', headers })
    expect(response.statusCode).toBe(409)
    expect(response.json().message).toBe('Your cart is empty.')
  })
})

describe('bodies that cannot be read', () => {
  test.each([
    ['broken JSON', 'application/json', '{"a":', 400],
    ['a type we do not take', 'text/xml', '<a/>', 415],
    ['more than 64 KB', 'application/x-www-form-urlencoded', `a=${'x'.repeat(70_000)}`, 413],
  ])('%s is a 4xx with a sentence and no stack', async (_what, type, payload, status) => {
    const response = await shop.app.inject({
      method: 'POST',
      url: '/api/checkout',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
      payload,
    })
    expect(response.statusCode).toBe(status)
    expect(response.json().message).toBeTruthy()
    expect(response.body).not.toMatch(/node_modules|\bat .*:\d+:\d+/)
  })
})

describe('the Content-Security-Policy', () => {
  test('lets Backd in on the checkout page: its script, its frame, its call', async () => {
    await shop.browser.fillCart()
    const policy = (await shop.browser.get('/checkout')).headers['content-security-policy']
    expect(policy).toContain("script-src 'self' http://localhost:4000/widget/v1/;")
    expect(policy).toContain('frame-src http://localhost:4000;')
    expect(policy).toContain("connect-src 'self' http://localhost:4000;")
    expect(policy).not.toContain('unsafe')
  })

  test('names nobody but ourselves on pages with nothing of Backd’s', async () => {
    for (const url of ['/', '/nowhere', '/orders']) {
      const policy = (await shop.browser.get(url)).headers['content-security-policy']
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('localhost:4000')
    }
  })

  test('holds, since no page has an inline script, style or handler', async () => {
    await shop.browser.fillCart()
    for (const url of ['/', '/cart', '/products/ABC-123', '/checkout', '/checkout/close?message=x']) {
      const { body } = await shop.browser.get(url)
      expect(body).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/)
    }
  })
})

test('what the secret key is appears on no page and in no answer', async () => {
  const { browser, config } = shop
  await browser.fillCart()
  const answers = [await browser.get('/checkout'), await browser.checkout()]
  for (const { body } of answers) expect(body).not.toContain(config.backd.secretKey)
})
