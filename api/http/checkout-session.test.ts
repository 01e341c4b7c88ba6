import { checkoutSessionSchema } from '@backd/contract/api/checkout.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  checkoutOrderBody,
  choiceOf,
  createOrderBody,
  isRefusal,
  newMerchantOrderId,
} from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

const order = (changes = {}, by = merchant) => checkoutOrderBody(by, changes)
const open = async (changes = {}) => (await api.browserCall(order(changes))).body.data

const HOUR = 3_600_000

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
    expect((await api.later(24 * HOUR - 1, () => api.sessionCall(token))).status).toBe(200)
    const read = await api.later(24 * HOUR, () => api.sessionCall(token))
    const select = await api.later(24 * HOUR, () => api.sessionCall(token, choiceOf(session)))
    for (const reply of [read, select]) expect(isRefusal(reply, 410, 'checkout_expired')).toBe(true)
  })

  test('of a server-made order runs out after a week', async () => {
    const { body } = await api.merchantCall(merchant, '/create_order', createOrderBody())
    const token = body.data.customer_url.split('/').at(-1)
    expect((await api.later(168 * HOUR - 1, () => api.sessionCall(token))).status).toBe(200)
    expect((await api.later(168 * HOUR, () => api.sessionCall(token))).status).toBe(410)
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
    expect((await api.later(1000 * HOUR, () => api.sessionCall(token))).body.data.status).toBe(
      'terms_selected',
    )
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
    const reply = await api.later(14 * HOUR, () => api.sessionCall(token, choiceOf(session)))
    expect(isRefusal(reply, 409, 'offer_changed')).toBe(true)
  })

  test('of an order that is above the limit by now is refused', async () => {
    const strict = await api.createMerchant()
    const { data } = (await api.browserCall(order({}, strict))).body
    await api.query('update merchants set order_limit_cents = 1 where public_key = $1', [strict.publicKey])
    const reply = await api.sessionCall(data.token, choiceOf(data.session))
    expect(isRefusal(reply, 422, 'total_exceeds_limit')).toBe(true)
  })

  test('under an id that the merchant’s server took meanwhile is refused', async () => {
    const id = newMerchantOrderId()
    const opened = await open({ merchant_order_id: id })
    const body = createOrderBody({ merchant_order_id: id })
    expect((await api.merchantCall(merchant, '/create_order', body)).status).toBe(200)
    const refused = await api.sessionCall(opened.token, choiceOf(opened.session))
    expect(isRefusal(refused, 409, 'duplicate_merchant_order_id')).toBe(true)
    expect((await api.sessionCall(opened.token)).body.data.status).toBe('order_created')
  })

  test('takes no id from the merchant: whoever has the public key alone can block none', async () => {
    const id = newMerchantOrderId()
    const cheap = {
      cart_amount: 0.01,
      order_total: 0.01,
      tax_amount: 0,
      shipping_amount: 0,
      discount_amount: 0,
    }
    const squatter = await open({ merchant_order_id: id, ...cheap })
    expect((await api.sessionCall(squatter.token, choiceOf(squatter.session))).status).toBe(200)

    const customer = await open({ merchant_order_id: id })
    expect((await api.sessionCall(customer.token, choiceOf(customer.session))).status).toBe(200)
    const body = createOrderBody({ merchant_order_id: id })
    expect((await api.merchantCall(merchant, '/create_order', body)).status).toBe(200)
  })
})
