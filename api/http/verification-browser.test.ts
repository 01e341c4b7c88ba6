import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choiceOf, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { codeFor, cookieOf, createOpeners, verificationOf } from '../testing/verification.ts'
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

const stateOf = (token: string, cookie?: string) => verificationOf(api, token, cookie)

describe('a page', () => {
  test('is verified in the browser that its answer gives a cookie, and in no other', async () => {
    const { token, email } = await open.page()
    await api.sendCode(token)
    const verified = await api.verify(token, codeFor(api, email))
    expect(verified.headers['set-cookie']).toMatch(
      /^backd_browser_[\w-]{8}=[\w-]{43}; Path=\/checkout; Max-Age=777600; HttpOnly; SameSite=Lax$/,
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

  test('over https has a cookie that no other host of its domain can put there', async () => {
    const secure = await createTestApp({ PUBLIC_ORIGIN: 'https://pay.example' })
    const { token } = await createOpeners(
      secure,
      await secure.createMerchant({ verifyCustomer: true }),
    ).page()
    const sent = await secure.sendCode(token)
    expect(sent.headers['set-cookie']).toMatch(
      /^__Host-backd_browser_[\w-]{8}=[\w-]{43}; Path=\/; Max-Age=777600; HttpOnly; SameSite=Lax; Secure$/,
    )
    const cookie = cookieOf(sent)
    const planted = cookie.replace('__Host-', '')
    expect((await secure.sendCode(token, cookie)).headers).not.toHaveProperty('set-cookie')
    expect(cookieOf(await secure.sendCode(token, planted))).toMatch(/^__Host-/)
    await secure.verify(token, '000000', cookie)
    expect(await verificationOf(secure, token, cookie)).toMatchObject({ state: 'done' })
    expect(await verificationOf(secure, token, planted)).toMatchObject({ reason: 'other_browser' })
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
