import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrderDriver } from './testing/orders.ts'
import { createTestApp, type TestApp } from './testing/test-app.ts'

/** The way to the database is cut while calls run, and mended: the service goes on by itself. */

let api: TestApp
beforeAll(async () => {
  api = await createTestApp()
})
afterAll(() => api.close())

/** How many connections are in use, with nothing running. */
function busyConnections(): number {
  const { engine } = api.database
  if (engine.kind !== 'postgres') throw new Error('This is not PostgreSQL.')
  return engine.pool.totalCount - engine.pool.idleCount
}

test('thirty updates that are cut off leave every connection to those that come after', async () => {
  const merchant = await api.createMerchant()
  const driver = createOrderDriver(api, merchant)
  const orders = await Promise.all(Array.from({ length: 30 }, () => driver.prepare('order_placed')))
  for (let cut = 0; cut < 4; cut++) {
    const updates = orders.map((order) => driver.update(order, { merchant_order_status: `cut ${cut}` }))
    await new Promise((resolve) => setTimeout(resolve, 15 + 10 * cut))
    await api.breakDatabase()
    const replies = await Promise.all(updates)
    await api.mendDatabase()
    expect(replies.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
    await expect.poll(busyConnections).toBe(0)
  }
  const confirmed = await Promise.all(orders.map((order) => driver.confirm(order)))
  expect(confirmed.map(({ status }) => status)).toEqual(orders.map(() => 200))
})
