import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '../testing/bodies.ts'
import type { TestMerchant } from '../testing/callers.ts'
import type { OrderDriver, TestOrder } from '../testing/orders.ts'
import { pause } from '../testing/service-process.ts'
import { openTwoProcesses, type TwoProcesses } from '../testing/two-processes.ts'

/** A refund that is asked for in one process at the instant when another process settles the one before. */

const ROUNDS = 50

let two: TwoProcesses
beforeAll(async () => {
  two = await openTwoProcesses()
}, 60_000)
afterAll(() => two.close())

const refundsOf = async (order: TestOrder, driver: OrderDriver) =>
  (await driver.find(order)).refunds.map(
    ({ amount, status }: { amount: number; status: string }) => `${amount} ${status}`,
  )

test('refund | settle at the lock: the refund is replaced before it or settled after it, never both', async () => {
  const seen = { replaced: 0, refused: 0, followed: 0 }
  let leadMs = LEAD_MS
  for (let round = 0; round < ROUNDS; round++) {
    const merchant = await two.createMerchant()
    const [refunder, settler] = [two.drive(merchant, 0), two.drive(merchant, 1)]
    const order = await refunder.prepare('order_confirmed')
    const [asked] = (await refunder.refund(order, 10)).body.data.refunds
    const moved = await moveClock(merchant, Date.parse(asked.locked_at) - leadMs)
    // The lock in real time; the refund is sent from well before it to a little after.
    const lockAt = Date.parse(asked.locked_at) - moved
    const sendAt = lockAt + (leadMs / 25) * ((round % 12) - 10)
    await pause(Math.max(0, sendAt - Date.now()))
    const [refunded] = await Promise.all([refunder.refund(order, 20), settleAround(settler, lockAt)])
    // The last of them may have looked just before the lock.
    await settler.settleNow()
    if (refunded.status !== 200) expect(isRefusal(refunded, 409, 'refund_locked')).toBe(true)
    const left = {
      refunds: await refundsOf(order, refunder),
      events: (await two.eventsOf(order.id)).slice(4).map(({ type }) => type),
    }
    const outcome = (['replaced', 'refused', 'followed'] as const).find((name) =>
      isDeepStrictEqual(left, outcomes[name]),
    )
    expect(outcome, JSON.stringify(left)).toBeDefined()
    if (outcome) seen[outcome] += 1
    expect(refunded.status).toBe(outcome === 'refused' ? 409 : 200)
    // On a machine so slow that none was in time yet, the next is sent twice as early.
    leadMs = seen.replaced === 0 ? leadMs * 2 : LEAD_MS
  }
  console.log(`refund | settle at the lock: ${ROUNDS} rounds, ${JSON.stringify(seen)}`)
  expect(seen.replaced).toBeGreaterThan(0)
  expect(seen.refused + seen.followed).toBeGreaterThan(0)
}, 120_000)

const [requested, settled] = ['refund_requested', 'refund_settled']
/** What may be left of a refund of 10 and another one, of 20, that comes at the lock. */
const outcomes = {
  /** Just in time; it has the same lock. */
  replaced: { refunds: ['10 declined', '20 settled'], events: [requested, requested, settled] },
  refused: { refunds: ['10 settled'], events: [requested, settled] },
  /** Just after the first was settled; its lock is another day. */
  followed: { refunds: ['10 settled', '20 draft'], events: [requested, settled, requested] },
}

/** How long before the lock a clock is put, so that calls can be made ready. */
const LEAD_MS = 250

/** @returns how far ahead of real time the merchant's clock now is, in ms */
async function moveClock(merchant: TestMerchant, to: number): Promise<number> {
  const body = { now: new Date(to).toISOString() }
  const reply = await two.services[0].merchantCall(merchant, '/sandbox/clock', body)
  expect(reply.status).toBe(200)
  return reply.body.data.offset_ms
}

/** Settles again and again until a while after an instant, as many processes' jobs might. */
async function settleAround({ settleNow }: OrderDriver, instant: number): Promise<void> {
  do await settleNow()
  while (Date.now() < instant + 10)
}
