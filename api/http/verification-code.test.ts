import { checkoutSessionSchema } from '@backd/contract/api/checkout.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { codeFor, createOpeners, newEmail, otherThan, verificationOf } from '../testing/verification.ts'

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
const stateOf = (token: string, cookie?: string) => verificationOf(api, token, cookie)

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
