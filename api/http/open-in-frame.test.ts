import { checkoutOrderReplySchema } from '@backd/contract/api/checkout.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { seedBilling } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHandover } from '../testing/approval.ts'
import { choiceOf, createOrderBody, isRefusal, newMerchantOrderId } from '../testing/bodies.ts'
import { createTestApp, OURS, SHOP, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { codeFor, cookieOf, createOpeners, newEmail } from '../testing/verification.ts'

let api: TestApp
let merchant: TestMerchant
let verifying: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  verifying = await api.createMerchant({ verifyCustomer: true, origins: [SHOP] })
})
afterAll(() => api.close())

const create = async (by = merchant, changes = {}) =>
  (await api.merchantCall(by, '/create_order', createOrderBody(changes))).body.data

const tokenOf = ({ customer_url }: { customer_url: string }) => customer_url.split('/').at(-1) as string

/** The modal's own call, from a page of SHOP unless another is named. */
const frame = (token: string, body: object = {}, headers: Record<string, string> = { origin: OURS }) =>
  api.call({
    method: 'POST',
    url: '/checkout/api/session/frame',
    payload: { page_origin: SHOP, ...body },
    headers: { authorization: `Bearer ${token}`, ...headers },
  })

describe('a customer_url in the modal', () => {
  test('gets a link of the frame’s own to the same order, and stays as it is', async () => {
    const order = await create()
    const reply = await frame(tokenOf(order))
    expect(reply.status).toBe(200)
    successSchema(checkoutOrderReplySchema.strict()).strict().parse(reply.body)
    const { data } = reply.body
    expect(data).toMatchObject({
      backd_order_id: order.backd_order_id,
      merchant_order_id: order.merchant_order_id,
      customer_url: null,
      session: { status: 'order_created', return_urls: null },
    })
    expect(data.token).not.toBe(tokenOf(order))
    expect((await api.call({ url: new URL(order.customer_url).pathname })).status).toBe(200)
    expect((await frame(tokenOf(order))).status).toBe(200)
  })

  test('is completed by the frame’s link, which the page then tells', async () => {
    const order = await create()
    const { data } = (await frame(tokenOf(order))).body
    expect((await api.sessionCall(data.token, choiceOf(data.session))).status).toBe(200)
    const page = await api.sessionCall(tokenOf(order))
    expect(page.body.data).toMatchObject({
      status: 'terms_selected',
      return_urls: { success: expect.any(String) },
    })
    expect((await frame(tokenOf(order))).body.data.session.status).toBe('terms_selected')
  })

  test('is shown as create_order said, unless the page says otherwise', async () => {
    const order = await create(merchant, { locale: 'es-MX' })
    expect((await frame(tokenOf(order))).body.data.session.locale).toBe('es-MX')
    const otherwise = await frame(tokenOf(order), { locale: 'en', appearance: { accent: '#0d5c4b' } })
    expect(otherwise.body.data.session).toMatchObject({ locale: 'en', appearance: { accent: '#0d5c4b' } })
    expect((await api.sessionCall(tokenOf(order))).body.data.locale).toBe('es-MX')
  })

  test('opens on no page that its merchant has not registered, whoever else has', async () => {
    await api.createMerchant({ origins: ['https://rival.example'] })
    const token = tokenOf(await create())
    const links = await api.count('checkout_sessions')
    for (const reply of [
      await frame(token, { page_origin: 'https://evil.example' }),
      await frame(token, { page_origin: 'https://rival.example' }),
      await frame(token, { page_origin: 'null' }),
      await frame(token, { page_origin: undefined }),
      // What the page says of itself counts for nothing where the browser says it.
      await frame(token, {}, { origin: 'https://evil.example' }),
      await frame(token, {}, {}),
    ]) {
      expect(isRefusal(reply, 403, 'origin_not_allowed')).toBe(true)
    }
    expect(await api.count('checkout_sessions')).toBe(links)
  })

  test('can be read by no other origin: there is no CORS', async () => {
    const reply = await frame(tokenOf(await create()), {}, { origin: SHOP })
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin')
  })

  test('that is unknown, or the modal’s own, is 404; without a token 401', async () => {
    const { data } = (await frame(tokenOf(await create()))).body
    for (const token of ['q'.repeat(43), 'x', data.token]) {
      expect(isRefusal(await frame(token), 404, 'not_found')).toBe(true)
    }
    const nobody = await frame('', {}, { origin: OURS, authorization: '' })
    expect(isRefusal(nobody, 401, 'unauthorized')).toBe(true)
  })

  test('that is a colleague’s, who was asked to approve, is 404: it is a page alone', async () => {
    const { colleague } = await createHandover(api, merchant).hand()
    expect((await api.sessionCall(colleague.token)).status).toBe(200)
    expect(isRefusal(await frame(colleague.token), 404, 'not_found')).toBe(true)
  })

  test('that has run out is 410', async () => {
    const token = tokenOf(await create())
    const late = await api.later(8 * 86_400_000, () => frame(token))
    expect(isRefusal(late, 410, 'checkout_expired')).toBe(true)
  })

  test('with an option that is wrong says which', async () => {
    const reply = await frame(tokenOf(await create()), { locale: 'es_MX' })
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    expect(reply.body.errors).toEqual([{ path: 'locale', message: expect.any(String) }])
  })
})

describe('where customers are verified', () => {
  test('a page that was verified in a browser does not verify the frame, nor the frame the page', async () => {
    const email = newEmail()
    const { token } = await createOpeners(api, verifying).server({ billing: { ...seedBilling, email } })
    await api.sendCode(token)
    const cookie = cookieOf(await api.verify(token, codeFor(api, email)))
    expect((await api.sessionCall(token, undefined, cookie)).body.data.verification.state).toBe('done')

    const { data } = (await frame(token, {}, { origin: OURS, cookie })).body
    expect(data.session).toMatchObject({
      verification: { state: 'required', reason: 'first' },
      decision: 'pending',
    })
    expect(data.session.buyer.email).not.toBe(email)
    const refused = await api.sessionCall(data.token, choiceOf(data.session), cookie)
    expect(isRefusal(refused, 409, 'verification_required')).toBe(true)

    await api.later(60_000, async () => {
      await api.sendCode(data.token)
      expect((await api.verify(data.token, codeFor(api, email))).headers).not.toHaveProperty('set-cookie')
    })
    expect((await api.sessionCall(data.token, choiceOf(data.session))).status).toBe(200)
  })
})

describe('the page of a customer_url', () => {
  test('may not be framed, with the key in its address as without', async () => {
    const order = await create(merchant, { merchant_order_id: newMerchantOrderId() })
    const { pathname } = new URL(order.customer_url)
    expect(pathname).toBe(`/checkout/${merchant.publicKey}/${tokenOf(order)}`)
    for (const url of [pathname, `/checkout/${tokenOf(order)}`]) {
      const { status, headers } = await api.call({ url })
      expect(status).toBe(200)
      expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' })
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
  })
})
