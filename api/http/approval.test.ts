import { checkoutSessionSchema } from '@backd/contract/api/checkout.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { seedBilling } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHandover, linkFor, newColleague, sessionOf } from '../testing/approval.ts'
import { choiceOf, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { cookieOf } from '../testing/verification.ts'

/** "Hand it to the approver", told from the buyer’s side. */

let api: TestApp
let merchant: TestMerchant
let to: ReturnType<typeof createHandover>
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant({ verifyCustomer: true })
  to = createHandover(api, merchant)
})
afterAll(() => api.close())

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

  test.each([
    ['their company', 'Acme', 'Acme'],
    ['their address', '\u200b\u2800', 'joe@acme.example'],
  ])('whose name nobody can see is named by %s', async (_, company_name, shown) => {
    const name = { first: '\u202e', last: '\u200b\u3164' }
    const email = 'joe@acme.example'
    const opened = await to.open.server({ billing: { ...seedBilling, name, company_name, email } })
    const cookie = cookieOf(await api.verify(opened.token, '000000'))
    const asked = await api.ask(opened.token, { approver_email: newColleague() }, cookie)
    expect(asked.body.data.approval.requested_by).toBe(shown)
    expect(api.mails.at(-1)?.subject).toContain(`${shown} asks you`)
    await api.query(`update approval_requests set requested_by = $1 where backd_order_id = $2`, [
      '\u202e \u200b',
      opened.id,
    ])
    const kept = await sessionOf(api, { token: opened.token, cookie })
    expect(kept.approval.requested_by).toBeNull()
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
