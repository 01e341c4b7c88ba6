import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHandover, linkFor, newColleague, sessionOf } from '../testing/approval.ts'
import { choiceOf, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { newEmail } from '../testing/verification.ts'

/** What is mailed when an order is handed to a colleague, to whom, how often, and what becomes of it when nobody takes it. */

let api: TestApp
let merchant: TestMerchant
let to: ReturnType<typeof createHandover>
beforeAll(async () => {
  api = await createTestApp({ CODES_PER_HOUR: '5' })
  merchant = await api.createMerchant({ verifyCustomer: true })
  to = createHandover(api, merchant)
})
afterAll(() => api.close())

const MINUTE = 60_000
const mailsTo = (email: string) => api.mails.filter((mail) => mail.to === email)
const eventsOf = (id: string) =>
  api.query<{ type: string; actor: string; data: object }>(
    'select type, actor, data from order_events where backd_order_id = $1 order by id',
    [id],
  )

describe('the request', () => {
  test('says who asks, for what, in which words, and until when; its link alone leads anywhere', async () => {
    const { colleague } = await to.hand({ note: 'For the fair.\nPlease!' })
    const [mail, ...more] = mailsTo(colleague.email)
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Joe Doe asks you to approve $8,950.00 at Northwind Office Supply')
    for (const fact of [
      'Joe Doe',
      'For the fair.',
      'Please!',
      '$8,950.00',
      'Northwind Office Supply',
      'Thursday, April 23, 2026 at 10:00 AM CDT',
      `http://localhost:4000/checkout/${colleague.token}`,
    ]) {
      expect(mail?.text).toContain(fact)
      expect(mail?.html).toContain(fact)
    }
    const links = [...(mail?.html ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    expect(new Set(links)).toEqual(new Set([`http://localhost:4000/checkout/${colleague.token}`]))
  })

  test('shows what the buyer wrote as text, without a stranger’s links or headers', async () => {
    const note =
      '<img src=x onerror=alert(1)>\r\nBcc: all@example.com\nhttps://evil.example/login www.evil.example 🧾\u202e'
    const { colleague, asked } = await to.hand({ note })
    expect(asked.body.data.approval.note).toContain('https://evil.example/login')
    const [mail] = mailsTo(colleague.email)
    expect(mail?.html).not.toMatch(/<img/)
    expect(mail?.html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    for (const form of [mail?.text, mail?.html]) {
      expect(form).not.toContain('evil.example')
      expect(form).not.toMatch(/[\r\u202e]/)
      expect(form).toContain('[link left out] [link left out] 🧾')
    }
    expect(mail?.text).not.toMatch(/^Bcc/m)
  })
})

describe('what came of it', () => {
  test('approved: the colleague gets the confirmation, and the buyer the same with who approved', async () => {
    const { id, buyer, colleague } = await to.handVerified()
    const session = await sessionOf(api, colleague)
    await api.sessionCall(colleague.token, choiceOf(session, 'monthly-3'), colleague.cookie)
    const confirmation = mailsTo(colleague.email).at(-1)
    const outcome = mailsTo(buyer.email).at(-1)
    expect(confirmation?.subject).toMatch(/^Your payment terms for /)
    expect(outcome?.subject).toMatch(
      /^Approved: your payment terms for .* at Northwind Office Supply: \$9,173\.75$/,
    )
    for (const form of ['text', 'html'] as const) {
      expect(outcome?.[form]).toContain(
        `${colleague.email} has approved your order at Northwind Office Supply and agreed to its payment terms.`,
      )
      expect(outcome?.[form]).toContain('3 monthly payments')
      expect(confirmation?.[form]).toContain('You have agreed to payment terms')
    }
    expect((await eventsOf(id)).slice(-2).map(({ data }) => data)).toEqual(
      expect.arrayContaining([{ notice: 'confirmation' }, { notice: 'approval_approved' }]),
    )
  })

  test('approved while no mail is taken: each session says that its own did not come', async () => {
    const { buyer, colleague } = await to.handVerified()
    const choice = choiceOf(await sessionOf(api, colleague))
    api.mailer.takes = false
    const reply = await api.sessionCall(colleague.token, choice, colleague.cookie)
    api.mailer.takes = true
    expect([reply.status, reply.body.data.confirmation.state]).toEqual([200, 'failed'])
    for (const holding of [buyer, colleague]) {
      expect((await sessionOf(api, holding)).confirmation).toMatchObject({ state: 'failed' })
    }
  })

  test('declined: the buyer reads the reason', async () => {
    const { id, buyer, colleague } = await to.handVerified()
    const reason = '<b>Over</b> budget\nhttps://evil.example'
    await api.decline(colleague.token, { reason }, colleague.cookie)
    const [mail, ...more] = mailsTo(buyer.email)
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Your colleague declined your $8,950.00 order at Northwind Office Supply')
    expect(mail?.text).toContain(`${colleague.email} declined`)
    expect(mail?.text).toContain('> <b>Over</b> budget\n> [link left out]')
    expect(mail?.html).toContain('&lt;b&gt;Over&lt;/b&gt; budget')
    expect((await eventsOf(id)).at(-1)).toEqual({
      type: 'customer_notified',
      actor: 'backd',
      data: { notice: 'approval_declined' },
    })
  })

  test('taken back: nobody is mailed', async () => {
    const { buyer, colleague } = await to.hand()
    await api.withdraw(buyer.token, buyer.cookie)
    expect([mailsTo(buyer.email).length, mailsTo(colleague.email).length]).toEqual([0, 1])
  })

  test('for a buyer without an address: nobody but the colleague is mailed', async () => {
    const opened = await to.open.server({ billing: undefined, customer_email: undefined })
    const email = newColleague()
    await api.ask(opened.token, { approver_email: email })
    const token = linkFor(api, email)
    const cookie = String((await api.verify(token, '000000')).headers['set-cookie']).split(';')[0]
    const mails = api.mails.length
    await api.decline(token, {}, cookie)
    expect(api.mails).toHaveLength(mails)
  })
})

describe('a request that nobody takes', () => {
  test('because the address takes no mail is told so, and leaves nothing pending', async () => {
    const buyer = await to.buyer()
    api.mailer.takes = false
    const email = newColleague()
    const reply = await api.ask(buyer.token, { approver_email: email }, buyer.cookie)
    api.mailer.takes = true
    expect(isRefusal(reply, 422, 'email_undeliverable')).toBe(true)
    expect(reply.body.errors[0].path).toBe('approver_email')
    expect(reply.text).not.toContain(email)
    const session = await sessionOf(api, buyer)
    expect(session.approval).toBeNull()
    expect((await eventsOf(buyer.id)).at(-1)).toEqual({
      type: 'approval_withdrawn',
      actor: 'backd',
      data: { reason: 'email_undeliverable' },
    })
    expect((await api.ask(buyer.token, { approver_email: email }, buyer.cookie)).status).toBe(200)
  })

  test('because the mail server is away is 503, and does not count as one of the five', async () => {
    const buyer = await to.buyer()
    api.mailer.isAway = true
    for (let count = 0; count < 5; count++) {
      const reply = await api.ask(buyer.token, { approver_email: newColleague() }, buyer.cookie)
      expect(isRefusal(reply, 503, 'unavailable')).toBe(true)
      expect(reply.headers['retry-after']).toBe('10')
    }
    api.mailer.isAway = false
    await api.later(61 * MINUTE, async () => {
      const reply = await api.ask(buyer.token, { approver_email: newColleague() }, buyer.cookie)
      expect(reply.body.data.approval.state).toBe('pending')
    })
  })

  test('and that the buyer took back meanwhile stays taken back', async () => {
    const buyer = await to.buyer()
    api.mailer.takes = false
    api.mailer.before = async () => {
      api.mailer.before = undefined
      expect((await api.withdraw(buyer.token, buyer.cookie)).status).toBe(200)
    }
    const reply = await api.ask(buyer.token, { approver_email: newColleague() }, buyer.cookie)
    api.mailer.takes = true
    expect(isRefusal(reply, 422, 'email_undeliverable')).toBe(true)
    expect((await eventsOf(buyer.id)).map(({ type }) => type)).toEqual([
      'order_created',
      'approval_requested',
      'approval_withdrawn',
    ])
    expect((await sessionOf(api, buyer)).approval.state).toBe('withdrawn')
  })

  test('as the bouncing persona of the sandbox', async () => {
    const buyer = await to.buyer()
    const reply = await api.ask(buyer.token, { approver_email: 'bounce@sandbox.backd.example' }, buyer.cookie)
    expect(isRefusal(reply, 422, 'email_undeliverable')).toBe(true)
  })
})

describe('how often', () => {
  test('a colleague is mailed: requests and codes count together, over all orders', async () => {
    const email = newColleague()
    for (let count = 0; count < 4; count++) {
      const { token, cookie } = await to.buyer()
      expect((await api.ask(token, { approver_email: email }, cookie)).status).toBe(200)
    }
    expect((await api.sendCode(linkFor(api, email))).status).toBe(200)
    const { token, cookie } = await to.buyer()
    const reply = await api.ask(token, { approver_email: email.toUpperCase() }, cookie)
    expect(isRefusal(reply, 429, 'too_many_requests')).toBe(true)
    expect(reply.headers['retry-after']).toBe('3600')
    expect(mailsTo(email)).toHaveLength(5)
    await api.later(60 * MINUTE + 1, async () => {
      expect((await api.ask(token, { approver_email: email }, cookie)).status).toBe(200)
    })
  })

  test('a buyer has mails sent, over all their orders', async () => {
    const email = newEmail()
    const ask = async () => {
      const { token } = await to.open.modal(email)
      await api.verify(token, '000000')
      return await api.ask(token, { approver_email: newColleague() })
    }
    for (let count = 0; count < 5; count++) expect((await ask()).status).toBe(200)
    expect(isRefusal(await ask(), 429, 'too_many_requests')).toBe(true)
  })

  test('one address of the network has mails sent', async () => {
    const limited = await createTestApp({ RATE_LIMIT_PER_MINUTE: '60' })
    const { token } = (await createHandover(limited, await limited.createMerchant()).buyer()) ?? {}
    const statuses = []
    for (let count = 0; count < 4; count++) {
      statuses.push((await limited.ask(token, { approver_email: newColleague() })).status)
    }
    expect(statuses).toEqual([200, 409, 409, 429])
    expect((await limited.withdraw(token)).status).toBe(200)
    await limited.close()
  })
})
