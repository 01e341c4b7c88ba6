import { checkoutSessionSchema } from '@backd/contract/api/checkout.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHandover, newColleague, sessionOf } from '../testing/approval.ts'
import { choiceOf, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { codeFor, cookieOf, createOpeners } from '../testing/verification.ts'

/** "Hand it to the approver", told from the colleague’s side. */

let api: TestApp
let merchant: TestMerchant
let to: ReturnType<typeof createHandover>
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant({ verifyCustomer: true })
  to = createHandover(api, merchant)
})
afterAll(() => api.close())

const DAY = 86_400_000
const whole = successSchema(checkoutSessionSchema).strict()
const typesOf = async (id: string) => (await api.events(id)).map(({ type, actor }) => `${type} ${actor}`)

describe('a colleague', () => {
  test('sees who asks and the order, and no more than they need, before they are verified', async () => {
    const { colleague, buyer } = await to.hand({ note: 'A word' })
    const reply = await api.sessionCall(colleague.token)
    expect(whole.parse(reply.body).data).toMatchObject({
      role: 'approver',
      return_urls: null,
      decision: 'pending',
      buyer: { name: 'Joe Doe', email: expect.stringMatching(/^b•••@acme\.example$/) },
      verification: { state: 'required', email: 'a•••@acme.example', reason: 'first', code: null },
      approval: {
        state: 'pending',
        requested_by: 'Joe Doe',
        note: null,
        approver_email: 'a•••@acme.example',
      },
    })
    expect(reply.text).not.toContain(colleague.email)
    expect(reply.text).not.toContain(buyer.email)
  })

  test('is verified by a code to their own address, in one browser, and then reads the note', async () => {
    const { colleague, buyer } = await to.hand({ note: 'A word' })
    await api.sendCode(colleague.token)
    const verified = await api.verify(colleague.token, codeFor(api, colleague.email))
    expect(verified.body.data).toMatchObject({
      verification: { state: 'done' },
      decision: 'approved',
      approval: { note: 'A word' },
      buyer: { email: expect.stringContaining('•••') },
    })
    expect(api.mails.filter((mail) => mail.to === buyer.email)).toHaveLength(0)
    const other = await sessionOf(api, { token: colleague.token, cookie: undefined })
    expect(other.verification).toMatchObject({ state: 'required', reason: 'other_browser' })
    // The buyer's cookie is another browser's.
    const asBuyer = await sessionOf(api, { token: colleague.token, cookie: buyer.cookie })
    expect(asBuyer.verification).toMatchObject({ reason: 'other_browser' })
  })

  test('opens a page of their own', async () => {
    const { colleague } = await to.hand()
    const page = await api.call({ url: `/checkout/${colleague.token}` })
    expect(page.status).toBe(200)
    expect(page.text).toContain('"role":"approver"')
    expect(page.text).not.toContain(colleague.email)
  })

  test('chooses: both sessions say so, and it is the colleague who agreed', async () => {
    const { id, buyer, colleague } = await to.handVerified()
    const session = await sessionOf(api, colleague)
    const reply = await api.sessionCall(colleague.token, choiceOf(session, 'monthly-3'), colleague.cookie)
    expect(whole.parse(reply.body).data).toMatchObject({
      role: 'approver',
      status: 'terms_selected',
      selected: { offer: { plan_id: 'monthly-3' } },
      approval: { state: 'approved', decided_at: '2026-04-16T15:00:00.000Z' },
      confirmation: { state: 'sent', email: 'a•••@acme.example' },
    })
    expect(await sessionOf(api, buyer)).toMatchObject({
      role: 'buyer',
      backd_order_id: id,
      status: 'terms_selected',
      selected: { offer: { plan_id: 'monthly-3' } },
      return_urls: { success: expect.any(String) },
      approval: { state: 'approved', approver_email: colleague.email },
      confirmation: { state: 'sent', email: 'b•••@acme.example' },
    })
    const [event] = await api.query<{ actor: string; data: object }>(
      `select actor, data from order_events where backd_order_id = $1 and type = 'terms_selected'`,
      [id],
    )
    expect(event).toMatchObject({ actor: 'customer', data: { by: 'approver', verified: true } })
    const [order] = await api.query('select accepted_by from orders where backd_order_id = $1', [id])
    expect(order).toEqual({ accepted_by: colleague.email })
    // Both may ask again what came of it; the merchant goes on as ever.
    const again = await api.sessionCall(buyer.token, choiceOf(session, 'monthly-3'), buyer.cookie)
    expect(again.status).toBe(200)
    const placed = {
      backd_order_id: id,
      merchant_order_id: buyer.session.merchant_order_id,
      order_total: 8950,
    }
    expect((await api.merchantCall(merchant, '/order_placed', placed)).status).toBe(200)
  })

  test('who selects twice is answered the same, and one confirmation each is mailed', async () => {
    const { id, buyer, colleague } = await to.handVerified()
    const choice = choiceOf(await sessionOf(api, colleague))
    const select = () => api.sessionCall(colleague.token, choice, colleague.cookie)
    const [first, second] = [await select(), await select()]
    expect(second.text).toBe(first.text)
    expect(api.mails.filter((mail) => mail.to === buyer.email)).toHaveLength(1)
    expect((await typesOf(id)).filter((type) => type.startsWith('terms_selected'))).toHaveLength(1)
  })

  test('is bound only to what they were shown', async () => {
    const { colleague } = await to.handVerified()
    const choice = choiceOf(await sessionOf(api, colleague))
    const reply = await api.later(DAY, () => api.sessionCall(colleague.token, choice, colleague.cookie))
    expect(isRefusal(reply, 409, 'offer_changed')).toBe(true)
  })

  test('declines with a reason, which the buyer reads; then the buyer asks somebody else', async () => {
    const { id, buyer, colleague } = await to.handVerified()
    const reply = await api.decline(
      colleague.token,
      { reason: ' Over budget.\r\nNext year. ' },
      colleague.cookie,
    )
    expect(whole.parse(reply.body).data).toMatchObject({
      verification: { state: 'not_needed' },
      approval: { state: 'declined', reason: 'Over budget.\nNext year.', decided_at: expect.any(String) },
    })
    expect(await sessionOf(api, buyer)).toMatchObject({
      status: 'order_created',
      approval: { state: 'declined', reason: 'Over budget.\nNext year.' },
    })
    const again = await api.decline(colleague.token, { reason: 'Another' }, colleague.cookie)
    expect(again.text).toBe(reply.text)
    const late = await api.sessionCall(colleague.token, choiceOf(reply.body.data), colleague.cookie)
    expect(isRefusal(late, 409, 'approval_not_pending')).toBe(true)
    expect(api.mails.filter((mail) => mail.to === buyer.email)).toHaveLength(1)
    const second = await api.ask(buyer.token, { approver_email: newColleague() }, buyer.cookie)
    expect(second.body.data.approval).toMatchObject({ state: 'pending', reason: null })
    // The first one's link still tells of their own answer.
    expect(await sessionOf(api, colleague)).toMatchObject({ approval: { state: 'declined' } })
    expect(await typesOf(id)).toEqual([
      'order_created customer',
      'approval_requested customer',
      'approval_declined customer',
      'customer_notified backd',
      'approval_requested customer',
    ])
  })

  test('who declined leaves the choice to the buyer again', async () => {
    const { buyer, colleague } = await to.handVerified()
    await api.decline(colleague.token, {}, colleague.cookie)
    const session = await sessionOf(api, buyer)
    expect(session.approval).toMatchObject({ state: 'declined', reason: null })
    expect((await api.sessionCall(buyer.token, choiceOf(session), buyer.cookie)).status).toBe(200)
    const [order] = await api.query('select accepted_by from orders where backd_order_id = $1', [buyer.id])
    expect(order).toEqual({ accepted_by: null })
    expect(await sessionOf(api, colleague)).toMatchObject({
      approval: { state: 'declined' },
      confirmation: null,
    })
  })

  test('has to be verified to decline, too', async () => {
    const { colleague } = await to.hand()
    expect(isRefusal(await api.decline(colleague.token, {}), 409, 'verification_required')).toBe(true)
  })

  test('who has approved can no longer decline, nor the buyer take it back', async () => {
    const { buyer, colleague } = await to.handVerified()
    await api.sessionCall(colleague.token, choiceOf(await sessionOf(api, colleague)), colleague.cookie)
    const declined = await api.decline(colleague.token, {}, colleague.cookie)
    expect(isRefusal(declined, 409, 'terms_already_selected')).toBe(true)
    expect(isRefusal(await api.withdraw(buyer.token, buyer.cookie), 409, 'terms_already_selected')).toBe(true)
    const asked = await api.ask(buyer.token, { approver_email: newColleague() }, buyer.cookie)
    expect(isRefusal(asked, 409, 'terms_already_selected')).toBe(true)
  })
})

describe('each does what is theirs', () => {
  test('the colleague neither asks others nor takes the order back; the buyer does not decline', async () => {
    const { buyer, colleague } = await to.handVerified()
    const asked = await api.ask(colleague.token, { approver_email: newColleague() }, colleague.cookie)
    expect(isRefusal(asked, 403, 'role_not_allowed')).toBe(true)
    const withdrawn = await api.withdraw(colleague.token, colleague.cookie)
    expect(isRefusal(withdrawn, 403, 'role_not_allowed')).toBe(true)
    expect(isRefusal(await api.decline(buyer.token, {}, buyer.cookie), 403, 'role_not_allowed')).toBe(true)
  })

  test('what nobody is asked about is neither declined nor taken back', async () => {
    const buyer = await to.buyer()
    expect(isRefusal(await api.withdraw(buyer.token, buyer.cookie), 409, 'approval_not_pending')).toBe(true)
  })
})

test('links of other orders and of other merchants neither end a request nor see it', async () => {
  const { id } = await to.handVerified()
  const stranger = createHandover(api, await api.createMerchant({ verifyCustomer: true }))
  const other = await stranger.handVerified()
  expect((await api.withdraw(other.buyer.token, other.buyer.cookie)).status).toBe(200)
  expect(await typesOf(id)).toHaveLength(2)
  const unknown = { token: 'q'.repeat(43) }
  const body = { approver_email: newColleague() }
  for (const reply of [
    await api.ask(unknown.token, body),
    await api.withdraw(unknown.token),
    await api.decline(unknown.token, {}),
  ]) {
    expect(isRefusal(reply, 404, 'not_found')).toBe(true)
  }
})

test('a modal’s buyer may ask; the colleague’s link is a page all the same', async () => {
  const { token } = await createOpeners(api, merchant).modal()
  await api.verify(token, '000000')
  const email = newColleague()
  await api.ask(token, { approver_email: email })
  const link = /\/checkout\/([\w-]{43})/.exec(api.mails.at(-1)?.text ?? '')?.[1] ?? ''
  expect((await api.call({ url: `/checkout/${link}` })).status).toBe(200)
  expect(cookieOf(await api.verify(link, '000000'))).toMatch(/^backd_browser_/)
})
