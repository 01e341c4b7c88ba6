import { successSchema } from '@backd/contract/api/envelope.ts'
import { foundOrderSchema } from '@backd/contract/api/find-order.ts'
import { refundedOrderSchema } from '@backd/contract/api/refund.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver, type TestOrder } from '../testing/orders.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { settleRefunds } from '../use-cases/settle-refunds.ts'

let api: TestApp
let merchant: TestMerchant
let driver: OrderDriver
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  driver = createOrderDriver(api, merchant)
})
afterAll(() => api.close())

/** The clock of a test app stands at 10:00 in Chicago. */
const NOW = '2026-04-16T15:00:00.000Z'
const LOCK = '2026-04-16T22:00:00.000Z'
const UNTIL_LOCK_MS = Date.parse(LOCK) - Date.parse(NOW)
const HOUR_MS = 3_600_000

const refund = (amount: number, status: string, locked_at = LOCK, create_date = NOW) => ({
  amount,
  create_date,
  status,
  locked_at,
})
const refundEvents = (order: TestOrder) =>
  api.query<{ type: string; actor: string; data: unknown }>(
    `select type, actor, data from order_events where backd_order_id = $1 and type like 'refund%' order by id`,
    [order.id],
  )

describe('refund', () => {
  test('answers the order with its refund, which locks at 17:00 in Chicago', async () => {
    const order = await driver.prepare('order_confirmed')
    const reply = await driver.refund(order, 100.5)
    successSchema(refundedOrderSchema).strict().parse(reply.body)
    expect(reply.body.data).toMatchObject({
      status: 'order_confirmed',
      order_total: 8950,
      refunds: [refund(100.5, 'draft')],
    })
    const found = await driver.find(order)
    foundOrderSchema.strict().parse(found)
    expect(found).toMatchObject(reply.body.data)
    expect(await refundEvents(order)).toEqual([
      {
        type: 'refund_requested',
        actor: 'merchant',
        data: { before: null, after: { amount_cents: 10_050, locked_at: LOCK } },
      },
    ])
  })

  test('of the same amount again is a replay whose lock does not move', async () => {
    const order = await driver.prepare('order_confirmed')
    const first = await driver.refund(order, 100)
    const again = await api.later(UNTIL_LOCK_MS - 1, () => driver.refund(order, 100))
    expect(again.text).toBe(first.text)
    expect(await refundEvents(order)).toHaveLength(1)
  })

  test('of another amount replaces the one that is not locked, and locks by its own time', async () => {
    const order = await driver.prepare('order_confirmed')
    await driver.refund(order, 100)
    const replaced = await api.later(HOUR_MS, () => driver.refund(order, 8950))
    expect(replaced.body.data.refunds).toEqual([
      refund(100, 'declined'),
      refund(8950, 'draft', LOCK, '2026-04-16T16:00:00.000Z'),
    ])
    const [, event] = await refundEvents(order)
    expect(event).toMatchObject({
      type: 'refund_requested',
      data: { before: { amount_cents: 10_000 }, after: { amount_cents: 895_000 } },
    })
  })

  test('of more than the order is refused with what is left, and changes nothing', async () => {
    const order = await driver.prepare('order_confirmed')
    await driver.refund(order, 100)
    const reply = await driver.refund(order, 8950.01)
    expect(isRefusal(reply, 422, 'refund_exceeds_remaining')).toBe(true)
    expect(reply.body.errors).toEqual([{ path: 'refund_amount', message: 'must be at most 8950.00' }])
    expect((await driver.find(order)).refunds).toEqual([refund(100, 'draft')])
  })
})

describe('from its lock on, a refund', () => {
  test('reads as approved, with nobody having touched it', async () => {
    const order = await driver.prepare('order_confirmed')
    await driver.refund(order, 100)
    const readAfter = (ms: number) =>
      api.later(ms, async () => (await driver.find(order)).refunds[0].status as string)
    expect([await readAfter(UNTIL_LOCK_MS - 1), await readAfter(UNTIL_LOCK_MS)]).toEqual([
      'draft',
      'approved',
    ])
  })

  test('can be neither replaced, repeated nor deleted; a millisecond before it can', async () => {
    const order = await driver.prepare('order_confirmed')
    await driver.refund(order, 100)
    await api.later(UNTIL_LOCK_MS, async () => {
      const replies = [
        await driver.refund(order, 100),
        await driver.refund(order, 200),
        await driver.refund(order, 99_999),
        await driver.deleteRefund(order),
      ]
      for (const reply of replies) expect(isRefusal(reply, 409, 'refund_locked')).toBe(true)
      expect(replies[0]?.body.message).toContain(LOCK)
    })
    expect(await refundEvents(order)).toHaveLength(1)
    await api.later(UNTIL_LOCK_MS - 1, async () => {
      expect((await driver.deleteRefund(order)).status).toBe(200)
    })
  })
})

describe('delete_refund', () => {
  test('declines the refund, does without merchant_order_id, and leaves room for another', async () => {
    const order = await driver.prepare('order_confirmed')
    await driver.refund(order, 100)
    const reply = await driver.deleteRefund(order, { merchant_order_id: undefined })
    successSchema(refundedOrderSchema).strict().parse(reply.body)
    expect(reply.body.data.refunds).toEqual([refund(100, 'declined')])
    expect(isRefusal(await driver.deleteRefund(order), 409, 'no_active_refund')).toBe(true)
    expect((await driver.refund(order, 100)).body.data.refunds).toHaveLength(2)
    expect((await refundEvents(order))[1]).toEqual({
      type: 'refund_deleted',
      actor: 'merchant',
      data: { before: { amount_cents: 10_000, locked_at: LOCK }, after: null },
    })
  })
})

describe.each(['refund', 'deleteRefund'] as const)('%s', (call) => {
  test('under another merchant_order_id is refused', async () => {
    const order = await driver.prepare('order_confirmed')
    const reply = await driver[call]({ ...order, merchantOrderId: 'another' })
    expect(isRefusal(reply, 409, 'merchant_order_id_conflict')).toBe(true)
  })

  test('of another merchant’s order and of an unknown one are the same 404 to the byte', async () => {
    const order = await driver.prepare('order_confirmed')
    await driver.refund(order, 100)
    const other = createOrderDriver(api, await api.createMerchant())
    const replies = [await other[call](order), await driver[call]({ ...order, id: 'BO-20260416-00000000' })]
    for (const reply of replies) expect(isRefusal(reply, 404, 'order_not_found')).toBe(true)
    expect(replies[0]?.text).toBe(replies[1]?.text)
    expect((await driver.find(order)).refunds).toEqual([refund(100, 'draft')])
  })
})

describe('settling', () => {
  const reported: unknown[] = []
  const reporter = { report: (error: unknown) => reported.push(error) }
  const settleAt = async (at: string, store = api.store) => {
    const clock = { now: () => new Date(at) }
    return (await settleRefunds({ store, clock, reporter, isDatabaseGone: () => false })).settled
  }

  test('leaves what is not locked, and takes what is from what remains and from the schedule', async () => {
    await driver.settle()
    const order = await driver.prepare('order_confirmed')
    await driver.refund(order, 950)
    expect(await settleAt('2026-04-16T21:59:59.999Z')).toBe(0)
    expect(await settleAt(LOCK)).toBe(1)
    expect(await settleAt(LOCK)).toBe(0)

    const found = await driver.find(order)
    expect(found).toMatchObject({ status: 'order_confirmed', order_total: 8950 })
    expect(found.refunds).toEqual([refund(950, 'settled')])
    expect(found.schedule).toMatchObject({
      starts_on: '2026-04-16',
      total_amount: 8000,
      payments: [{ amount: 8000 }],
    })
    expect((await refundEvents(order)).at(-1)).toEqual({
      type: 'refund_settled',
      actor: 'backd',
      data: {
        amount_cents: 95_000,
        before: { remaining_cents: 895_000, fee_cents: 0, schedule_total_cents: 895_000 },
        after: { remaining_cents: 800_000, fee_cents: 0, schedule_total_cents: 800_000 },
      },
    })
    const agreed = (await api.sessionCall(order.token)).body.data.selected.offer
    expect(agreed.total_cents).toBe(895_000)
  })

  test('of a part leaves room for what remains, and no more', async () => {
    const order = await driver.prepare('order_confirmed')
    await driver.refund(order, 8000)
    await driver.settle()
    const tooMuch = await driver.refund(order, 950.01)
    expect(isRefusal(tooMuch, 422, 'refund_exceeds_remaining')).toBe(true)
    expect(tooMuch.body.message).toContain('950.00')
    expect((await driver.refund(order, 950)).status).toBe(200)
  })

  test('of the last part makes the order refund, with nothing left to pay', async () => {
    const order = await driver.prepare('order_confirmed')
    for (const amount of [8000, 950]) {
      await driver.refund(order, amount)
      await driver.settle()
    }
    const found = await driver.find(order)
    expect(found).toMatchObject({ status: 'refund', refunds: [{ amount: 8000 }, { amount: 950 }] })
    expect(found.schedule.total_amount).toBe(0)
    expect((await api.events(order.id)).at(-1)).toEqual({
      type: 'refund_settled',
      actor: 'backd',
      from: 'order_confirmed',
      to: 'refund',
    })
    expect(isRefusal(await driver.refund(order, 1), 409, 'already_refunded')).toBe(true)
  })

  test('leaves a refund that is not locked, whatever a list said that has grown old', async () => {
    const order = await driver.prepare('order_confirmed')
    await driver.refund(order, 10)
    const stale = [{ id: 1, backdOrderId: order.id, lockedAt: new Date(NOW) }]
    const refunds = { ...api.store.refunds, findToSettle: async () => stale }
    expect(await settleAt('2026-04-16T21:59:59.999Z', { ...api.store, refunds })).toBe(0)
    expect((await driver.find(order)).refunds).toEqual([refund(10, 'draft')])
  })

  test('goes on with the others when one fails, and reports it', async () => {
    await driver.settle()
    const orders = [await driver.prepare('order_confirmed'), await driver.prepare('order_confirmed')]
    for (const order of orders) await driver.refund(order, 10)
    let transactions = 0
    const failsOnce: typeof api.store = {
      ...api.store,
      transact: (work) => {
        transactions += 1
        return transactions === 1 ? Promise.reject(new Error('no')) : api.store.transact(work)
      },
    }
    expect(await settleAt(LOCK, failsOnce)).toBe(1)
    expect(reported).toEqual([new Error('no')])
    expect(await settleAt(LOCK)).toBe(1)
  })
})
