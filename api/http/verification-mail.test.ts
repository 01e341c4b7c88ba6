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
const stateOf = (token: string, cookie?: string) => verificationOf(api, token, cookie)

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

  test('does not wait for what our own mail server failed to send', async () => {
    const email = newEmail()
    const { token } = await open.modal(email)
    api.mailer.isAway = true
    for (let count = 0; count < 6; count++) expect((await api.sendCode(token)).status).toBe(503)
    api.mailer.isAway = false
    for (let count = 0; count < 5; count++) {
      expect((await api.sendCode((await open.modal(email)).token)).status).toBe(200)
    }
    expect(isRefusal(await api.sendCode(token), 429, 'too_many_requests')).toBe(true)
    expect(api.mails.filter(({ to }) => to === email)).toHaveLength(5)
  })

  test('has twenty mails tried in an hour at most, also while none is sent', async () => {
    const { token, email } = await open.modal()
    api.mailer.isAway = true
    for (let count = 0; count < 20; count++) expect((await api.sendCode(token)).status).toBe(503)
    api.mailer.isAway = false
    const reply = await api.sendCode(token)
    expect(isRefusal(reply, 429, 'too_many_requests')).toBe(true)
    expect(reply.headers['retry-after']).toBe('3600')
    expect(api.mails.filter(({ to }) => to === email)).toEqual([])
    expect((await api.later(60 * MINUTE + 1, () => api.sendCode(token))).status).toBe(200)
  })

  test('that takes no mail is tried five times in an hour', async () => {
    const { token } = await open.modal()
    api.mailer.takes = false
    const statuses = []
    for (let count = 0; count < 6; count++) statuses.push((await api.sendCode(token)).status)
    api.mailer.takes = true
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
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
