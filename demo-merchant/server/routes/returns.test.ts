import { createHash, createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failure, orderData, success } from '../testing/fake-backd.ts'
import { openTestShop } from '../testing/test-shop.ts'

const BACKD_ID = 'BO-20260416-7K3M9QX2'
const MISMATCH =
  'order_total is 8950.00, but the customer agreed to 1.00. Check the order before you place it.'

let shop: Awaited<ReturnType<typeof openTestShop>>
let orderId: string
beforeEach(async () => {
  shop = await openTestShop()
  await shop.browser.fillCart()
  orderId = (await shop.browser.checkout()).json().order.merchant_order_id
})
afterEach(() => shop.app.close())

const tellSuccess = (id = orderId, backdId = BACKD_ID) =>
  shop.browser.post(`/api/orders/${id}/success`, { backd_order_id: backdId })
const comeBack = (id = orderId, backdId = BACKD_ID, signature = sign(id, backdId)) => {
  const ids = `backd_order_id=${backdId}&merchant_order_id=${id}`
  return shop.browser.get(`/checkout/success?via=redirect&${ids}&backd_signature=${signature}`)
}
/** As Backd does, with the sandbox merchant's key. */
function sign(id: string, backdId: string): string {
  const seconds = Math.floor(Date.now() / 1000)
  const key = createHash('sha256').update('sk_sandbox_demo').digest()
  return `${seconds}.${createHmac('sha256', key).update(`${seconds}.${backdId}.${id}`).digest('hex')}`
}
const placedRequests = () => shop.fake.requests.filter((request) => request.path.endsWith('/order_placed'))

describe('a customer who has finished', () => {
  beforeEach(() => {
    shop.fake.answer('order_placed', success(orderData({ merchant_order_id: orderId })))
    shop.fake.answer('find_order', success(orderData({ merchant_order_id: orderId })))
  })

  test("in the modal: the order is placed for the total of the shop's own books", async () => {
    const response = await tellSuccess()
    expect(response.json()).toEqual({
      outcome: 'placed',
      order_url: `/purchases/${orderId}`,
      message: null,
      order: {
        merchant_order_id: orderId,
        first_name: 'Joe',
        email: 'joedoe@123fakestreet.com',
        total_cents: 895_000,
      },
    })
    expect(placedRequests()[0]?.body).toEqual({
      backd_order_id: BACKD_ID,
      merchant_order_id: orderId,
      order_total: 8950,
    })
    expect(shop.book.find(orderId)?.status).toBe('placed')
  })

  test('over the redirect: the page says thank you and the cart is empty', async () => {
    const page = await comeBack()
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Thank you, Joe')
    expect(page.body).toContain('<span class="cart-count">0</span>')
    expect((await shop.browser.get('/cart')).body).toContain('Your cart is empty')
  })

  test('over the redirect, with ids that Backd did not sign together: nothing is done', async () => {
    const page = await comeBack(orderId, BACKD_ID, sign(orderId, 'BO-20260416-OTHER000'))
    expect(page.statusCode).toBe(400)
    expect(page.body).toContain('This link was changed on its way')
    expect(placedRequests()).toEqual([])
    expect(shop.book.find(orderId)?.status).toBe('pending')
  })

  test('and reloads: Backd is asked once', async () => {
    await comeBack()
    const again = await comeBack()
    expect(again.body).toContain('Thank you, Joe')
    expect(placedRequests()).toHaveLength(1)
  })

  test("sees the order's page with find_order's answer, readable and raw", async () => {
    await tellSuccess()
    const page = await shop.browser.get(`/purchases/${orderId}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('pill-order_placed')
    expect(page.body).toContain(BACKD_ID)
    expect(page.body).toContain('<code>order_placed</code>')
    expect(page.body).toContain('&quot;order_total&quot;: 8950')
    expect(page.body).not.toContain('differs')
  })

  test('cannot be overwritten by a second return with another Backd order', async () => {
    await tellSuccess()
    const page = await comeBack(orderId, 'BO-20260416-OTHER000')
    expect(page.body).toContain('already placed')
    expect(shop.book.find(orderId)?.backdOrderId).toBe(BACKD_ID)
    expect(placedRequests()).toHaveLength(1)
  })

  test('gets a new merchant_order_id for the same things bought again', async () => {
    await tellSuccess()
    await shop.browser.fillCart()
    expect((await shop.browser.checkout()).json().order.merchant_order_id).not.toBe(orderId)
  })
})

describe('a total changed in the browser', () => {
  beforeEach(() => {
    shop.fake.answer('order_placed', failure(409, 'total_mismatch', MISMATCH))
    const tampered = orderData({ merchant_order_id: orderId, status: 'terms_selected', order_total: 1 })
    shop.fake.answer('find_order', success(tampered))
  })

  test("is found out: the order needs attention, and its page shows Backd's sentence and both totals", async () => {
    expect((await tellSuccess()).json().outcome).toBe('needs_attention')
    expect(shop.book.find(orderId)?.status).toBe('needs_attention')
    const page = await shop.browser.get(`/purchases/${orderId}`)
    expect(page.body).toContain(`Do not send this order.</b> ${MISMATCH}`)
    expect(page.body).toContain('$8,950.00')
    expect(page.body).toContain('$1.00 <span class="differs-word">differs</span>')
    expect(page.body).not.toContain('Place it in the back office')
  })

  test('over the redirect: the customer reads why, and the cart stays', async () => {
    const page = await comeBack()
    expect(page.body).toContain('We need to check your order')
    expect(page.body).toContain(MISMATCH)
    expect((await shop.browser.get('/cart')).body).toContain('$8,950.00')
  })
})

describe('while Backd does not answer', () => {
  test('the order waits, its page says so, and it can be placed later without the customer', async () => {
    expect((await tellSuccess()).json().outcome).toBe('not_yet')
    const waiting = await shop.browser.get(`/purchases/${orderId}`)
    expect(waiting.statusCode).toBe(200)
    expect(waiting.body).toContain('We could not look the order up')

    shop.fake.answer(
      'find_order',
      success(orderData({ merchant_order_id: orderId, status: 'terms_selected' })),
    )
    expect((await shop.browser.get(`/purchases/${orderId}`)).body).toContain('Place it in the back office')

    shop.fake.answer('order_placed', success(orderData({ merchant_order_id: orderId })))
    const response = await shop.browser.post(`/orders/${BACKD_ID}/place`)
    expect(response.headers.location).toBe(`/orders/${BACKD_ID}?done=place#done`)
    expect(shop.book.find(orderId)?.status).toBe('placed')
  })

  test('the return page is a 503 that invites to reload', async () => {
    const page = await comeBack()
    expect(page.statusCode).toBe(503)
    expect(page.body).toContain('BackdPay can&#39;t be reached')
    expect(page.body).toContain('Reload this page')
  })

  test.each([
    ['a 503 of its own', failure(503, 'unavailable', 'The database is away. Try again in a moment.')],
    ['an answer without the envelope', { hello: 'world' }],
    ['data that lacks its fields', success({ backd_order_id: BACKD_ID })],
  ])('%s leaves the order pending', async (_what, answer) => {
    shop.fake.answer('order_placed', answer)
    expect((await tellSuccess()).json().outcome).toBe('not_yet')
    expect(shop.book.find(orderId)?.status).toBe('pending')
  })
})

test('an invented Backd order marks nothing and is not kept', async () => {
  shop.fake.answer('order_placed', failure(404, 'order_not_found', 'There is no such order.'))
  expect((await tellSuccess(orderId, 'BO-INVENTED')).json().outcome).toBe('not_yet')
  expect(shop.book.find(orderId)).toMatchObject({ status: 'pending', backdOrderId: null })
})

test('an order that is not in our books is a 404, and Backd is not asked', async () => {
  expect((await tellSuccess('NW-20260416-000000000000')).statusCode).toBe(404)
  expect(shop.fake.requests).toEqual([])
})

describe('a customer who left', () => {
  test("reads Backd's message, escaped, and finds the cart as it was", async () => {
    const message = encodeURIComponent('<b>You closed the checkout.</b>')
    const page = await shop.browser.get(`/checkout/close?order=${orderId}&message=${message}`)
    expect(page.body).toContain('&lt;b&gt;You closed the checkout.&lt;/b&gt;')
    expect((await shop.browser.get('/cart')).body).toContain('$8,950.00')
    expect(shop.book.find(orderId)?.events.at(-1)?.text).toContain('<b>You closed the checkout.</b>')
  })

  test('is told that it cannot be used, and not what is wrong with our integration', async () => {
    const page = await shop.browser.get('/checkout/close?code=INVALID_PUBLIC_KEY&message=public_api_key')
    expect(page.body).toContain('BackdPay can’t be used for this order')
    expect(page.body).toContain('Code: INVALID_PUBLIC_KEY')
    expect(page.body).not.toContain('public_api_key')
  })

  test('reads that the order is over the limit, and of what limit', async () => {
    const page = await shop.browser.get('/checkout/close?code=TOTAL_EXCEEDS_LIMIT&message=At+most+%24100')
    expect(page.body).toContain('BackdPay can’t be used for this order')
    expect(page.body).toContain('At most $100')
  })

  test.each(['FRAME_UNREACHABLE', 'NETWORK_ERROR', 'SERVICE_ERROR'])(
    'is asked to try again after %s',
    async (code) => {
      const page = await shop.browser.get(`/checkout/close?code=${code}&message=no+answer`)
      expect(page.body).toContain('Please try again.')
      expect(page.body).not.toContain('no answer')
    },
  )

  test('and reloads: the history has it once', async () => {
    const before = shop.book.find(orderId)?.events.length ?? 0
    await shop.browser.get(`/checkout/close?order=${orderId}&message=closed`)
    await shop.browser.get(`/checkout/close?order=${orderId}&message=closed`)
    expect(shop.book.find(orderId)?.events).toHaveLength(before + 1)
  })
})
