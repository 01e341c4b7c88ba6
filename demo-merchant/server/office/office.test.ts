import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failure, orderData, success } from '../testing/fake-backd.ts'
import { openTestShop } from '../testing/test-shop.ts'

const ID = 'BO-20260416-7K3M9QX2'
const NOW = '2026-04-16T15:00:00.000Z'
const draft = { amount: 100, status: 'draft', create_date: NOW, locked_at: '2026-04-16T22:00:00.000Z' }

let shop: Awaited<ReturnType<typeof openTestShop>>
beforeEach(async () => {
  shop = await openTestShop()
  shop.fake.answer('order_events', success({ backd_order_id: ID, events: [] }))
  shop.fake.answer('sandbox', success({ now: NOW, offset_ms: 0 }))
})
afterEach(() => shop.app.close())

const have = (order: object) => shop.fake.answer('find_order', success(orderData(order)))
const open = () => shop.browser.get(`/orders/${ID}`)
const press = (path: string, form = {}) => shop.browser.post(`/orders/${ID}/${path}`, form)
/** The last call of an endpoint. */
const sent = (endpoint: string) => shop.fake.requests.findLast(({ path }) => path.endsWith(`/${endpoint}`))
const buttons = (body: string) =>
  [...body.matchAll(/<button[^>]*>([^<]+)<\/button>|<a class="button[^>]*>([^<]+…)<\/a>/g)]
    .map(([, button, link]) => button ?? link)
    .filter((name) => !/ on$|lock$|real time$/.test(name ?? ''))

describe('the list', () => {
  const summary = {
    backd_order_id: ID,
    merchant_order_id: 'NW-1',
    create_date: NOW,
    status: 'order_placed',
    order_total: 8950,
    billing: { name: { first: '<b>Joe', last: 'Doe' } },
  }

  test('asks for what is looked for, and shows it escaped', async () => {
    shop.fake.answer('find_orders', success({ orders: [summary], next_cursor: 'next' }))
    const page = await shop.browser.get('/orders?status=order_placed&search=+NW-+&cursor=abc')
    expect(page.statusCode).toBe(200)
    expect(sent('find_orders')?.search).toBe('?status=order_placed&search=NW-&cursor=abc')
    expect(page.body).toContain(`href="/orders/${ID}"`)
    expect(page.body).toContain('&lt;b&gt;Joe Doe')
    expect(page.body).toContain('href="/orders?status=order_placed&amp;search=NW-&amp;cursor=next"')
    expect(page.headers['cache-control']).toBe('no-store')
  })

  test('asks for everything when nothing is looked for, and passes no invented status on', async () => {
    shop.fake.answer('find_orders', success({ orders: [], next_cursor: null }))
    const page = await shop.browser.get('/orders?status=nonsense&search=')
    expect(sent('find_orders')?.search).toBe('')
    expect(page.body).toContain('No orders yet')
  })

  test('says what it looked for in vain', async () => {
    shop.fake.answer('find_orders', success({ orders: [], next_cursor: null }))
    const page = await shop.browser.get('/orders?status=refund&search=NW-9')
    expect(page.body).toContain('whose id begins with <b>NW-9</b> and with the status <b>Refunded</b>')
  })

  test('shows Backd’s own sentence when it refuses, and when it is away', async () => {
    shop.fake.answer('find_orders', failure(400, 'invalid_request', 'cursor: must be another.'))
    const refused = await shop.browser.get('/orders?cursor=x')
    expect([refused.statusCode, refused.body.includes('cursor: must be another.')]).toEqual([400, true])
    shop.fake.answer('find_orders', new TypeError('fetch failed'))
    expect((await shop.browser.get('/orders')).statusCode).toBe(503)
  })
})

describe('an order’s page', () => {
  test.each([
    ['order_created', [], []],
    ['terms_selected', [], ['Place the order']],
    ['order_placed', [], ['Confirm the order', 'Cancel the order…', 'Save the changes']],
    ['order_confirmed', [], ['Ask for the refund']],
    ['order_confirmed', [draft], ['Delete the refund', 'Replace the refund']],
    ['order_confirmed', [{ ...draft, status: 'approved' }], []],
    ['refund', [{ ...draft, status: 'settled' }], []],
    ['order_cancelled', [], []],
  ])('of one that is %s with refunds %o has the buttons %o', async (status, refunds, expected) => {
    have({ status, refunds })
    const { statusCode, body } = await open()
    expect(statusCode).toBe(200)
    expect(buttons(body)).toEqual(expected)
  })

  test('counts down by the sandbox’s time, and says it in words for those without scripts', async () => {
    have({ status: 'order_confirmed', refunds: [draft] })
    const { body } = await open()
    expect(body).toContain('data-countdown-ms="25200000">7 hours</b>')
    expect(body.match(/<form[^>]* data-until-lock/g)).toHaveLength(2)
  })

  test('has no sandbox panel where there is no sandbox', async () => {
    shop.fake.answer('sandbox', failure(404, 'not_found', 'There is nothing at this address.'))
    have({})
    expect((await open()).body).not.toContain('Sandbox time')
  })

  test('is there also while the history cannot be read', async () => {
    shop.fake.answer('order_events', failure(500, 'internal_error', 'Something went wrong.'))
    have({})
    const { statusCode, body } = await open()
    expect([statusCode, body.includes('It could not be read. Something went wrong.')]).toEqual([200, true])
  })

  test('tells an unknown order from one that cannot be looked up', async () => {
    shop.fake.answer('find_order', failure(404, 'order_not_found', 'There is no such order.'))
    expect((await open()).statusCode).toBe(404)
    shop.fake.answer('find_order', new TypeError('fetch failed'))
    const { statusCode, body } = await open()
    expect([statusCode, body.includes('Try again')]).toEqual([503, true])
  })

  test('shows nothing of what an address says was done, unless it is something that is done here', async () => {
    have({})
    expect((await shop.browser.get(`/orders/${ID}?done=confirm`)).body).toContain('The order is confirmed.')
    for (const done of ['toString', '<b>', 'constructor']) {
      expect((await shop.browser.get(`/orders/${ID}?done=${done}`)).body).not.toContain('role="status"')
    }
  })
})

describe('an action', () => {
  const amounts = {
    cart_amount: '9,200.00',
    tax_amount: '100',
    shipping_amount: '$50',
    discount_amount: '200',
    order_total: '9150',
    merchant_order_status: 'packed',
  }

  test('goes to Backd, and leads back to the page', async () => {
    have({ status: 'order_placed' })
    shop.fake.answer('update_order', success(orderData()))
    const reply = await press('update', amounts)
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `/orders/${ID}?done=update#done`])
    expect(sent('update_order')?.body).toEqual({
      backd_order_id: ID,
      merchant_order_id: 'NW-1',
      merchant_order_status: 'packed',
      cart_amount: 9200,
      tax_amount: 100,
      shipping_amount: 50,
      discount_amount: 200,
      order_total: 9150,
    })
  })

  test('that Backd refuses is told in its words at the form, with what was typed', async () => {
    have({ status: 'order_placed' })
    const faults = [{ path: 'order_total', message: 'must be at most 9845.00' }]
    shop.fake.answer('update_order', failure(422, 'total_exceeds_limit', 'Above <the> limit.', faults))
    const { statusCode, body } = await press('update', { ...amounts, order_total: '9,999"' })
    expect(statusCode).toBe(400)
    expect(body).toContain('Write each amount as a number of dollars')
    const refused = await press('update', { ...amounts, order_total: '9,999' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('role="alert" id="problem-update">Above &lt;the&gt; limit.')
    expect(refused.body).toMatch(/name="order_total" value="9,999"[^>]*aria-invalid="true" autofocus/)
    expect(refused.body).toContain('name="cart_amount" value="9,200.00"')
    expect(body).toContain('value="9,999&quot;"')
  })

  test('whose form is gone by now is told above everything', async () => {
    have({ status: 'order_confirmed' })
    shop.fake.answer(
      'update_order',
      failure(409, 'order_already_confirmed', 'The order is already confirmed.'),
    )
    const { statusCode, body } = await press('update', amounts)
    expect(statusCode).toBe(409)
    expect(body).toContain('id="problem-moved-on" tabindex="-1" autofocus>The order is already confirmed.')
  })

  test.each(['confirm', 'cancel', 'refund', 'delete-refund', 'place'])(
    '%s while Backd is away says so and changes nothing here',
    async (path) => {
      have({ status: 'order_placed' })
      const { statusCode, body } = await press(path, { refund_amount: '1' })
      expect(statusCode).toBe(503)
      expect(body).toContain('BackdPay can&#39;t be reached')
    },
  )

  test('of an order in the shop’s books is written into them', async () => {
    await shop.browser.fillCart()
    const id = (await shop.browser.checkout()).json().order.merchant_order_id
    have({ merchant_order_id: id, status: 'order_placed' })
    shop.fake.answer(
      'update_order',
      success(orderData({ merchant_order_id: id, order_total: 9150, cart_amount: 9200 })),
    )
    shop.fake.answer('confirm_order', success(orderData({ merchant_order_id: id })))
    await press('update', amounts)
    await press('confirm')
    const order = shop.book.find(id)
    expect(order?.totals).toMatchObject({ cartCents: 9200_00, totalCents: 9150_00 })
    expect(order?.events.slice(-2).map(({ text }) => text)).toEqual([
      'update_order: the total is 9150.00.',
      'confirm_order: the order is confirmed.',
    ])
  })

  test('from another site is refused', async () => {
    const reply = await shop.app.inject({
      method: 'POST',
      url: `/orders/${ID}/confirm`,
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(reply.statusCode).toBe(403)
    expect(shop.fake.requests).toEqual([])
  })
})

describe('the sandbox’s time', () => {
  test.each([
    ['lock', { now: '2026-04-16T22:00:01.000Z' }],
    ['day', { advance_seconds: 86_400 }],
    ['week', { advance_seconds: 604_800 }],
    ['real', undefined],
  ])('is moved by %s', async (move, body) => {
    have({ status: 'order_confirmed', refunds: [draft] })
    const reply = await press('clock', { move })
    expect(reply.headers.location).toBe(`/orders/${ID}?done=clock#done`)
    const call = shop.fake.requests.findLast(
      ({ path, method }) => path.endsWith('/clock') && method !== 'GET',
    )
    expect([call?.method, call?.body]).toEqual([move === 'real' ? 'DELETE' : 'POST', body])
  })

  test.each(['lock', 'sideways', ''])('is left as it is by %j without a refund', async (move) => {
    have({ status: 'order_confirmed' })
    expect((await press('clock', { move })).statusCode).toBe(400)
  })

  test('is left as it is by a move that is none, and the page says that, whatever refund there is', async () => {
    have({ status: 'order_confirmed', refunds: [draft] })
    const page = await press('clock', { move: 'sideways' })
    expect(page.statusCode).toBe(400)
    expect(page.body).toContain('There is no such move')
    expect(page.body).not.toContain('There is no refund that could lock')
    expect(
      shop.fake.requests.filter(({ path, method }) => path.endsWith('/clock') && method !== 'GET'),
    ).toEqual([])
  })
})
