import { seedBilling } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choiceOf, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { createOpeners } from '../testing/verification.ts'

let api: TestApp
let merchant: TestMerchant
let open: ReturnType<typeof createOpeners>
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  open = createOpeners(api, merchant)
})
afterAll(() => api.close())

const noticesOf = (id: string) =>
  api.query(
    `select type, actor, to_status as status, data from order_events
     where backd_order_id = $1 and type in ('customer_notified', 'customer_not_notified') order by id`,
    [id],
  )
const mailsTo = (email: string) => api.mails.filter(({ to }) => to === email)

describe('the confirmation of selected terms', () => {
  test('says what was agreed: merchant, order, plan, each payment, fee, total and version', async () => {
    const { id, token, session, email } = await open.modal()
    const reply = await api.sessionCall(token, choiceOf(session, 'monthly-3'))
    expect(reply.body.data.confirmation).toEqual({ state: 'sent', email: 'b•••@acme.example' })
    expect((await api.sessionCall(token)).body.data.confirmation).toEqual(reply.body.data.confirmation)
    const [mail, ...more] = mailsTo(email)
    expect(more).toEqual([])
    expect(mail?.subject).toBe(
      `Your payment terms for ${session.merchant_order_id} at Northwind Office Supply: $9,173.75`,
    )
    const facts = [
      'Northwind Office Supply',
      session.merchant_order_id,
      id,
      '3 monthly payments',
      '$9,173.75',
      '$223.75',
      '$3,057.92',
      '$3,057.91',
      'Sat, May 16, 2026',
      'Tue, Jun 16, 2026',
      'Thu, Jul 16, 2026',
      session.agreement.version,
    ]
    for (const fact of facts) {
      expect(mail?.text).toContain(fact)
      expect(mail?.html).toContain(fact)
    }
    expect(mail?.text).toContain('Sat, May 16, 2026: $3,057.92')
    expect(await noticesOf(id)).toEqual([
      {
        type: 'customer_notified',
        actor: 'backd',
        status: 'terms_selected',
        data: { notice: 'confirmation' },
      },
    ])
  })

  test('is sent once, however often the same is selected', async () => {
    const { id, token, session, email } = await open.modal()
    const choice = choiceOf(session)
    const replies = await Promise.all(Array.from({ length: 4 }, () => api.sessionCall(token, choice)))
    replies.push(await api.sessionCall(token, choice))
    // Whoever asks while the mail is on its way is told that it is.
    const selected = replies.map(({ body }) => JSON.stringify({ ...body.data, confirmation: null }))
    expect(new Set(selected).size).toBe(1)
    expect(replies.at(-1)?.body.data.confirmation).toMatchObject({ state: 'sent' })
    expect(mailsTo(email)).toHaveLength(1)
    expect(await noticesOf(id)).toHaveLength(1)
  })

  test('that no mail server takes fails nothing, and the session and the history say so', async () => {
    const { id, token, session } = await open.modal()
    api.mailer.takes = false
    const reply = await api.sessionCall(token, choiceOf(session))
    api.mailer.takes = true
    expect(reply.status).toBe(200)
    const confirmation = { state: 'failed', email: 'b•••@acme.example' }
    expect(reply.body.data).toMatchObject({ status: 'terms_selected', confirmation })
    expect((await api.sessionCall(token)).body.data.confirmation).toEqual(confirmation)
    expect(await noticesOf(id)).toMatchObject([{ type: 'customer_not_notified' }])
    expect((await api.sessionCall(token, choiceOf(session))).text).toBe(reply.text)
  })

  test('is neither sent nor lost as long as no mail server has answered', async () => {
    const { token, session } = await open.modal()
    const seen: unknown[] = []
    api.mailer.before = async () => {
      seen.push((await api.sessionCall(token)).body.data.confirmation)
    }
    const reply = await api.sessionCall(token, choiceOf(session))
    api.mailer.before = undefined
    expect(seen).toEqual([{ state: 'sending', email: 'b•••@acme.example' }])
    expect(reply.body.data.confirmation).toMatchObject({ state: 'sent' })
  })

  test('goes to nobody where no address is known', async () => {
    const { id, token, session } = await open.server({ billing: undefined, customer_email: undefined })
    const mails = api.mails.length
    const reply = await api.sessionCall(token, choiceOf(session))
    expect([reply.status, reply.body.data.confirmation]).toEqual([200, null])
    expect((await api.sessionCall(token)).body.data.confirmation).toBeNull()
    expect(api.mails.length).toBe(mails)
    expect(await noticesOf(id)).toEqual([])
  })

  test('is not sent for terms that were refused', async () => {
    const { token, session, email } = await open.modal()
    const reply = await api.sessionCall(token, { ...choiceOf(session), total_cents: 1 })
    expect(isRefusal(reply, 409, 'offer_changed')).toBe(true)
    expect(mailsTo(email)).toEqual([])
  })

  test('shows names as text, on one line', async () => {
    const hostile = await api.createMerchant({ name: '<script>alert(1)</script>\r\nBcc: all@example.com' })
    const body = {
      billing: { ...seedBilling, email: 'hostile@acme.example' },
      merchant_order_id: '"><img src=x>\u202e',
    }
    const { token, session } = await createOpeners(api, hostile).server(body)
    await api.sessionCall(token, choiceOf(session))
    const [mail] = mailsTo('hostile@acme.example')
    expect(mail?.html).not.toMatch(/<script|<img/)
    expect(mail?.subject).not.toMatch(/[\r\n\u202e]/)
    expect(mail?.text).not.toMatch(/^Bcc/m)
  })
})
