import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { isDatabaseGone } from '../../db/errors.ts'
import { createHandover } from '../../testing/approval.ts'
import { choiceOf } from '../../testing/bodies.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../../testing/test-app.ts'
import { createOpeners, type Opened } from '../../testing/verification.ts'
import { confirmAgain } from '../../use-cases/confirm-again.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
const giveUp: (() => void)[] = []
afterEach(() => {
  for (const end of giveUp.splice(0)) end()
})
afterAll(() => api.close())

const LONG_AFTER_MS = 61_000
/** A run of the job, so long after the terms were selected. */
const runJob = (afterMs = LONG_AFTER_MS) =>
  api.later(afterMs, () => confirmAgain({ ...api.app.ports, isDatabaseGone }))

/** Selects terms in a process that dies while it hands the mails on: nothing that it still does is heard of. */
async function selectAndDie(token: string, session: Opened['session'], cookie?: string): Promise<void> {
  const reached = new Promise<void>((resolve) => {
    api.mailer.before = () => {
      resolve()
      return new Promise((_, reject) => giveUp.push(() => reject(new Error('died'))))
    }
  })
  void api.sessionCall(token, choiceOf(session), cookie)
  await reached
  api.mailer.before = undefined
}

const confirmationOf = async (token: string, cookie?: string) =>
  (await api.sessionCall(token, undefined, cookie)).body.data.confirmation.state
const mailsTo = (email: string) => api.mails.filter(({ to }) => to === email)
const noticesOf = (id: string) =>
  api.query(
    `select type, data from order_events where backd_order_id = $1 and data ? 'notice' order by data ->> 'notice', id`,
    [id],
  )

describe('a confirmation whose process died while it was sent', () => {
  test('is sent by the job, once, and the session and the history say so', async () => {
    const { id, token, email, session } = await createOpeners(api, merchant).modal()
    await selectAndDie(token, session)
    expect(await confirmationOf(token)).toBe('sending')
    expect(await runJob(59_000)).toEqual({ confirmed: 0, failed: 0 })
    expect(await runJob()).toEqual({ confirmed: 1, failed: 0 })
    expect(await confirmationOf(token)).toBe('sent')
    expect(await runJob(2 * LONG_AFTER_MS)).toEqual({ confirmed: 0, failed: 0 })
    expect(mailsTo(email)).toHaveLength(1)
    expect(mailsTo(email)[0]?.subject).toContain('Your payment terms')
    expect(await noticesOf(id)).toEqual([{ type: 'customer_notified', data: { notice: 'confirmation' } }])
  })

  test('is sent once when several jobs find it', async () => {
    const { id, token, email, session } = await createOpeners(api, merchant).modal()
    await selectAndDie(token, session)
    const runs = await Promise.all([runJob(), runJob(), runJob()])
    expect(runs.reduce((sum, { confirmed }) => sum + confirmed, 0)).toBe(1)
    expect(mailsTo(email)).toHaveLength(1)
    expect(await noticesOf(id)).toHaveLength(1)
  })

  test('that a colleague agreed to reaches both, each in a mail of their own', async () => {
    const { id, buyer, colleague } = await createHandover(api, merchant).handVerified()
    const { data } = (await api.sessionCall(colleague.token, undefined, colleague.cookie)).body
    await selectAndDie(colleague.token, data, colleague.cookie)
    expect(await runJob()).toEqual({ confirmed: 1, failed: 0 })
    expect(await confirmationOf(colleague.token, colleague.cookie)).toBe('sent')
    expect(await confirmationOf(buyer.token)).toBe('sent')
    expect(mailsTo(colleague.email).at(-1)?.subject).toMatch(/^Your payment terms/)
    expect(mailsTo(buyer.email).at(-1)?.subject).toMatch(/^Approved: your payment terms/)
    expect(await noticesOf(id)).toEqual([
      { type: 'customer_notified', data: { notice: 'approval_approved' } },
      { type: 'customer_notified', data: { notice: 'confirmation' } },
    ])
  })

  test('of an order that was cancelled since is not sent, and no longer open', async () => {
    const { id, token, email, session } = await createOpeners(api, merchant).modal()
    await selectAndDie(token, session)
    const ids = { backd_order_id: id, merchant_order_id: session.merchant_order_id }
    await api.merchantCall(merchant, '/order_placed', {
      ...ids,
      order_total: session.order_total_cents / 100,
    })
    expect((await api.merchantCall(merchant, '/cancel_order', ids)).status).toBe(200)
    expect(await runJob()).toEqual({ confirmed: 0, failed: 0 })
    expect(mailsTo(email)).toEqual([])
    expect(await noticesOf(id)).toEqual([])
    expect(await api.count('open_confirmations')).toBe(0)
    expect((await api.sessionCall(token)).body.data.confirmation).toBeNull()
  })

  test('counts as not sent when the processes of the job die as well', async () => {
    const { id, token, email, session } = await createOpeners(api, merchant).modal()
    await selectAndDie(token, session)
    for (const round of [1, 2]) {
      api.mailer.before = () => new Promise((_, reject) => giveUp.push(() => reject(new Error('died'))))
      void runJob(round * LONG_AFTER_MS)
      await expect.poll(() => giveUp.length, { timeout: 10_000 }).toBe(1 + round)
      api.mailer.before = undefined
    }
    expect(await confirmationOf(token)).toBe('sending')
    expect(await runJob(3 * LONG_AFTER_MS)).toEqual({ confirmed: 1, failed: 0 })
    expect(await confirmationOf(token)).toBe('failed')
    expect(mailsTo(email)).toEqual([])
    expect(await noticesOf(id)).toEqual([{ type: 'customer_not_notified', data: { notice: 'confirmation' } }])
    expect(await api.count('open_confirmations')).toBe(0)
  })
})

test('a confirmation that is written down is no longer open, whether it was taken or not', async () => {
  const open = createOpeners(api, merchant)
  const [taken, refused] = [await open.modal(), await open.modal()]
  await api.sessionCall(taken.token, choiceOf(taken.session))
  api.mailer.takes = false
  await api.sessionCall(refused.token, choiceOf(refused.session))
  api.mailer.takes = true
  expect(await api.count('open_confirmations')).toBe(0)
  expect(await runJob()).toEqual({ confirmed: 0, failed: 0 })
  expect(mailsTo(refused.email)).toEqual([])
})
