import { checkoutSessionSchema } from '@backd/contract/api/checkout.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHandover, linkFor, newColleague, sessionOf } from '../testing/approval.ts'
import { checkoutOrderBody, choiceOf, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { codeFor, cookieOf, createOpeners } from '../testing/verification.ts'

/** "Hand it to the approver", told from both sides. */

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

describe('a buyer who asks a colleague', () => {
  test('reads who is asked, what they wrote and until when; the order waits a day longer', async () => {
    const { asked, colleague, id } = await to.hand({ note: '  For the fair.\r\nPlease!  ' })
    expect(whole.parse(asked.body).data).toMatchObject({
      role: 'buyer',
      status: 'order_created',
      approval: {
        state: 'pending',
        approver_email: colleague.email,
        requested_by: 'Joe Doe',
        note: 'For the fair.\nPlease!',
        reason: null,
        requested_at: '2026-04-16T15:00:00.000Z',
        expires_at: '2026-04-23T15:00:00.000Z',
        decided_at: null,
      },
      expires_at: '2026-04-24T15:00:00.000Z',
    })
    expect(await typesOf(id)).toEqual(['order_created customer', 'approval_requested customer'])
  })

  test('selects no terms meanwhile', async () => {
    const { buyer, asked } = await to.hand()
    const reply = await api.sessionCall(buyer.token, choiceOf(asked.body.data), buyer.cookie)
    expect(isRefusal(reply, 409, 'approval_pending')).toBe(true)
    expect(await sessionOf(api, buyer)).toMatchObject({ status: 'order_created', selected: null })
  })

  test('who asks for the same again, as after a lost answer, mails nothing and is answered the same', async () => {
    const { buyer, colleague, asked, id } = await to.hand({ note: 'Please' })
    const again = { approver_email: colleague.email.toUpperCase(), note: ' Please ' }
    expect((await api.ask(buyer.token, again, buyer.cookie)).text).toBe(asked.text)
    expect(api.mails.filter((mail) => mail.to === colleague.email)).toHaveLength(1)
    expect(await typesOf(id)).toHaveLength(2)
  })

  test.each([{ approver_email: 'somebody.else@acme.example' }, { note: 'Another note' }])(
    'who asks for %j meanwhile is refused',
    async (change) => {
      const { buyer, colleague } = await to.hand()
      const body = { approver_email: colleague.email, ...change }
      expect(isRefusal(await api.ask(buyer.token, body, buyer.cookie), 409, 'approval_pending')).toBe(true)
    },
  )

  test('has to be verified, and may not be asked themselves', async () => {
    const opened = await to.open.page()
    const body = { approver_email: newColleague() }
    expect(isRefusal(await api.ask(opened.token, body), 409, 'verification_required')).toBe(true)
    const buyer = await to.buyer()
    const own = { approver_email: buyer.email.toUpperCase() }
    const reply = await api.ask(buyer.token, own, buyer.cookie)
    expect(isRefusal(reply, 422, 'approver_is_buyer')).toBe(true)
    expect(reply.body.errors[0].path).toBe('approver_email')
    expect(await sessionOf(api, buyer)).toMatchObject({ approval: null })
  })

  test('in another browser shows neither the address nor the note', async () => {
    const { buyer, colleague } = await to.hand({ note: 'A word' })
    const stranger = await api.sessionCall(buyer.token)
    expect(stranger.body.data.approval).toMatchObject({ state: 'pending', note: null })
    expect(stranger.text).not.toContain(colleague.email)
    const reply = await api.withdraw(buyer.token)
    expect(isRefusal(reply, 409, 'verification_required')).toBe(true)
  })

  test.each([
    ['declined@sandbox.backd.example', 422, 'declined'],
    ['limit-too-low@sandbox.backd.example', 422, 'total_exceeds_limit'],
    ['slow@sandbox.backd.example', 409, 'decision_pending'],
  ])('as %s is told what stands in the way, and nobody is mailed', async (email, status, code) => {
    const { token } = await to.open.modal(email)
    await api.verify(token, '000000')
    const mails = api.mails.length
    expect(isRefusal(await api.ask(token, { approver_email: newColleague() }), status, code)).toBe(true)
    expect(api.mails).toHaveLength(mails)
  })

  test('whose merchant verifies nobody needs no code; the colleague does all the same', async () => {
    const trusting = createHandover(api, await api.createMerchant())
    const { asked, colleague } = await trusting.hand({ note: 'Hello' })
    expect(asked.body.data.approval).toMatchObject({ approver_email: colleague.email, note: 'Hello' })
    const session = await sessionOf(api, colleague)
    expect(session.verification).toMatchObject({ state: 'required', reason: 'first' })
    const early = await api.sessionCall(colleague.token, choiceOf(session))
    expect(isRefusal(early, 409, 'verification_required')).toBe(true)
  })

  test('of whom nothing is known asks in nobody’s name; the mail speaks of a customer of the shop', async () => {
    const opened = await to.open.server({ billing: undefined, customer_email: undefined })
    const email = newColleague()
    const reply = await api.ask(opened.token, { approver_email: email })
    expect(reply.body.data.approval).toMatchObject({
      approver_email: email,
      requested_by: null,
    })
    expect(api.mails.at(-1)?.subject).toContain('A customer of Northwind Office Supply asks you')
    expect(
      (await sessionOf(api, { token: linkFor(api, email), cookie: undefined })).approval.requested_by,
    ).toBeNull()
  })

  test('of whom only an address is known is named by it, whole only to who is verified', async () => {
    const opened = await to.open.server({ billing: undefined, customer_email: 'joe@acme.example' })
    const cookie = cookieOf(await api.verify(opened.token, '000000'))
    const email = newColleague()
    const asked = await api.ask(opened.token, { approver_email: email }, cookie)
    expect(asked.body.data.approval.requested_by).toBe('joe@acme.example')
    expect(api.mails.at(-1)?.subject).toContain('joe@acme.example asks you')
    const token = linkFor(api, email)
    const stranger = await api.sessionCall(token)
    expect(stranger.body.data.approval.requested_by).toBe('j•••@acme.example')
    expect(stranger.text).not.toContain('joe@acme.example')
    const verified = await api.verify(token, '000000')
    expect(verified.body.data.approval.requested_by).toBe('joe@acme.example')
  })

  test('asks five times an order, and no more', async () => {
    const buyer = await to.buyer()
    for (let count = 0; count < 5; count++) {
      expect((await api.ask(buyer.token, { approver_email: newColleague() }, buyer.cookie)).status).toBe(200)
      expect((await api.withdraw(buyer.token, buyer.cookie)).status).toBe(200)
    }
    const reply = await api.ask(buyer.token, { approver_email: newColleague() }, buyer.cookie)
    expect(isRefusal(reply, 409, 'approvals_used_up')).toBe(true)
    const session = await sessionOf(api, buyer)
    expect((await api.sessionCall(buyer.token, choiceOf(session), buyer.cookie)).status).toBe(200)
  })
})

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

describe('a request that is taken back', () => {
  test('frees the buyer, and leaves the colleague a clear end', async () => {
    const { id, buyer, colleague } = await to.handVerified()
    const choice = choiceOf(await sessionOf(api, colleague))
    const reply = await api.withdraw(buyer.token, buyer.cookie)
    expect(whole.parse(reply.body).data).toMatchObject({
      approval: { state: 'withdrawn', decided_at: '2026-04-16T15:00:00.000Z' },
    })
    expect((await api.withdraw(buyer.token, buyer.cookie)).text).toBe(reply.text)
    const { token, cookie } = colleague
    const replies = [
      await api.sessionCall(token, undefined, cookie),
      await api.sessionCall(token, choice, cookie),
      await api.decline(token, {}, cookie),
      await api.sendCode(token, cookie),
      await api.verify(token, '000000', cookie),
    ]
    for (const refusal of replies) expect(isRefusal(refusal, 410, 'approval_withdrawn')).toBe(true)
    const page = await api.call({ url: `/checkout/${token}` })
    expect([page.status, page.text.includes('"code":"approval_withdrawn"')]).toEqual([410, true])
    expect((await api.sessionCall(buyer.token, choice, buyer.cookie)).status).toBe(200)
    expect(await typesOf(id)).toEqual([
      'order_created customer',
      'approval_requested customer',
      'approval_withdrawn customer',
      'terms_selected customer',
      'customer_notified backd',
    ])
  })
})

describe('a request that ran out', () => {
  test('after seven days by the sandbox’s clock, to the millisecond, is an end for the colleague; the buyer has a day to go on', async () => {
    const own = await api.createMerchant({ verifyCustomer: true })
    const there = createHandover(api, own)
    const { id, buyer, colleague } = await there.handVerified()
    const choice = choiceOf(await sessionOf(api, colleague))
    await api.merchantCall(own, '/sandbox/clock', { advance_seconds: 7 * 86_400 - 1 })
    expect((await sessionOf(api, colleague)).approval.state).toBe('pending')
    await api.merchantCall(own, '/sandbox/clock', { advance_seconds: 1 })
    const late = await api.sessionCall(colleague.token, choice, colleague.cookie)
    expect(isRefusal(late, 410, 'approval_expired')).toBe(true)
    const page = await api.call({ url: `/checkout/${colleague.token}` })
    expect([page.status, page.text.includes('"code":"approval_expired"')]).toEqual([410, true])
    await api.merchantCall(own, '/sandbox/clock', { advance_seconds: 1 })
    expect(await sessionOf(api, buyer)).toMatchObject({
      status: 'order_created',
      verification: { state: 'done' },
      approval: { state: 'expired', decided_at: null },
    })
    const body = { approver_email: newColleague() }
    const asked = await api.ask(buyer.token, body, buyer.cookie)
    expect([asked.status, asked.body.data.approval.state]).toEqual([200, 'pending'])
    expect((await typesOf(id)).filter((type) => type.startsWith('approval_expired'))).toEqual([
      'approval_expired backd',
    ])
  })

  test('and after which the buyer did not come back ends the order a day later', async () => {
    const { buyer } = await to.hand()
    await api.later(8 * DAY - 1, async () => {
      expect((await sessionOf(api, buyer)).approval.state).toBe('expired')
    })
    await api.later(8 * DAY, async () => {
      const reply = await api.sessionCall(buyer.token, undefined, buyer.cookie)
      expect(isRefusal(reply, 410, 'checkout_expired')).toBe(true)
    })
  })

  test('leaves the buyer free to ask again or to choose; the history says so once', async () => {
    const [one, other] = [await to.hand(), await to.hand()]
    await api.later(7 * DAY, async () => {
      const session = await sessionOf(api, one.buyer)
      expect(session.approval).toMatchObject({ state: 'expired', decided_at: null })
      const nothing = await api.withdraw(one.buyer.token, one.buyer.cookie)
      expect(isRefusal(nothing, 409, 'approval_not_pending')).toBe(true)
      const asked = await api.ask(one.buyer.token, { approver_email: newColleague() }, one.buyer.cookie)
      expect(asked.body.data.approval.state).toBe('pending')
      const { buyer } = other
      const chosen = await api.sessionCall(buyer.token, choiceOf(session), buyer.cookie)
      expect(chosen.body.data).toMatchObject({ status: 'terms_selected', approval: { state: 'expired' } })
    })
    expect(await typesOf(one.id)).toEqual([
      'order_created customer',
      'approval_requested customer',
      'approval_expired backd',
      'approval_requested customer',
    ])
    expect((await typesOf(other.id)).slice(2, 4)).toEqual([
      'approval_expired backd',
      'terms_selected customer',
    ])
  })
})

test('the shop opened again with the same cart shows the wait, and does not shorten it', async () => {
  const cart = checkoutOrderBody(merchant)
  const open = async () => (await api.browserCall(cart)).body.data
  const first = await open()
  await api.verify(first.token, '000000')
  await api.ask(first.token, { approver_email: newColleague() })
  const second = await open()
  expect(second.backd_order_id).toBe(first.backd_order_id)
  expect(second.session).toMatchObject({
    expires_at: '2026-04-24T15:00:00.000Z',
    approval: { state: 'pending', note: null },
  })
})

test('the merchant can change nothing under the colleague, and reads the story without names', async () => {
  const { id, buyer, colleague } = await to.handVerified({ note: 'Private words' })
  const ids = { backd_order_id: id, merchant_order_id: buyer.session.merchant_order_id }
  for (const path of ['/cancel_order', '/confirm_order']) {
    expect(isRefusal(await api.merchantCall(merchant, path, ids), 409, 'order_not_placed')).toBe(true)
  }
  await api.decline(colleague.token, { reason: 'Private reason' }, colleague.cookie)
  const events = await api.merchantCall(merchant, `/order_events/${id}`)
  const found = await api.merchantCall(merchant, `/find_order/${id}`)
  expect(events.status).toBe(200)
  for (const { text } of [events, found]) {
    expect(text).not.toContain('Private')
    expect(text).not.toContain(colleague.email)
  }
  const stranger = await api.createMerchant()
  const foreign = await api.merchantCall(stranger, `/order_events/${id}`)
  expect(isRefusal(foreign, 404, 'order_not_found')).toBe(true)
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
