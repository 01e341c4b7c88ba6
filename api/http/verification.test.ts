import { checkoutSessionSchema } from '@backd/contract/api/checkout.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { seedBilling } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choiceOf, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { codeFor, cookieOf, createOpeners, newEmail, otherThan } from '../testing/verification.ts'
import { cookieNameOf } from './browser-cookie.ts'

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
const stateOf = async (token: string, cookie?: string) =>
  (await api.sessionCall(token, undefined, cookie)).body.data.verification

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

describe('a code', () => {
  test('is mailed as text and HTML by the merchant’s name, and told with its times', async () => {
    const { token, email } = await open.modal()
    const { body } = await api.sendCode(token)
    expect(whole.parse(body).data.verification).toMatchObject({
      code: {
        sent_at: '2026-04-16T15:00:00.000Z',
        resend_at: '2026-04-16T15:00:30.000Z',
        expires_at: '2026-04-16T15:10:00.000Z',
      },
    })
    const mail = api.mails.at(-1)
    const code = codeFor(api, email)
    expect(code).toMatch(/^\d{6}$/)
    expect(mail).toMatchObject({
      to: email,
      subject: 'Your code for the checkout at Northwind Office Supply',
    })
    expect(mail?.html).toContain(`>${code}</p>`)
    expect(mail?.subject).not.toContain(code)
  })

  test('is kept so that the table alone does not give it away', async () => {
    const { token, email } = await open.modal()
    await api.sendCode(token)
    const rows = await api.query<{ row: string }>(
      'select verification_codes::text as row from verification_codes',
    )
    for (const { row } of rows) {
      expect(row).not.toContain(codeFor(api, email))
      expect(row).not.toContain(email)
    }
  })

  test('is sent once in half a minute, and another after that; only the newest counts', async () => {
    const { token, email } = await open.modal()
    const mailed = () => api.mails.filter(({ to }) => to === email).length
    const first = await api.sendCode(token)
    const again = await api.later(29_999, () => api.sendCode(token))
    expect(again.text).toBe(first.text)
    expect(mailed()).toBe(1)
    const old = codeFor(api, email)
    await api.later(30_000, () => api.sendCode(token))
    expect(mailed()).toBe(2)
    const fresh = codeFor(api, email)
    await api.later(30_000, async () => {
      if (old !== fresh) expect(isRefusal(await api.verify(token, old), 422, 'code_wrong')).toBe(true)
      expect((await api.verify(token, fresh)).status).toBe(200)
    })
  })

  test('works for ten minutes, to the millisecond', async () => {
    const [early, late] = [await open.modal(), await open.modal()]
    for (const { token } of [early, late]) await api.sendCode(token)
    const inTime = await api.later(10 * MINUTE - 1, () => api.verify(early.token, codeFor(api, early.email)))
    expect(inTime.status).toBe(200)
    await api.later(10 * MINUTE, async () => {
      const reply = await api.verify(late.token, codeFor(api, late.email))
      expect(isRefusal(reply, 410, 'code_expired')).toBe(true)
      expect(await stateOf(late.token)).toMatchObject({ code: null })
    })
  })

  test('that was never sent is told so', async () => {
    const { token } = await open.modal()
    const reply = await api.verify(token, '123456')
    expect(isRefusal(reply, 410, 'code_expired')).toBe(true)
    expect(reply.body.message).toBe('No code was sent for this checkout yet; ask for a new one.')
  })

  test('may be entered wrongly four times; the fifth ends it, and another can be sent at once', async () => {
    const { token, email } = await open.modal()
    await api.sendCode(token)
    const right = codeFor(api, email)
    for (const left of [4, 3, 2, 1, 0]) {
      const reply = await api.verify(token, otherThan(right))
      expect(isRefusal(reply, 422, 'code_wrong')).toBe(true)
      expect(reply.body.errors).toEqual([
        { path: 'code', message: 'is not the code that was sent', tries_left: left },
      ])
    }
    expect(isRefusal(await api.verify(token, right), 410, 'code_expired')).toBe(true)
    expect(await stateOf(token)).toMatchObject({ state: 'required', code: null })
    await api.sendCode(token)
    expect((await api.verify(token, codeFor(api, email))).status).toBe(200)
  })

  test('verifies once: nobody else who reads the mail can use it', async () => {
    const { token, email } = await open.page()
    await api.sendCode(token)
    const code = codeFor(api, email)
    expect((await api.verify(token, code)).status).toBe(200)
    expect(isRefusal(await api.verify(token, code), 410, 'code_expired')).toBe(true)
  })

  test('of one link does not open another', async () => {
    const email = newEmail()
    const [one, other] = [await open.modal(email), await open.modal(email)]
    await api.sendCode(one.token)
    const code = codeFor(api, email)
    expect(isRefusal(await api.verify(other.token, code), 410, 'code_expired')).toBe(true)
    await api.sendCode(other.token)
    if (codeFor(api, email) !== code) {
      expect(isRefusal(await api.verify(other.token, code), 422, 'code_wrong')).toBe(true)
    }
  })

  test('000000 is always right in the sandbox, and never in production', async () => {
    const { token } = await open.modal()
    expect((await api.verify(token, '000000')).body.data.verification.state).toBe('done')
    const real = await createTestApp({ BACKD_MODE: 'production', PUBLIC_ORIGIN: 'https://pay.example' })
    const opened = await createOpeners(real, await real.createMerchant({ verifyCustomer: true })).modal()
    expect(isRefusal(await real.verify(opened.token, '000000'), 410, 'code_expired')).toBe(true)
    await real.sendCode(opened.token)
    if (codeFor(real, opened.email) !== '000000') {
      expect(isRefusal(await real.verify(opened.token, '000000'), 422, 'code_wrong')).toBe(true)
    }
    await real.close()
  })

  test('entered again once verified answers the same and counts for nothing', async () => {
    const { token } = await open.modal()
    const first = await api.verify(token, '000000')
    expect((await api.verify(token, '999999')).text).toBe(first.text)
    expect((await api.sendCode(token)).body.data).toEqual(first.body.data)
  })

  test('sent at a time that the merchant has taken back can be sent anew at once', async () => {
    const own = await api.createMerchant({ verifyCustomer: true })
    const { token, email } = await createOpeners(api, own).modal()
    await api.merchantCall(own, '/sandbox/clock', { advance_seconds: 3600 })
    await api.sendCode(token)
    await api.merchantCall(own, '/sandbox/clock', undefined, { method: 'DELETE' })
    expect(await stateOf(token)).toMatchObject({ code: null })
    await api.sendCode(token)
    expect((await api.verify(token, codeFor(api, email))).status).toBe(200)
  })
})

describe('a mail that nobody takes', () => {
  test('is told, leaves no code to enter, and can be tried again at once', async () => {
    const { token, email } = await open.modal()
    api.mailer.takes = false
    const reply = await api.sendCode(token)
    api.mailer.takes = true
    expect(isRefusal(reply, 422, 'email_undeliverable')).toBe(true)
    expect(reply.text).not.toContain(email)
    expect(await stateOf(token)).toMatchObject({ code: null })
    expect(isRefusal(await api.verify(token, '123456'), 410, 'code_expired')).toBe(true)
    expect((await api.sendCode(token)).status).toBe(200)
  })

  test('because the server is away is no fault of the address: 503, and can be tried again', async () => {
    const { token } = await open.modal()
    api.mailer.isAway = true
    const reply = await api.sendCode(token)
    api.mailer.isAway = false
    expect(isRefusal(reply, 503, 'unavailable')).toBe(true)
    expect(reply.headers['retry-after']).toBe('10')
    expect(await stateOf(token)).toMatchObject({ code: null })
    expect((await api.sendCode(token)).status).toBe(200)
  })

  test('leaves the code before it as it was', async () => {
    const { token, email } = await open.modal()
    await api.sendCode(token)
    await api.later(31_000, async () => {
      api.mailer.takes = false
      await api.sendCode(token)
      api.mailer.takes = true
      expect((await api.verify(token, codeFor(api, email))).status).toBe(200)
    })
  })
})

describe('an address', () => {
  test('is sent five codes in an hour of real time, whatever the orders and however it is written', async () => {
    const email = newEmail()
    for (let count = 0; count < 5; count++) {
      const { token } = await open.modal(count % 2 ? email.toUpperCase() : email)
      expect((await api.later(count * MINUTE, () => api.sendCode(token))).status).toBe(200)
    }
    const { token } = await open.modal(email)
    const reply = await api.later(5 * MINUTE, () => api.sendCode(token))
    expect(isRefusal(reply, 429, 'too_many_requests')).toBe(true)
    expect(reply.headers['retry-after']).toBe(String(55 * 60))
    expect(reply.body.message).toContain('the next can be sent in 55 minutes')
    expect(
      isRefusal(await api.later(60 * MINUTE - 1, () => api.sendCode(token)), 429, 'too_many_requests'),
    ).toBe(true)
    expect((await api.later(60 * MINUTE + 1, () => api.sendCode(token))).status).toBe(200)
  })

  test('gets no more by a merchant who puts its own time forward', async () => {
    const own = await api.createMerchant({ verifyCustomer: true })
    const { token, email } = await createOpeners(api, own).modal()
    for (let count = 0; count < 5; count++) {
      expect((await api.sendCode(token)).status).toBe(200)
      await api.merchantCall(own, '/sandbox/clock', { advance_seconds: 3600 })
    }
    expect(isRefusal(await api.sendCode(token), 429, 'too_many_requests')).toBe(true)
    expect(api.mails.filter(({ to }) => to === email)).toHaveLength(5)
  })

  test('can be guessed at twenty-five times an hour at most, over however many links', async () => {
    const email = newEmail()
    let guesses = 0
    for (let link = 0; link < 8; link++) {
      const { token } = await open.modal(email)
      await api.sendCode(token)
      for (let count = 0; count < 6; count++) {
        const reply = await api.verify(token, otherThan(codeFor(api, email)))
        if (isRefusal(reply, 422, 'code_wrong')) guesses += 1
      }
    }
    expect(guesses).toBe(25)
  })
})

describe('a page', () => {
  test('is verified in the browser that its answer gives a cookie, and in no other', async () => {
    const { token, email } = await open.page()
    await api.sendCode(token)
    const verified = await api.verify(token, codeFor(api, email))
    expect(verified.headers['set-cookie']).toMatch(
      /^backd_browser_[\w-]{8}=[\w-]{43}; Path=\/checkout; Max-Age=691200; HttpOnly; SameSite=Lax$/,
    )
    const cookie = cookieOf(verified)
    expect(await stateOf(token, `a=b; ${cookie}; c=d`)).toMatchObject({ state: 'done' })
    const other = (await api.sessionCall(token)).body.data
    expect(other).toMatchObject({
      verification: { state: 'required', reason: 'other_browser' },
      buyer: { email: expect.stringContaining('•••') },
      decision: 'pending',
    })
    expect(await stateOf(token, `${cookieNameOf(token)}=${'q'.repeat(43)}`)).toMatchObject({
      reason: 'other_browser',
    })
    const select = await api.sessionCall(token, choiceOf(other))
    expect(isRefusal(select, 409, 'verification_required')).toBe(true)
    expect((await api.sessionCall(token, choiceOf(other), cookie)).status).toBe(200)
  })

  test('says the same in the document that it is served with', async () => {
    const { token } = await open.page()
    const cookie = cookieOf(await api.verify(token, '000000'))
    const bootOf = async (headers: Record<string, string>) =>
      (await api.call({ url: `/checkout/${token}`, headers })).text
    expect(await bootOf({ cookie })).toContain('"verification":{"state":"done"')
    expect(await bootOf({})).toContain('"reason":"other_browser"')
  })

  test('opened in another browser moves there by a new code', async () => {
    const { token } = await open.page()
    const first = cookieOf(await api.verify(token, '000000'))
    const second = cookieOf(await api.verify(token, '000000'))
    expect(second).not.toBe(first)
    expect(await stateOf(token, second)).toMatchObject({ state: 'done' })
    expect(await stateOf(token, first)).toMatchObject({ reason: 'other_browser' })
  })

  test('has a cookie of its own, so that the browser’s other pages stay verified', async () => {
    const [one, other] = [await open.page(), await open.page()]
    const cookie = cookieOf(await api.verify(one.token, '000000'))
    const second = cookieOf(await api.verify(other.token, '000000', cookie))
    expect(cookieNameOf(one.token)).not.toBe(cookieNameOf(other.token))
    expect(await stateOf(one.token, `${second}; ${cookie}`)).toMatchObject({ state: 'done' })
  })

  test('has its cookie when the code is sent, so that a lost answer to the right code loses nothing', async () => {
    const { token, email } = await open.page()
    const cookie = cookieOf(await api.sendCode(token))
    const code = codeFor(api, email)
    // The answer, whatever it says, does not arrive; the browser tries again.
    await api.verify(token, code, cookie)
    const again = await api.verify(token, code, cookie)
    expect(again.body.data.verification).toMatchObject({ state: 'done' })
    expect(await stateOf(token, cookie)).toMatchObject({ state: 'done' })
    expect(await stateOf(token)).toMatchObject({ reason: 'other_browser' })
  })

  test('gets a new cookie with each code, whatever was put there before', async () => {
    const { token, email } = await open.page()
    await api.verify(token, '000000')
    const planted = `${cookieNameOf(token)}=${'q'.repeat(43)}`
    const cookie = cookieOf(await api.sendCode(token, planted))
    expect(cookie).not.toBe(planted)
    await api.verify(token, codeFor(api, email), cookie)
    expect(await stateOf(token, cookie)).toMatchObject({ state: 'done' })
    expect(await stateOf(token, planted)).toMatchObject({ reason: 'other_browser' })
  })

  test('keeps its cookie where no other code is sent', async () => {
    const { token, email } = await open.page()
    const cookie = cookieOf(await api.sendCode(token))
    expect((await api.sendCode(token, cookie)).headers).not.toHaveProperty('set-cookie')
    await api.verify(token, codeFor(api, email), cookie)
    expect(await stateOf(token, cookie)).toMatchObject({ state: 'done' })
  })

  test.each(['short', `${'q'.repeat(43)}!`, '"; drop table orders', 'é'.repeat(43)])(
    'gives a browser whose cookie is %j one of ours',
    async (value) => {
      const { token } = await open.page()
      const cookie = cookieOf(await api.verify(token, '000000', `${cookieNameOf(token)}=${value}`))
      expect(cookie).toMatch(/^backd_browser_[\w-]{8}=[\w-]{43}$/)
      expect(cookie).not.toContain(value)
    },
  )

  test('over https sends its cookie over https alone', async () => {
    const secure = await createTestApp({ PUBLIC_ORIGIN: 'https://pay.example' })
    const { token } = await createOpeners(
      secure,
      await secure.createMerchant({ verifyCustomer: true }),
    ).page()
    expect((await secure.verify(token, '000000')).headers['set-cookie']).toMatch(/; Secure$/)
    await secure.close()
  })

  test('whose terms are selected asks nobody for a code, and shows the address only to who is verified', async () => {
    const { token, session, email } = await open.page()
    const cookie = cookieOf(await api.verify(token, '000000'))
    await api.sessionCall(token, choiceOf(session), cookie)
    const [own, other] = [await api.sessionCall(token, undefined, cookie), await api.sessionCall(token)]
    expect(own.body.data).toMatchObject({ verification: { state: 'not_needed' }, buyer: { email } })
    expect(other.body.data).toMatchObject({ verification: { state: 'not_needed' } })
    expect(other.text).not.toContain(email)
  })
})

test('the modal is verified by its link alone, and sets no cookie', async () => {
  const { token } = await open.modal()
  expect((await api.sendCode(token)).headers).not.toHaveProperty('set-cookie')
  const reply = await api.verify(token, '000000')
  expect(reply.headers).not.toHaveProperty('set-cookie')
  expect(await stateOf(token)).toMatchObject({ state: 'done' })
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

test('one address that tries code after code over many links is told to wait', async () => {
  const limited = await createTestApp({ RATE_LIMIT_PER_MINUTE: '100' })
  const opened = await createOpeners(limited, await limited.createMerchant({ verifyCustomer: true })).modal()
  const statuses = []
  for (let count = 0; count < 6; count++) {
    const link = count % 2 ? 'q'.repeat(43) : opened.token
    statuses.push((await limited.verify(link, '123456')).status)
  }
  expect(statuses).toEqual([410, 404, 410, 404, 410, 429])
  expect((await limited.sessionCall(opened.token)).status).toBe(200)
  await limited.close()
})
