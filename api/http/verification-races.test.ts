import { afterAll, beforeAll, expect, test } from 'vitest'
import { choiceOf } from '../testing/bodies.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { codeFor, createOpeners, newEmail, otherThan } from '../testing/verification.ts'

/** What calls about codes at the same instant leave behind. */

let api: TestApp
let open: ReturnType<typeof createOpeners>
beforeAll(async () => {
  api = await createTestApp({ CODES_PER_HOUR: '3' })
  open = createOpeners(api, await api.createMerchant({ verifyCustomer: true }))
})
afterAll(() => api.close())

const ROUNDS = 4
const atOnce = <Result>(count: number, run: (nth: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, nth) => run(nth)))
const codesOf = (replies: { body: { status: { type: string } } }[]) =>
  replies.map(({ body }) => body.status.type).sort()

test('twenty wrong codes at once are five tries', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { token, email } = await open.modal()
    await api.sendCode(token)
    const replies = await atOnce(20, () => api.verify(token, otherThan(codeFor(api, email))))
    expect(codesOf(replies)).toEqual([...Array(15).fill('code_expired'), ...Array(5).fill('code_wrong')])
    const [row] = await api.query<{ tries: number }>(
      'select tries from verification_codes order by id desc limit 1',
    )
    expect(row?.tries).toBe(5)
  }
})

test('the right code entered twice at once verifies, and neither is refused in the modal', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { token, email } = await open.modal()
    await api.sendCode(token)
    const replies = await atOnce(2, () => api.verify(token, codeFor(api, email)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
  }
})

test('the right code entered in two browsers at once verifies one of them', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { token, email } = await open.page()
    await api.sendCode(token)
    const replies = await atOnce(2, () => api.verify(token, codeFor(api, email)))
    expect(codesOf(replies)).toEqual(['code_expired', 'success'])
    expect(replies.filter(({ headers }) => headers['set-cookie'] !== undefined)).toHaveLength(1)
  }
})

test('many asks for a code at once are one mail', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { token, email } = await open.modal()
    const replies = await atOnce(6, () => api.sendCode(token))
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect(api.mails.filter(({ to }) => to === email)).toHaveLength(1)
  }
})

test('asks over many links at once are as many mails as an address may get', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const email = newEmail()
    const links = await atOnce(6, () => open.modal(email))
    const replies = await Promise.all(links.map(({ token }) => api.sendCode(token)))
    expect(codesOf(replies)).toEqual([...Array(3).fill('success'), ...Array(3).fill('too_many_requests')])
    expect(api.mails.filter(({ to }) => to === email)).toHaveLength(3)
  }
})

test('a code entered while another is sent verifies or is told that it is not the newest', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { token, email } = await open.modal()
    await api.sendCode(token)
    const old = codeFor(api, email)
    await api.later(31_000, async () => {
      const [verified, sent] = await Promise.all([api.verify(token, old), api.sendCode(token)])
      expect(sent.status).toBe(200)
      const { state } = (await api.sessionCall(token)).body.data.verification
      if (verified.status === 200) expect(state).toBe('done')
      else expect([codesOf([verified]), state]).toEqual([['code_wrong'], 'required'])
      // Whoever won, the newest code is good or not needed.
      expect((await api.verify(token, codeFor(api, email))).status).toBe(200)
    })
  }
})

test('terms selected while the code is judged are selected or refused, never half', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { id, token, session } = await open.modal()
    const [verified, selected] = await Promise.all([
      api.verify(token, '000000'),
      api.sessionCall(token, choiceOf(session)),
    ])
    expect(verified.status).toBe(200)
    const { status } = (await api.sessionCall(token)).body.data
    expect([selected.status, status]).toEqual(
      selected.status === 200 ? [200, 'terms_selected'] : [409, 'order_created'],
    )
    const events = (await api.events(id)).filter(({ type }) => type === 'terms_selected')
    expect(events).toHaveLength(selected.status === 200 ? 1 : 0)
  }
})
