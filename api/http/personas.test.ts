import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedBilling, seedMode } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personas } from '../domain/personas.ts'
import { checkoutOrderBody, choiceOf, createOrderBody, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { createOpeners } from '../testing/verification.ts'

/** The sandbox's customers, who show what a checkout can come to (docs/sandbox.md). */

const at = (name: string) => `${name}@sandbox.backd.example`

let api: TestApp
let merchant: TestMerchant
let open: ReturnType<typeof createOpeners>
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant({ verifyCustomer: true })
  open = createOpeners(api, merchant)
})
afterAll(() => api.close())

const verified = async (name: string) => {
  const opened = await open.modal(at(name))
  const reply = await api.verify(opened.token, '000000')
  return { ...opened, session: reply.body.data }
}

describe('in the sandbox', () => {
  test.each(['approved', 'APPROVED', 'anybody'])('%s is approved', async (name) => {
    const { token, session } = await verified(name)
    expect(session.decision).toBe('approved')
    expect((await api.sessionCall(token, choiceOf(session))).status).toBe(200)
  })

  test.each([
    ['declined', 'declined', 'declined'],
    ['limit-too-low', 'limit_too_low', 'total_exceeds_limit'],
  ])('%s is told so once verified, and selects nothing', async (name, decision, code) => {
    const opened = await open.modal(at(name))
    expect(opened.session.decision).toBe('pending')
    const { token, session } = await verified(name)
    expect(session.decision).toBe(decision)
    const reply = await api.sessionCall(token, choiceOf(session))
    expect(isRefusal(reply, 422, code)).toBe(true)
    expect((await api.sessionCall(token)).body.data.status).toBe('order_created')
  })

  test('slow waits eight seconds from being verified', async () => {
    const { token, session } = await verified('slow')
    expect(session.decision).toBe('pending')
    const early = await api.later(7_999, () => api.sessionCall(token, choiceOf(session)))
    expect(isRefusal(early, 409, 'decision_pending')).toBe(true)
    await api.later(8_000, async () => {
      expect((await api.sessionCall(token)).body.data.decision).toBe('approved')
      expect((await api.sessionCall(token, choiceOf(session))).status).toBe(200)
    })
  })

  test('slow waits from opening the checkout where nobody is verified', async () => {
    const trusting = createOpeners(api, await api.createMerchant())
    const { token, session } = await trusting.modal(at('slow'))
    expect(session.decision).toBe('pending')
    await api.later(8_000, async () => {
      expect((await api.sessionCall(token)).body.data.decision).toBe('approved')
    })
  })

  test('bounce takes no mail', async () => {
    const { token } = await open.modal(at('bounce'))
    expect(isRefusal(await api.sendCode(token), 422, 'email_undeliverable')).toBe(true)
    expect(api.mails.filter(({ to }) => to === at('bounce'))).toEqual([])
    const created = await api.merchantCall(merchant, '/create_order', {
      ...createOrderBody(),
      customer_email: at('bounce'),
      notify_customer: true,
    })
    expect(created.body.data.notified_customer).toBe(false)
  })

  test('expired is too late as soon as the checkout is opened', async () => {
    const billing = { ...seedBilling, email: at('expired') }
    const before = await api.count('orders')
    const modal = await api.browserCall(checkoutOrderBody(merchant, { billing }))
    expect(isRefusal(modal, 410, 'checkout_expired')).toBe(true)
    expect(await api.count('orders')).toBe(before)
    const page = await api.browserCall(checkoutOrderBody(merchant, { billing, mode: seedMode }))
    expect(page.status).toBe(200)
    const { token } = page.body.data
    expect(isRefusal(await api.sessionCall(token), 410, 'checkout_expired')).toBe(true)
    expect((await api.call({ url: `/checkout/${token}` })).status).toBe(410)
  })
})

test('in production these addresses are like any other', async () => {
  const real = await createTestApp({ BACKD_MODE: 'production', PUBLIC_ORIGIN: 'https://pay.example' })
  const openers = createOpeners(real, await real.createMerchant())
  for (const name of ['declined', 'limit-too-low', 'slow', 'bounce', 'expired']) {
    const { token, session } = await openers.modal(at(name))
    expect(session.decision).toBe('approved')
    expect((await real.sessionCall(token, choiceOf(session))).status).toBe(200)
  }
  expect(real.mails.map(({ to }) => to)).toContain(at('bounce'))
  await real.close()
})

test('docs/sandbox.md lists them all', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/sandbox.md'), 'utf8')
  const listed = [...page.matchAll(/^\| `(\S+@\S+)` \|/gm)].map(([, email]) => email)
  expect(listed).toEqual([...personas.keys()])
})
