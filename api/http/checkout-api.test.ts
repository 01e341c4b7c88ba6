import { checkoutOrderReplySchema, checkoutSessionSchema } from '@backd/contract/api/checkout.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { seedMode } from '@backd/contract/testing/seed-examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  checkoutOrderBody,
  choiceOf,
  createOrderBody,
  createTestApp,
  isRefusal,
  newMerchantOrderId,
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

const order = (changes = {}, by = merchant) => checkoutOrderBody(by, changes)
const open = async (changes = {}) => (await api.browserCall(order(changes))).body.data

/** Runs with the clock put forward. */
async function later<Result>(ms: number, run: () => Promise<Result>): Promise<Result> {
  const start = api.clock.time
  api.clock.time = new Date(start.getTime() + ms)
  try {
    return await run()
  } finally {
    api.clock.time = start
  }
}
const HOUR = 3_600_000

describe('an order made by a page', () => {
  test('is taken as the pages show it, and opens its checkout', async () => {
    const reply = await api.browserCall(order({ merchant_order_id: 'JKLMO4321' }))
    expect(reply.status).toBe(200)
    successSchema(checkoutOrderReplySchema.strict()).strict().parse(reply.body)
    const { data } = reply.body
    expect(data.customer_url).toBe(`${OURS}/checkout/${data.token}`)
    expect(data.session).toMatchObject({
      backd_order_id: data.backd_order_id,
      merchant_order_id: 'JKLMO4321',
      merchant_name: 'Northwind Office Supply',
      status: 'order_created',
      order_total_cents: 895_000,
      return_urls: null,
      expires_at: '2026-04-17T15:00:00.000Z',
    })
    expect((await api.sessionCall(data.token)).body.data).toEqual(data.session)
    expect(await api.events(data.backd_order_id)).toEqual([
      { type: 'order_created', actor: 'customer', from: null, to: 'order_created' },
    ])
  })

  test('in the modal comes from our own origin, which names the page', async () => {
    const reply = await api.browserCall({ ...order(), page_origin: SHOP }, { origin: OURS })
    expect(reply.status).toBe(200)
  })

  test('may not come from a page that is not registered, and names the origin to register', async () => {
    const before = await api.count('orders')
    const cross = await api.browserCall(order(), { origin: 'https://evil.example' })
    const framed = await api.browserCall(
      { ...order(), page_origin: 'https://evil.example' },
      { origin: OURS },
    )
    for (const reply of [cross, framed]) {
      expect(isRefusal(reply, 403, 'origin_not_allowed')).toBe(true)
      expect(reply.body.message).toContain('register https://evil.example')
    }
    expect(cross.headers['access-control-allow-origin']).toBeUndefined()
    expect(await api.count('orders')).toBe(before)
  })

  test('may not come from a page of another merchant', async () => {
    const other = await api.createMerchant({ origins: ['https://other.example'] })
    expect(isRefusal(await api.browserCall(order({}, other)), 403, 'origin_not_allowed')).toBe(true)
  })

  test('may not come from no page at all', async () => {
    const reply = await api.call({ method: 'POST', url: '/checkout/api/orders', payload: order() })
    expect(isRefusal(reply, 403, 'origin_not_allowed')).toBe(true)
  })

  test('needs a key that somebody has', async () => {
    const nobody = { ...merchant, publicKey: '00000000-0000-4000-8000-000000000000' }
    expect(isRefusal(await api.browserCall(order({}, nobody)), 401, 'unauthorized')).toBe(true)
  })

  test('with redirect goes back to registered origins only', async () => {
    const good = await open({ mode: seedMode })
    expect(good.session.return_urls).toEqual({
      success: 'https://merchant.website.com/success',
      close: 'https://merchant.website.com/cart',
    })
    const bad = await api.browserCall(
      order({
        mode: {
          ...seedMode,
          order_success_url: 'https://merchant.website.com.evil.example/',
          order_close_url: 'https://merchant.website.com:8443/cart',
        },
      }),
    )
    expect(isRefusal(bad, 400, 'invalid_request')).toBe(true)
    expect(bad.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'order.mode.order_success_url',
      'order.mode.order_close_url',
    ])
    expect(bad.body.errors[1].message).toContain('https://merchant.website.com:8443')
  })

  test('in the modal ignores the URLs of its mode, whatever they are', async () => {
    const data = await open({
      mode: { type: 'modal', order_success_url: 7, order_close_url: 'javascript:alert(1)' },
    })
    expect(data.session.return_urls).toBeNull()
  })

  test('of amounts that do not add up, or above the limit, is refused', async () => {
    const sums = await api.browserCall(order({ order_total: 1 }))
    expect(isRefusal(sums, 422, 'amounts_do_not_add_up')).toBe(true)
    const small = await api.createMerchant({ orderLimitCents: 894_999 })
    const limit = await api.browserCall(order({}, small))
    expect(isRefusal(limit, 422, 'total_exceeds_limit')).toBe(true)
    // The page may read why.
    expect(limit.headers['access-control-allow-origin']).toBe(SHOP)
  })

  test('under an id that a server-made order holds is refused', async () => {
    const id = newMerchantOrderId()
    await api.merchantCall(merchant, '/create_order', createOrderBody({ merchant_order_id: id }))
    const reply = await api.browserCall(order({ merchant_order_id: id }))
    expect(isRefusal(reply, 409, 'duplicate_merchant_order_id')).toBe(true)
  })
})

describe('the same cart opened again', () => {
  const again = { merchant_order_id: 'CART-1' }

  test('is the same order with a new link and a full day; the first link still works', async () => {
    const first = await open(again)
    const second = await later(20 * HOUR, () => open(again))
    expect(second.backd_order_id).toBe(first.backd_order_id)
    expect(second.token).not.toBe(first.token)
    expect(second.session.expires_at).toBe('2026-04-18T11:00:00.000Z')
    expect((await later(30 * HOUR, () => api.sessionCall(first.token))).status).toBe(200)
    expect(await api.events(first.backd_order_id)).toHaveLength(1)
  })

  test('as a page goes on where the modal stopped, and back to its own URLs', async () => {
    const modal = await open({ merchant_order_id: 'CART-2' })
    const page = await open({ merchant_order_id: 'CART-2', mode: seedMode })
    expect(page.backd_order_id).toBe(modal.backd_order_id)
    expect(page.session.return_urls?.close).toBe('https://merchant.website.com/cart')
    expect((await api.sessionCall(modal.token)).body.data.return_urls).toBeNull()
  })

  test('with other amounts is another order under the same id', async () => {
    const first = await open({ merchant_order_id: 'CART-3' })
    const changed = await open({ merchant_order_id: 'CART-3', order_total: 8951, tax_amount: 101 })
    expect(changed.backd_order_id).not.toBe(first.backd_order_id)
  })

  test('after a day is another order', async () => {
    const first = await open({ merchant_order_id: 'CART-4' })
    const next = await later(24 * HOUR, () => open({ merchant_order_id: 'CART-4' }))
    expect(next.backd_order_id).not.toBe(first.backd_order_id)
  })

  test('of a finished order says so, days later too', async () => {
    const first = await open({ merchant_order_id: 'CART-5' })
    await api.sessionCall(first.token, choiceOf(first.session))
    const next = await later(72 * HOUR, () => open({ merchant_order_id: 'CART-5' }))
    expect(next).toMatchObject({
      backd_order_id: first.backd_order_id,
      session: { status: 'terms_selected', selected: { offer: { plan_id: 'net-30' } } },
    })
  })

  test('of a cancelled order is another order', async () => {
    const first = await open({ merchant_order_id: 'CART-6' })
    await api.query(
      "update orders set status = 'order_cancelled', holds_merchant_order_id = false where backd_order_id = $1",
      [first.backd_order_id],
    )
    expect((await open({ merchant_order_id: 'CART-6' })).backd_order_id).not.toBe(first.backd_order_id)
  })

  test('many times at once is one order', async () => {
    for (let round = 0; round < 8; round++) {
      const body = order()
      const replies = await Promise.all(Array.from({ length: 6 }, () => api.browserCall(body)))
      const ids = new Set(replies.map((reply) => reply.body.data.backd_order_id))
      expect(ids.size).toBe(1)
      expect(await api.events([...ids][0])).toHaveLength(1)
    }
  })
})

describe('CORS', () => {
  const preflight = (origin: string) =>
    api.call({
      method: 'OPTIONS',
      url: '/checkout/api/orders',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })

  test('lets a registered page send JSON and read the answer', async () => {
    const reply = await preflight(SHOP)
    expect(reply.status).toBe(204)
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': SHOP,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
      vary: expect.stringContaining('Origin'),
    })
    expect(reply.headers).not.toHaveProperty('access-control-allow-credentials')
    expect((await api.browserCall(order())).headers['access-control-allow-origin']).toBe(SHOP)
  })

  test('keeps any other page out', async () => {
    const reply = await preflight('https://evil.example')
    expect(isRefusal(reply, 403, 'origin_not_allowed')).toBe(true)
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin')
  })

  test('is not for the session, which our own checkout alone reads', async () => {
    const { token } = await open()
    const reply = await api.call({
      url: '/checkout/api/session',
      headers: { origin: SHOP, authorization: `Bearer ${token}` },
    })
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin')
  })
})

describe('the session', () => {
  test('without a token, or with what is none, is refused', async () => {
    const reply = await api.call({ url: '/checkout/api/session' })
    expect(isRefusal(reply, 401, 'unauthorized')).toBe(true)
    expect(reply.headers['www-authenticate']).toMatch(/^Bearer /)
    const basic = await api.call({
      url: '/checkout/api/session',
      headers: { authorization: merchant.authorization },
    })
    expect(isRefusal(basic, 401, 'unauthorized')).toBe(true)
  })

  test.each(['q'.repeat(43), 'short', "'--"])(
    'of the token %s, which nobody was given, is not found',
    async (token) => {
      const reply = await api.sessionCall(token.replaceAll("'", '~'))
      expect(isRefusal(reply, 404, 'not_found')).toBe(true)
    },
  )

  test('runs out after a day, to the millisecond', async () => {
    const { token, session } = await open()
    expect((await later(24 * HOUR - 1, () => api.sessionCall(token))).status).toBe(200)
    const read = await later(24 * HOUR, () => api.sessionCall(token))
    const select = await later(24 * HOUR, () => api.sessionCall(token, choiceOf(session)))
    for (const reply of [read, select]) expect(isRefusal(reply, 410, 'checkout_expired')).toBe(true)
  })

  test('of a server-made order runs out after a week', async () => {
    const { body } = await api.merchantCall(merchant, '/create_order', createOrderBody())
    const token = body.data.customer_url.split('/').at(-1)
    expect((await later(168 * HOUR - 1, () => api.sessionCall(token))).status).toBe(200)
    expect((await later(168 * HOUR, () => api.sessionCall(token))).status).toBe(410)
  })
})

describe('selecting terms', () => {
  test('keeps what was shown as it was shown', async () => {
    const { token, backd_order_id, session } = await open()
    const reply = await api.sessionCall(token, choiceOf(session, 'monthly-3'))
    expect(reply.status).toBe(200)
    successSchema(checkoutSessionSchema).strict().parse(reply.body)
    const shown = session.offers.find(({ plan_id }: { plan_id: string }) => plan_id === 'monthly-3')
    expect(reply.body.data).toMatchObject({
      status: 'terms_selected',
      offers: [],
      selected: {
        offer: shown,
        agreement_version: session.agreement.version,
        selected_at: '2026-04-16T15:00:00.000Z',
      },
    })
    expect(await api.events(backd_order_id)).toContainEqual({
      type: 'terms_selected',
      actor: 'customer',
      from: 'order_created',
      to: 'terms_selected',
    })
    const [row] = await api.query(
      'select accepted_total_cents::int as total from orders where backd_order_id = $1',
      [backd_order_id],
    )
    expect(row).toEqual({ total: 895_000 })
  })

  test('is still read after the link ran out', async () => {
    const { token, session } = await open()
    await api.sessionCall(token, choiceOf(session))
    expect((await later(1000 * HOUR, () => api.sessionCall(token))).body.data.status).toBe('terms_selected')
  })

  test.each<[string, Record<string, unknown>]>([
    ['dates', { starts_on: '2026-04-15' }],
    ['a total', { total_cents: 894_999 }],
    ['an agreement', { agreement_version: 'older' }],
    ['a plan', { plan_id: 'net-90' }],
  ])('that were shown with %s we would not store now binds nobody', async (_title, change) => {
    const { token, session } = await open()
    const reply = await api.sessionCall(token, { ...choiceOf(session), ...change })
    expect(isRefusal(reply, 409, 'offer_changed')).toBe(true)
    expect((await api.sessionCall(token)).body.data.status).toBe('order_created')
  })

  test('after midnight in Chicago, as seen before it, binds nobody', async () => {
    const { token, session } = await open()
    const reply = await later(14 * HOUR, () => api.sessionCall(token, choiceOf(session)))
    expect(isRefusal(reply, 409, 'offer_changed')).toBe(true)
  })

  test('of an order that is above the limit by now is refused', async () => {
    const strict = await api.createMerchant()
    const { data } = (await api.browserCall(order({}, strict))).body
    await api.query('update merchants set order_limit_cents = 1 where public_key = $1', [strict.publicKey])
    const reply = await api.sessionCall(data.token, choiceOf(data.session))
    expect(isRefusal(reply, 422, 'total_exceeds_limit')).toBe(true)
  })

  test('under an id that another order took first is refused, and is free again when that one is cancelled', async () => {
    const id = newMerchantOrderId()
    const first = await open({ merchant_order_id: id })
    const second = await open({ merchant_order_id: id, merchant_order_status: 'changed' })
    expect((await api.sessionCall(first.token, choiceOf(first.session))).status).toBe(200)
    const refused = await api.sessionCall(second.token, choiceOf(second.session))
    expect(isRefusal(refused, 409, 'duplicate_merchant_order_id')).toBe(true)
    expect((await api.sessionCall(second.token)).body.data.status).toBe('order_created')

    await api.query(
      "update orders set status = 'order_cancelled', holds_merchant_order_id = false where backd_order_id = $1",
      [first.backd_order_id],
    )
    expect((await api.sessionCall(second.token, choiceOf(second.session))).status).toBe(200)
  })
})
