import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrderBody } from './testing/bodies.ts'
import type { Reply } from './testing/callers.ts'
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

/** How long each of the calls took, in ms, with its status. */
function timed(calls: Promise<Reply>[]): Promise<{ status: number; ms: number }[]> {
  const since = performance.now()
  return Promise.all(
    calls.map(async (call) => ({ status: (await call).status, ms: performance.now() - since })),
  )
}

test('a database that falls silent is told before any query gives up, whatever is asked and whenever', async () => {
  const merchant = await api.createMerchant()
  const driver = createOrderDriver(api, merchant)
  const orders = await Promise.all(Array.from({ length: 15 }, () => driver.prepare('order_placed')))
  const [first] = orders
  const ask = () => {
    if (!first) throw new Error('There is no order.')
    const calls = orders.map((order) => driver.update(order))
    for (let times = 0; times < 10; times++) {
      calls.push(driver.update(first), api.sessionCall(first.token))
      calls.push(api.merchantCall(merchant, '/create_order', createOrderBody()))
      calls.push(api.merchantCall(merchant, `/find_order/${first.id}`))
    }
    return timed([...calls, api.call({ url: '/readyz' })])
  }
  const begun = ask()
  await new Promise((resolve) => setTimeout(resolve, 30))
  api.stallDatabase(true)
  const waves = []
  for (let wave = 0; wave < 5; wave++) {
    waves.push(ask())
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
  const answers = (await Promise.all(waves)).flat()
  const all = [...answers, ...(await begun)]
  api.stallDatabase(false)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
  // Before a query's own limit on any machine; that it is under two seconds, silence.test.ts tells by a clock of its own.
  expect(Math.max(...all.map(({ ms }) => ms))).toBeLessThan(5_000)
  await expect.poll(busyConnections).toBe(0)
  expect(new Set((await ask()).map(({ status }) => status))).toEqual(new Set([200]))
})

test('a database that is slow, and answers others, is not taken for one that is gone', async () => {
  const { engine } = api.database
  if (engine.kind !== 'postgres') throw new Error('This is not PostgreSQL.')
  expect((await engine.pool.query('select pg_sleep(3.5), 1 as one')).rows[0].one).toBe(1)
})
