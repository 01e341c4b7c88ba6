import { seedBilling, seedMode } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkFor, newColleague } from '../testing/approval.ts'
import { checkoutOrderBody, choiceOf, createOrderBody } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { cookieOf, newEmail } from '../testing/verification.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant({ verifyCustomer: true })
})
afterAll(() => api.close())

/** What browsers send of themselves; the same calls as in the other tests. */
const inBrowserOf = (language: string) => ({
  sendCode: (token: string) =>
    api.call({
      method: 'POST',
      url: '/checkout/api/session/code',
      headers: { authorization: `Bearer ${token}`, 'accept-language': language },
    }),
  post: (path: string, token: string, cookie: string, body: object) =>
    api.call({
      method: 'POST',
      url: `/checkout/api/session${path}`,
      payload: JSON.stringify(body),
      headers: {
        authorization: `Bearer ${token}`,
        cookie,
        'content-type': 'application/json',
        'accept-language': language,
      },
    }),
})
const spaniard = inBrowserOf('es-MX,es;q=0.9,en;q=0.8')
const american = inBrowserOf('en-US,en;q=0.9')

async function open(locale?: string): Promise<{ token: string; email: string }> {
  const email = newEmail()
  const body = checkoutOrderBody(merchant, { billing: { ...seedBilling, email }, mode: seedMode })
  const { data } = (await api.browserCall({ ...body, ...(locale ? { locale } : {}) })).body
  return { token: data.token, email }
}
const lastTo = (email: string) => api.mails.findLast(({ to }) => to === email)?.subject

test.each([
  ['es', american, 'Su código'],
  ['en', spaniard, 'Your code'],
  [undefined, spaniard, 'Su código'],
  [undefined, american, 'Your code'],
  ['fr', spaniard, 'Su código'],
] as const)(
  'a code is mailed in what the checkout of %j speaks in that browser',
  async (locale, browser, subject) => {
    const { token, email } = await open(locale)
    await browser.sendCode(token)
    expect(lastTo(email)).toContain(subject)
  },
)

test('a colleague is asked in the buyer’s language and confirmed in their own; the buyer hears in theirs', async () => {
  const { token, email } = await open()
  const cookie = cookieOf(await api.verify(token, '000000'))
  const colleague = newColleague()
  await spaniard.post('/approval', token, cookie, { approver_email: colleague })
  expect(lastTo(colleague)).toContain('le pide que apruebe')
  const link = linkFor(api, colleague)
  const own = cookieOf(await api.verify(link, '000000'))
  const { data } = (await api.sessionCall(link, undefined, own)).body
  const selected = await american.post('/terms', link, own, choiceOf(data))
  expect(selected.status).toBe(200)
  expect(lastTo(colleague)).toMatch(/^Your payment terms/)
  expect(lastTo(email)).toMatch(/^Aprobado: sus condiciones/)
})

test('a buyer hears in their own language that the colleague declined', async () => {
  const { token, email } = await open('es')
  const cookie = cookieOf(await api.verify(token, '000000'))
  const colleague = newColleague()
  await american.post('/approval', token, cookie, { approver_email: colleague })
  const link = linkFor(api, colleague)
  const own = cookieOf(await api.verify(link, '000000'))
  await american.post('/approval/decline', link, own, {})
  expect(lastTo(email)).toMatch(/^Su colega rechazó/)
})

test.each([
  ['es-US', 'Su pedido de'],
  [undefined, 'Your $'],
])('the link of an order that a server made for %j is mailed as “%s”', async (locale, subject) => {
  const email = newEmail()
  const body = createOrderBody({
    notify_customer: true,
    customer_email: email,
    ...(locale ? { locale } : {}),
  })
  expect((await api.merchantCall(merchant, '/create_order', body)).body.data.notified_customer).toBe(true)
  expect(lastTo(email)).toContain(subject)
})
