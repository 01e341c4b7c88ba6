import { checkoutSessionSchema } from '@backd/contract/api/checkout.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { seedBilling } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choiceOf, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { codeFor, createOpeners } from '../testing/verification.ts'

let api: TestApp
let merchant: TestMerchant
let open: ReturnType<typeof createOpeners>
beforeAll(async () => {
  api = await createTestApp({ CODES_PER_HOUR: '5' })
  merchant = await api.createMerchant({ verifyCustomer: true })
  open = createOpeners(api, merchant)
})
afterAll(() => api.close())

const MINUTE = 60_000
const whole = successSchema(checkoutSessionSchema).strict()

describe('a customer who has to be verified', () => {
  test('is told where the code goes, masked, and nothing of what Backd thinks of them', async () => {
    const { session, token } = await open.page('mary@acme.example')
    expect(session).toMatchObject({
      role: 'buyer',
      buyer: { email: 'm•••@acme.example' },
      verification: { state: 'required', email: 'm•••@acme.example', reason: 'first', code: null },
      decision: 'pending',
      confirmation: null,
    })
    const page = await api.call({ url: `/checkout/${token}` })
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('mary@acme.example')
  })

  test('selects no terms before, and does after', async () => {
    const { token, session, email } = await open.modal()
    const early = await api.sessionCall(token, choiceOf(session))
    expect(isRefusal(early, 409, 'verification_required')).toBe(true)
    expect((await api.sessionCall(token)).body.data.status).toBe('order_created')
    await api.sendCode(token)
    const verified = await api.verify(token, codeFor(api, email))
    expect(whole.parse(verified.body).data).toMatchObject({
      verification: { state: 'done' },
      decision: 'approved',
      buyer: { email },
    })
    expect((await api.sessionCall(token, choiceOf(session))).status).toBe(200)
  })

  test('is verified by the address of the billing contact, else by customer_email', async () => {
    const billed = await open.server({ billing: seedBilling, customer_email: 'other@acme.example' })
    expect(billed.session.verification.email).toBe('j•••@123fakestreet.com')
    const unbilled = await open.server({ billing: undefined, customer_email: 'mary@acme.example' })
    expect(unbilled.session).toMatchObject({ buyer: null, verification: { email: 'm•••@acme.example' } })
  })

  test('needs no code where no address is known, or the merchant switched it off', async () => {
    const nameless = await open.server({ billing: undefined, customer_email: undefined })
    expect(nameless.session.verification).toEqual({ state: 'not_needed' })
    const trusting = await api.createMerchant()
    const { session, email } = await createOpeners(api, trusting).modal()
    expect(session).toMatchObject({ verification: { state: 'not_needed' }, buyer: { email } })
    const { token } = await createOpeners(api, trusting).modal()
    const mails = api.mails.length
    const reply = await api.sendCode(token)
    expect([reply.status, reply.body.data.verification]).toEqual([200, { state: 'not_needed' }])
    expect(api.mails.length).toBe(mails)
  })
})

describe('a link that cannot go on', () => {
  test('is told so before its code is judged', async () => {
    const expired = await open.modal()
    const unknown = 'q'.repeat(43)
    for (const call of [api.sendCode, (token: string) => api.verify(token, '000000')]) {
      expect(isRefusal(await call(unknown), 404, 'not_found')).toBe(true)
      expect(isRefusal(await call('short'), 404, 'not_found')).toBe(true)
      const late = await api.later(24 * 60 * MINUTE, () => call(expired.token))
      expect(isRefusal(late, 410, 'checkout_expired')).toBe(true)
    }
  })

  test.each([undefined, null, '', '12345', '1234567', ' 123456', '12345a', 123_456, ['123456'], '١٢٣٤٥٦'])(
    'nor one with the code %j, before its link is looked up',
    async (code) => {
      const reply = await api.verify('q'.repeat(43), code)
      expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
      expect(reply.body.errors[0].path).toBe('code')
    },
  )

  test('without a token is refused', async () => {
    for (const path of ['code', 'verification']) {
      const reply = await api.call({ method: 'POST', url: `/checkout/api/session/${path}` })
      expect(isRefusal(reply, 401, 'unauthorized')).toBe(true)
    }
  })
})
