import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrderBody } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver, whileHeld } from '../testing/orders.ts'
import { pause } from '../testing/service-process.ts'
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
    let answered = 0
    await whileHeld(api, order, async () => {
      for (let nth = 0; nth < 40; nth++) {
        waiting.push(driver.update(order, { order_total: 8951 + nth, cart_amount: 9001 + nth }))
        void waiting.at(-1)?.then(() => (answered += 1))
      }
      expect((await other.confirm(theirs)).status).toBe(200)
      expect(answered).toBe(0)
    })
    expect(await statusesOf(waiting)).toEqual({ 200: 40 })
  })

  test('answers who waits too long with 503, and the next as soon as it is free', async () => {
    const order = await driver.prepare('order_placed')
    await whileHeld(api, order, async () => {
      const since = performance.now()
      const reply = await driver.confirm(order)
      expect([reply.status, reply.body.status.type]).toEqual([503, 'unavailable'])
      expect(performance.now() - since).toBeLessThan(4_900)
    })
    expect((await driver.confirm(order)).status).toBe(200)
  })
})

// As above: on the embedded database nobody else can hold an id.
describe.runIf(isPostgres)('a merchant_order_id that is held by an order not yet committed', () => {
  test('fails the create that asks for it alone: those of its moment, of others and its own merchant’s, are made', async () => {
    const other = await api.createMerchant()
    const create = (by: TestMerchant, merchantOrderId?: string) =>
      api.merchantCall(
        by,
        '/create_order',
        createOrderBody(merchantOrderId ? { merchant_order_id: merchantOrderId } : {}),
      )
    await whileIdHeld('HELD-1', async () => {
      const held = [create(merchant, 'HELD-1'), create(merchant, 'HELD-1')]
      let answered = 0
      for (const one of held) void one.then(() => (answered += 1))
      const others = [...Array.from({ length: 9 }, () => create(other)), create(merchant)]
      expect(await statusesOf(others)).toEqual({ 200: 10 })
      expect(answered).toBe(0)
      // Its statement has ended; what waits for the id now is not in anybody's way.
      expect(await statusesOf(Array.from({ length: 30 }, () => create(other)))).toEqual({ 200: 30 })
      expect(await statusesOf(held)).toEqual({ 503: 2 })
    })
    expect((await create(merchant, 'HELD-1')).status).toBe(200)
  })

  test('keeps no connection from others, however many creates ask for it', async () => {
    const other = await api.createMerchant()
    let asking: Promise<Reply>[] = []
    let answered = 0
    const create = (by: TestMerchant, body = createOrderBody()) => api.merchantCall(by, '/create_order', body)
    await whileIdHeld('HELD-2', async () => {
      asking = Array.from({ length: 40 }, () =>
        create(merchant, createOrderBody({ merchant_order_id: 'HELD-2' })),
      )
      for (const one of asking) void one.then(() => (answered += 1))
      await pause(300)
      const keyed = api.merchantCall(other, '/create_order', createOrderBody(), {
        headers: { 'idempotency-key': 'beside the held' },
      })
      expect(await statusesOf([create(other), keyed])).toEqual({ 200: 2 })
      expect(answered).toBe(0)
    })
    expect(await statusesOf(asking)).toEqual({ 200: 1, 409: 39 })
  })

  /** Another process, or a create with documents, has made the order and has not committed it. */
  async function whileIdHeld(merchantOrderId: string, run: () => Promise<void>): Promise<void> {
    const { body } = await api.merchantCall(merchant, '/create_order', createOrderBody())
    await api.query('begin')
    try {
      await api.query(
        `insert into orders select (jsonb_populate_record(o, $2)).* from orders o where backd_order_id = $1`,
        [
          body.data.backd_order_id,
          { backd_order_id: 'BO-20260416-HHHHHHHH', merchant_order_id: merchantOrderId },
        ],
      )
      await run()
    } finally {
      await api.query('rollback')
    }
  }
})
