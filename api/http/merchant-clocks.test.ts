import { seedMode } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrderBody, isRefusal } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver } from '../testing/orders.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { settleRefunds } from '../use-cases/settle-refunds.ts'

/** Two merchants, of whom one has put its time a week and a half forward: each order is judged by its own merchant's. */

const AHEAD_MS = 10 * 86_400_000
/** The clock of a test app stands here. */
const NOW = '2026-04-16T15:00:00.000Z'
const THEN = '2026-04-26T15:00:00.000Z'

let api: TestApp
let ahead: TestMerchant
let onTime: TestMerchant
let drivers: { ahead: OrderDriver; onTime: OrderDriver }
beforeAll(async () => {
  api = await createTestApp()
  ahead = await api.createMerchant()
  onTime = await api.createMerchant()
  drivers = { ahead: createOrderDriver(api, ahead), onTime: createOrderDriver(api, onTime) }
})
afterAll(() => api.close())

async function setAhead(ms: number): Promise<void> {
  const found = await api.store.merchants.findByPublicKey(ahead.publicKey)
  await api.store.merchants.setClock(found?.id ?? '', ms)
}

test('orders are made, and terms accepted, on their merchant’s day', async () => {
  await setAhead(AHEAD_MS)
  const dates = async (driver: OrderDriver) => {
    const found = await driver.find(await driver.prepare('terms_selected'))
    return [found.create_date, found.schedule.starts_on]
  }
  expect(await dates(drivers.ahead)).toEqual([THEN, '2026-04-26'])
  expect(await dates(drivers.onTime)).toEqual([NOW, '2026-04-16'])
})

test('a checkout runs out by its merchant’s clock', async () => {
  await setAhead(0)
  const [first, second] = [
    await drivers.ahead.prepare('order_created', { mode: seedMode }),
    await drivers.onTime.prepare('order_created'),
  ]
  await setAhead(AHEAD_MS)
  expect(isRefusal(await api.sessionCall(first.token), 410, 'checkout_expired')).toBe(true)
  expect(isRefusal(await drivers.ahead.select(first), 410, 'checkout_expired')).toBe(true)
  expect((await api.call({ url: `/checkout/${first.token}` })).status).toBe(410)
  expect((await api.sessionCall(second.token)).status).toBe(200)
})

test('an answer is kept seven days of its merchant’s', async () => {
  const made = async (merchant: TestMerchant) => {
    await setAhead(0)
    const body = createOrderBody()
    const options = { headers: { 'idempotency-key': 'one' } }
    const first = await api.merchantCall(merchant, '/create_order', body, options)
    await setAhead(AHEAD_MS)
    return [first, await api.merchantCall(merchant, '/create_order', body, options)]
  }
  const [first, again] = await made(onTime)
  expect(again?.text).toBe(first?.text)
  const [, later] = await made(ahead)
  // Its order ran out meanwhile, and so did the answer: the id is free, and a new order is made.
  expect(later?.headers['idempotent-replayed']).toBeUndefined()
  expect(later?.body.data.create_date).toBe(THEN)
})

test('refunds lock and settle by their merchant’s clock, and leave an event of its date', async () => {
  await setAhead(0)
  const orders = {
    ahead: await drivers.ahead.prepare('order_confirmed'),
    onTime: await drivers.onTime.prepare('order_confirmed'),
  }
  await drivers.ahead.refund(orders.ahead, 10)
  await drivers.onTime.refund(orders.onTime, 10)
  await setAhead(AHEAD_MS)
  expect(isRefusal(await drivers.ahead.deleteRefund(orders.ahead), 409, 'refund_locked')).toBe(true)
  const statuses = async () => [
    (await drivers.ahead.find(orders.ahead)).refunds[0].status,
    (await drivers.onTime.find(orders.onTime)).refunds[0].status,
  ]
  expect(await statuses()).toEqual(['approved', 'draft'])

  const ports = {
    store: api.store,
    clock: api.clock,
    reporter: { report: () => undefined },
    isDatabaseGone: () => false,
  }
  expect(await settleRefunds(ports)).toEqual({ settled: 1, failed: 0 })
  expect(await statuses()).toEqual(['settled', 'draft'])
  const [event] = await api.query<{ created_at: Date }>(
    `select created_at from order_events where backd_order_id = $1 and type = 'refund_settled'`,
    [orders.ahead.id],
  )
  expect(event?.created_at).toEqual(new Date(THEN))
  expect((await drivers.onTime.deleteRefund(orders.onTime)).status).toBe(200)
})

test('a clock that production was given ahead settles nothing early', async () => {
  await setAhead(0)
  const order = await drivers.ahead.prepare('order_confirmed')
  await drivers.ahead.refund(order, 10)
  await setAhead(AHEAD_MS)
  const production = { now: () => api.clock.time }
  const ports = {
    store: api.store,
    clock: production,
    reporter: { report: () => undefined },
    isDatabaseGone: () => false,
  }
  expect(await settleRefunds(ports)).toEqual({ settled: 0, failed: 0 })
})
