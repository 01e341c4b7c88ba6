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

const joe = {
  name: { first: 'Joe', last: 'Doe' },
  company_name: 'Doe Inc.',
  address: {
    line1: '123 Main St',
    line2: 'Floor 1',
    city: 'Austin',
    state: 'TX',
    zipcode: '78704',
    country: 'USA',
  },
  phone_number: '4153334567',
  email: 'joedoe@123fakestreet.com',
}

describe('the Order Object for the widget', () => {
  test("is Backd's documented order, priced by the server", async () => {
    const { order } = (await shop.browser.checkout()).json()
    expect(order).toEqual({
      merchant: {
        public_api_key: '518ce188-8295-422c-a4a2-8329ffd40341',
        name: 'Northwind Office Supply',
      },
      mode: { type: 'modal' },
      merchant_order_id: expect.stringMatching(/^NW-\d{8}-[0-9A-HJKMNP-TV-Z]{12}$/),
      merchant_order_status: 'pending',
      cart_amount: 9000,
      tax_amount: 100,
      shipping_amount: 50,
      discount_amount: 200,
      order_total: 8950,
      billing: joe,
      items: [
        {
          display_name: 'MacBook Pro',
          sku: 'ABC-123',
          unit_price: 3000,
          qty: 3,
          item_image_url: 'http://localhost:4100/assets/illustrations/laptop.svg',
          item_url: 'http://localhost:4100/products/ABC-123',
        },
      ],
    })
  })

  test('names in redirect mode where to come back to, with our own query', async () => {
    const { order } = (await shop.browser.checkout({ mode: 'redirect' })).json()
    expect(order.mode).toEqual({
      type: 'redirect',
      order_success_url: 'http://localhost:4100/checkout/success?via=redirect',
      order_close_url: `http://localhost:4100/checkout/close?order=${order.merchant_order_id}`,
    })
  })

  test('takes no amount from the browser', async () => {
    const { order } = (await shop.browser.checkout({ order_total: '1', 'items.0.unit_price': '1' })).json()
    expect(order.order_total).toBe(8950)
  })

  test('carries a shipping address only when it is another one', async () => {
    const elsewhere = { 'shipping.name.first': 'Ann', 'shipping.address.city': 'Dallas' }
    expect((await shop.browser.checkout(elsewhere)).json().order.shipping).toBeUndefined()
    const { order } = (await shop.browser.checkout({ ...elsewhere, ship_elsewhere: 'on' })).json()
    expect(order.shipping).toMatchObject({
      name: { first: 'Ann', last: 'Doe' },
      address: { city: 'Dallas' },
    })
  })
})

describe('merchant_order_id', () => {
  const idOf = async (more = {}) => (await shop.browser.checkout(more)).json().order.merchant_order_id

  test('stays while the purchase is the same, in either mode, so that Backd resumes it', async () => {
    const first = await idOf()
    expect(await idOf()).toBe(first)
    expect(await idOf({ mode: 'redirect' })).toBe(first)
  })

  test('is a new one once the cart or an address has changed', async () => {
    const first = await idOf()
    const moved = await idOf({ 'billing.address.city': 'Dallas' })
    expect(moved).not.toBe(first)
    await shop.browser.post('/cart', { 'qty.ABC-123': '4' })
    expect(await idOf({ 'billing.address.city': 'Dallas' })).not.toBe(moved)
  })

  test("is a new one for whoever presents another browser's cookie of another purchase", async () => {
    const first = await idOf()
    shop.browser.cookies.set('purchase', 'NW-20260416-000000000000')
    expect(await idOf()).not.toBe(first)
  })
})

describe('a form that cannot be right', () => {
  test.each([
    [{ 'billing.name.first': ' ' }, 'Billing: first name is missing.'],
    [{ 'billing.email': 'joe@' }, 'Billing: email must be an address like joe@example.com.'],
    [{ mode: 'popup' }, 'mode must be "modal", "redirect" or "server".'],
    [{ ship_elsewhere: 'on', 'shipping.address.city': '' }, 'Shipping: city is missing.'],
  ])('%j is a 400 that says what is wrong', async (fields, message) => {
    const response = await shop.browser.checkout(fields)
    expect(response.statusCode).toBe(400)
    expect(response.json().message).toBe(message)
  })

  test('comes back on the page with what was typed, escaped, and the fault at its field', async () => {
    const page = await shop.browser.post('/checkout/link', {
      ...exampleValues,
      'billing.name.first': '"><script>alert(1)</script>',
      'billing.email': 'nobody',
    })
    expect(page.statusCode).toBe(400)
    expect(page.body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(page.body).not.toContain('<script>alert')
    expect(page.body).toContain('aria-invalid="true" aria-describedby="billing.email-fault"')
  })
})

describe('an order that our server makes for the modal', () => {
  const link = 'http://localhost:4000/checkout/key/abc'
  const created = (more: object = {}) =>
    success({
      backd_order_id: 'BO-20260416-7K3M9QX2',
      merchant_order_id: 'NW-1',
      customer_url: link,
      order_total: 8950,
      status: 'order_created',
      create_date: '2026-04-16T14:02:11.000Z',
      notified_customer: false,
      ...more,
    })
  const pay = (more: Record<string, string> = {}) =>
    shop.browser.post('/api/checkout', { ...exampleValues, mode: 'server', ...more })

  test('is made by create_order, and the page hears its customer_url alone', async () => {
    shop.fake.answer('create_order', created())
    const response = await pay()
    expect([response.statusCode, response.json()]).toEqual([200, { customer_url: link }])
    expect(shop.fake.requests[0]?.body).toMatchObject({ order_total: 8950, notify_customer: false })
  })

  test('is the same for the same purchase, and another once that changes', async () => {
    shop.fake.answer('create_order', created())
    await pay()
    expect((await pay()).json()).toEqual({ customer_url: link })
    expect(shop.fake.requests).toHaveLength(1)
    await pay({ 'billing.name.first': 'Jane' })
    expect(shop.fake.requests).toHaveLength(2)
  })

  test('is asked for again, with the same words under the same key, when the answer was lost', async () => {
    expect((await pay()).statusCode).toBe(503)
    shop.fake.answer('create_order', created())
    expect((await pay()).json()).toEqual({ customer_url: link })
    const [lost, again] = shop.fake.requests
    expect(again?.idempotencyKey).toMatch(/^[0-9a-f]{64}$/)
    expect(again).toEqual(lost)
  })

  test('that Backd refused is another one when it is asked for again', async () => {
    shop.fake.answer('create_order', failure(422, 'total_exceeds_limit', 'Too much.'))
    expect((await pay()).json()).toEqual({ message: 'Too much.' })
    shop.fake.answer('create_order', created())
    expect((await pay()).json()).toEqual({ customer_url: link })
    const [refused, again] = shop.fake.requests
    expect(again?.idempotencyKey).not.toBe(refused?.idempotencyKey)
  })

  test('that can’t be asked for is told with a sentence', async () => {
    const response = await pay()
    expect(response.statusCode).toBe(503)
    expect(response.json()).toEqual({ message: expect.any(String) })
  })
})

describe('paying by link', () => {
  const created = (notified: boolean) =>
    success({
      backd_order_id: 'BO-20260416-7K3M9QX2',
      merchant_order_id: 'NW-1',
      customer_url: 'http://localhost:4000/checkout/abc',
      order_total: 8950,
      status: 'order_created',
      create_date: '2026-04-16T14:02:11.000Z',
      notified_customer: notified,
    })
  const payByLink = (more: Record<string, string> = {}) =>
    shop.browser.post('/checkout/link', { ...exampleValues, ...more })

  test('calls create_order with the secret key, in redirect mode, and shows the link', async () => {
    shop.fake.answer('create_order', created(false))
    const response = await payByLink()
    expect(response.statusCode).toBe(303)
    const [request] = shop.fake.requests
    expect(request?.path).toBe('/v1/backd/bnpl/api/create_order')
    expect(request?.authorization).toBe(
      `Basic ${btoa('518ce188-8295-422c-a4a2-8329ffd40341:sk_sandbox_demo')}`,
    )
    expect(request?.body).toMatchObject({
      order_total: 8950,
      billing: joe,
      customer_email: 'joedoe@123fakestreet.com',
      notify_customer: false,
      mode: { type: 'redirect', order_success_url: 'http://localhost:4100/checkout/success?via=link' },
    })
    expect(request?.body).not.toHaveProperty('merchant')

    const page = await shop.browser.get(String(response.headers.location))
    expect(page.body).toContain('http://localhost:4000/checkout/abc')
    expect(page.body).toContain('It was not mailed')

    shop.fake.answer('find_order', success(orderData({ status: 'terms_selected' })))
    const chosen = await shop.browser.get(String(response.headers.location))
    expect(chosen.body).toContain('Place it in the back office')
    expect(chosen.body).not.toContain('http://localhost:4000/checkout/abc')
  })

  test.each([
    [true, 'BackdPay mailed it to'],
    [false, 'BackdPay could not mail it to'],
  ])('with mail asked for and notified_customer %s, the page says "%s"', async (notified, words) => {
    shop.fake.answer('create_order', created(notified))
    const response = await payByLink({ notify_customer: 'on' })
    expect(shop.fake.requests[0]?.body).toMatchObject({ notify_customer: true })
    expect((await shop.browser.get(String(response.headers.location))).body).toContain(words)
  })

  test("shows Backd's own sentence when it refuses, and keeps form and cart", async () => {
    const message = 'order_total is 8950.00; the most this merchant sells on terms is 5000.00.'
    shop.fake.answer('create_order', failure(422, 'total_exceeds_limit', message))
    const page = await payByLink({ 'billing.address.city': 'Dallas' })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain(message)
    expect(page.body).toContain('value="Dallas"')
    expect((await shop.browser.get('/cart')).body).toContain('$8,950.00')
  })

  test('is a readable 503 while Backd cannot be reached', async () => {
    const page = await payByLink()
    expect(page.statusCode).toBe(503)
    expect(page.body).toContain('BackdPay can&#39;t be reached at http://localhost:4000.')
  })

  test('never shows a link that is not http(s)', async () => {
    const answer = created(false)
    shop.fake.answer('create_order', {
      ...answer,
      data: { ...answer.data, customer_url: 'javascript:alert(1)' },
    })
    const page = await payByLink()
    expect(page.statusCode).toBe(503)
    expect(page.body).not.toContain('javascript:')
  })
})
