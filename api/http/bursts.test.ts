import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrderBody } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver, whileHeld } from '../testing/orders.ts'
import { createTestApp, type Reply, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { isPostgres } from '../testing/test-database.ts'

/** Many calls at the same instant, each within its merchant's allowance. */

let api: TestApp
let merchant: TestMerchant
let driver: OrderDriver
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  driver = createOrderDriver(api, merchant)
})
afterAll(() => api.close())

/** How many answers there are of each status. */
async function statusesOf(replies: Promise<Reply>[]): Promise<Record<number, number>> {
  const counts: Record<number, number> = {}
  for (const { status } of await Promise.all(replies)) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const LONG_MS = 60_000

describe('at once', { timeout: LONG_MS }, () => {
  test('500 orders are created', async () => {
    const create = () => api.merchantCall(merchant, '/create_order', createOrderBody())
    expect(await statusesOf(Array.from({ length: 500 }, create))).toEqual({ 200: 500 })
  })

  test('150 updates of one order are made', async () => {
    const order = await driver.prepare('order_placed')
    const update = (cents: number) =>
      driver.update(order, { order_total: 8951 + cents / 100, cart_amount: 9001 + cents / 100 })
    const replies = Array.from({ length: 150 }, (_, nth) => update(nth))
    expect(await statusesOf(replies)).toEqual({ 200: 150 })
    const events = await api.events(order.id)
    expect(events.filter(({ type }) => type === 'order_updated')).toHaveLength(150)
  })

  test('a hundred tries under one key have one effect, and no fault', async () => {
    const order = await driver.prepare('order_placed')
    const confirm = () =>
      api.merchantCall(
        merchant,
        '/confirm_order',
        { backd_order_id: order.id },
        {
          headers: { 'idempotency-key': 'a hundred' },
        },
      )
    const counts = await statusesOf(Array.from({ length: 100 }, confirm))
    expect((counts[200] ?? 0) + (counts[409] ?? 0)).toBe(100)
    expect(counts[200]).toBeGreaterThan(0)
  })
})

// The embedded database has one transaction at a time: holding an order there holds everything.
describe.runIf(isPostgres)('an order that is held', () => {
  test('keeps no other merchant waiting, however many calls wait for it', async () => {
    const order = await driver.prepare('order_placed')
    const other = createOrderDriver(api, await api.createMerchant())
    const theirs = await other.prepare('order_placed')
    const waiting: Promise<Reply>[] = []
    await whileHeld(api, order, async () => {
      for (let nth = 0; nth < 40; nth++) {
        waiting.push(driver.update(order, { order_total: 8951 + nth, cart_amount: 9001 + nth }))
      }
      const since = performance.now()
      expect((await other.confirm(theirs)).status).toBe(200)
      expect(performance.now() - since).toBeLessThan(1_000)
    })
    expect(await statusesOf(waiting)).toEqual({ 200: 40 })
  })

  test('answers who waits too long with 503, and the next as soon as it is free', async () => {
    const order = await driver.prepare('order_placed')
    await whileHeld(api, order, async () => {
      const since = performance.now()
      const reply = await driver.confirm(order)
      expect([reply.status, reply.body.status.type]).toEqual([503, 'unavailable'])
      expect(performance.now() - since).toBeLessThan(3_000)
    })
    expect((await driver.confirm(order)).status).toBe(200)
  })
})
