import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exampleValues } from '../checkout-fields.ts'
import { failure, orderData, success } from '../testing/fake-backd.ts'
import { openTestShop } from '../testing/test-shop.ts'

let shop: Awaited<ReturnType<typeof openTestShop>>
beforeEach(async () => {
  shop = await openTestShop()
  await shop.browser.fillCart()
})
afterEach(() => shop.app.close())

describe('the button of a page without scripts', () => {
  const link = 'http://localhost:4000/checkout/key/abc'
  const created = success({
    backd_order_id: 'BO-20260416-7K3M9QX2',
    merchant_order_id: 'NW-1',
    customer_url: link,
    order_total: 8950,
    status: 'order_created',
    create_date: '2026-04-16T14:02:11.000Z',
    notified_customer: false,
  })
  const press = (more: Record<string, string> = {}) =>
    shop.browser.post('/checkout/redirect', { ...exampleValues, ...more })

  test('is on the page, enabled, in a form that posts', async () => {
    const { body } = await shop.browser.get('/checkout')
    expect(body).toMatch(/<form [^>]*method="post"/)
    const button = /<button [^>]*id="pay"[^>]*>/.exec(body)?.[0] ?? ''
    expect(button).toContain('formaction="/checkout/redirect"')
    expect(button).not.toMatch(/\sdisabled\b|type="button"/)
  })

  test('makes the order with create_order and sends the customer there, to the same one when pressed again', async () => {
    shop.fake.answer('create_order', created)
    for (const _ of [1, 2]) {
      const response = await press()
      expect([response.statusCode, response.headers.location]).toEqual([303, link])
    }
    expect(shop.fake.requests).toHaveLength(1)
    expect(shop.fake.requests[0]?.body).toMatchObject({ order_total: 8950, notify_customer: false })
  })

  test('may be followed to Backd under the page’s own policy', async () => {
    const policy = (await shop.browser.get('/checkout')).headers['content-security-policy']
    expect(policy).toContain("form-action 'self' http://localhost:4000;")
  })

  test('with a form that cannot be right, or an order that Backd refuses, comes back to the page with words', async () => {
    const wrong = await press({ 'billing.email': 'nobody' })
    expect(wrong.statusCode).toBe(400)
    expect(wrong.body).toContain('Billing: email must be an address')
    const message = 'order_total is 8950.00; the most this merchant sells on terms is 5000.00.'
    shop.fake.answer('create_order', failure(422, 'total_exceeds_limit', message))
    const refused = await press()
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(message)
  })

  test('with an empty cart leads to it', async () => {
    shop.browser.cookies.clear()
    expect((await press()).headers.location).toBe('/cart')
  })

  describe('once the customer has come back from Backd', () => {
    const comeBack = async () => {
      shop.fake.answer('create_order', created)
      await press()
      const id = Object(shop.fake.requests[0]?.body).merchant_order_id
      shop.fake.answer('order_placed', success(orderData({ merchant_order_id: id })))
      return { id, url: `/checkout/success?backd_order_id=BO-20260416-7K3M9QX2&merchant_order_id=${id}` }
    }

    test('has emptied the cart', async () => {
      const { url } = await comeBack()
      expect((await shop.browser.get(url)).body).toContain('Thank you, Joe')
      expect((await shop.browser.get('/cart')).body).toContain('Your cart is empty')
    })

    test('in another browser, leaves the cart that is there', async () => {
      const { url } = await comeBack()
      shop.browser.cookies.delete('purchase')
      expect((await shop.browser.get(url)).body).toContain('Thank you, Joe')
      expect((await shop.browser.get('/cart')).body).toContain('$8,950.00')
    })
  })
})
