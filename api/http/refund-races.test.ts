import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROUNDS, race } from '../testing/at-once.ts'
import { isRefusal } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver } from '../testing/orders.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

/** What calls at the same instant leave behind. */

let api: TestApp
let merchant: TestMerchant
let driver: OrderDriver
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  driver = createOrderDriver(api, merchant)
})
afterAll(() => api.close())

describe('two calls at once leave one event and no 5xx', () => {
  test('that refund different amounts: one refund is active, the others were declined', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_confirmed')
      const replies = await Promise.all([10, 20, 30, 40].map((amount) => driver.refund(order, amount)))
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      const { refunds } = await driver.find(order)
      expect(refunds.map(({ status }: { status: string }) => status)).toEqual([
        'declined',
        'declined',
        'declined',
        'draft',
      ])
    }
  })

  test('that refund the same amount: one refund, one event, and both are told the same', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_confirmed')
      const refund = () => driver.refund(order, 10)
      const replies = await race(api, order, 'refund_requested', Array(4).fill(refund))
      expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    }
  })

  test('that delete a refund: one does, the others find none', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_confirmed')
      await driver.refund(order, 10)
      const replies = await race(
        api,
        order,
        'refund_deleted',
        Array(3).fill(() => driver.deleteRefund(order)),
      )
      const losers = replies.filter(({ status }) => status === 409)
      expect(losers.map((loser) => isRefusal(loser, 409, 'no_active_refund'))).toEqual([true, true])
    }
  })

  test('that settle: a refund is settled once', async () => {
    await driver.settle()
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_confirmed')
      await driver.refund(order, 10)
      const settled = await Promise.all([driver.settle(), driver.settle(), driver.settle()])
      expect(settled.reduce((sum, count) => sum + count)).toBe(1)
      const events = await api.events(order.id)
      expect(events.filter(({ type }) => type === 'refund_settled')).toHaveLength(1)
      expect((await driver.find(order)).schedule.total_amount).toBe(8940)
    }
  })

  test('that settle and refund: what is settled, what is active and what is to be paid agree', async () => {
    await driver.settle()
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_confirmed')
      await driver.refund(order, 10)
      const [settled, reply] = await Promise.all([driver.settle(), driver.refund(order, 20)])
      expect([settled, reply.status]).toEqual([1, 200])
      const { refunds, schedule } = await driver.find(order)
      const seen = refunds.map(({ amount, status }: Record<string, unknown>) => `${amount} ${status}`)
      const isSettledFirst = seen[0] === '10 settled'
      expect(seen).toEqual(isSettledFirst ? ['10 settled', '20 draft'] : ['10 declined', '20 settled'])
      expect(schedule.total_amount).toBe(isSettledFirst ? 8940 : 8930)
      await driver.deleteRefund(order)
    }
  })

  test('that settle and delete a refund: one of them does', async () => {
    await driver.settle()
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_confirmed')
      await driver.refund(order, 10)
      const [settled, deleted] = await Promise.all([driver.settle(), driver.deleteRefund(order)])
      if (settled === 0) expect(deleted.status).toBe(200)
      else expect(isRefusal(deleted, 409, 'no_active_refund')).toBe(true)
      expect((await driver.find(order)).schedule.total_amount).toBe(settled === 0 ? 8950 : 8940)
    }
  })
})
