import { checkoutSessionSchema } from '@backd/contract/api/checkout.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHandover, newColleague, sessionOf } from '../testing/approval.ts'
import { checkoutOrderBody, choiceOf, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

/** How a request to a colleague ends without terms, and what stands while it is open. */

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
