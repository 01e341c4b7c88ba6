import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestShop } from '../testing/test-shop.ts'

let shop: Awaited<ReturnType<typeof openTestShop>>
beforeEach(async () => {
  shop = await openTestShop()
})
afterEach(() => shop.app.close())

describe('what the React storefront is told', () => {
  test('is the catalogue with its prices, the form, and where Backd is', async () => {
    const storefront = (await shop.browser.get('/api/storefront')).json()
    expect(storefront).toMatchObject({
      shop_name: 'Northwind Office Supply',
      checkout_origin: 'http://localhost:4000',
      public_key: '518ce188-8295-422c-a4a2-8329ffd40341',
      max_qty: 99,
    })
    expect(storefront.products[0]).toMatchObject({
      sku: 'ABC-123',
      unit_price_cents: 300_000,
      shipping_cents: 5_000,
      volume_discount: { from_qty: 3, off_cents: 20_000 },
      image_url: '/assets/illustrations/laptop.svg',
    })
    expect((await shop.browser.get(storefront.products[0].image_url)).statusCode).toBe(200)
    expect(JSON.stringify(storefront)).not.toContain(shop.config.backd.secretKey)
  })

  test('is the same cart as the pages have, priced by the server', async () => {
    await shop.browser.fillCart()
    const cart = (await shop.browser.get('/api/cart')).json()
    expect(cart).toMatchObject({ count: 3, totals: { totalCents: 895_000 } })
    expect(cart.lines[0]).toMatchObject({ sku: 'ABC-123', qty: 3, line_cents: 900_000 })

    await shop.browser.post('/api/cart', { sku: 'ABC-123', qty: '2' })
    expect((await shop.browser.get('/cart')).body).toContain('$6,150.00')
  })
})

describe('a change of the cart', () => {
  test('adds to what is there, sets, and takes out', async () => {
    const { browser } = shop
    await browser.post('/api/cart/add', { sku: 'ABC-123', qty: '1' })
    expect((await browser.post('/api/cart/add', { sku: 'ABC-123', qty: '2' })).json().count).toBe(3)
    expect((await browser.post('/api/cart', { sku: 'ABC-123', qty: '5' })).json().count).toBe(5)
    expect((await browser.post('/api/cart', { sku: 'ABC-123', qty: '0' })).json().lines).toEqual([])
  })

  test.each([
    [{ sku: 'XXX', qty: '1' }, 'We do not sell that.'],
    [{ sku: 'ABC-123', qty: '-1' }, 'whole number'],
    [{ sku: 'ABC-123' }, 'whole number'],
    [{}, 'We do not sell that.'],
  ])('of %j is a 400 that says what is wrong', async (fields, words) => {
    for (const url of ['/api/cart', '/api/cart/add']) {
      const response = await shop.browser.post(url, fields as Record<string, string>)
      expect(response.statusCode).toBe(400)
      expect(response.json().message).toContain(words)
    }
  })
})

test('a redirect that began in the React storefront comes back to it', async () => {
  await shop.browser.fillCart()
  const { order } = (await shop.browser.checkout({ mode: 'redirect', storefront: 'spa' })).json()
  expect(order.mode).toEqual({
    type: 'redirect',
    order_success_url: 'http://localhost:4100/spa/result?via=redirect',
    order_close_url: `http://localhost:4100/spa/checkout?order=${order.merchant_order_id}`,
  })
})
