import { seedOrder } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createdEvent, createOrderFrom } from '../domain/new-order.ts'
import type { Order } from '../domain/order.ts'
import { sandboxMerchant } from '../domain/sandbox.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import type { Store } from '../use-cases/ports/store.ts'

let db: TestDatabase
let store: Store
const merchantIds: string[] = []
beforeAll(async () => {
  db = await createTestDatabase()
  store = db.database.store
  for (const publicKey of ['one', 'two']) {
    await store.merchants.insert({ ...sandboxMerchant([]), publicKey }, new Uint8Array(32))
    merchantIds.push((await store.merchants.findByPublicKey(publicKey))?.id ?? '')
  }
})
afterAll(() => db.close())

const now = new Date('2026-04-16T15:00:00.123Z')
let drawn = 0

function createOrder(changes: Partial<Order> = {}): Order {
  drawn += 1
  const facts = {
    backdOrderId: `BO-20260416-${String(drawn).padStart(8, '0')}`,
    merchantId: merchantIds[0] ?? '',
    source: 'server' as const,
    now,
    openForMs: 1,
  }
  return { ...createOrderFrom({ ...seedOrder, merchant_order_id: `M-${drawn}` }, facts), ...changes }
}

const insert = (order: Order) =>
  store.orders.insert(order, createdEvent(order), {
    tokenHash: Buffer.from(`token of ${order.merchantOrderId} of ${order.backdOrderId}`),
    backdOrderId: order.backdOrderId,
    surface: 'page',
    presentation: { locale: 'es', appearance: { accent: '#05b' } },
    returnUrls: { success: 'https://a.example/s', close: 'https://a.example/c' },
    createdAt: now,
  })

/** How many events and links an order has. */
const belongings = async ({ backdOrderId }: Order) =>
  await db.query(
    `select (select count(*)::int from order_events where backd_order_id = $1) as events,
            (select count(*)::int from checkout_sessions where backd_order_id = $1) as links`,
    [backdOrderId],
  )

test('orders that are inserted at one moment are each there, with their event and their link', async () => {
  const orders = Array.from({ length: 120 }, () => createOrder())
  expect(new Set(await Promise.all(orders.map(insert)))).toEqual(new Set([true]))
  for (const order of orders) {
    expect(await store.orders.find(order.backdOrderId)).toEqual(order)
    expect(await belongings(order)).toEqual([{ events: 1, links: 1 }])
  }
  const [order] = orders as [Order]
  expect(
    await store.orders.findLink(Buffer.from(`token of ${order.merchantOrderId} of ${order.backdOrderId}`)),
  ).toMatchObject({
    backdOrderId: order.backdOrderId,
    presentation: { locale: 'es', appearance: { accent: '#05b' } },
    createdAt: now,
  })
})

test('of two orders with one merchant_order_id one is inserted, and the other leaves nothing', async () => {
  const [one, other, third] = [createOrder(), createOrder(), createOrder()] as const
  const rival = { ...other, merchantOrderId: one.merchantOrderId }
  const results = await Promise.all([one, rival, third].map(insert))
  expect(results.filter(Boolean)).toHaveLength(2)
  expect(results[2]).toBe(true)
  const loser = results[0] ? rival : one
  expect(await store.orders.find(loser.backdOrderId)).toBeUndefined()
  expect(await belongings(loser)).toEqual([{ events: 0, links: 0 }])
})

test('of two orders with one backd_order_id one is inserted, with its own event alone', async () => {
  const one = createOrder()
  const rival = { ...createOrder(), backdOrderId: one.backdOrderId }
  expect((await Promise.all([one, rival].map(insert))).filter(Boolean)).toHaveLength(1)
  expect(await belongings(one)).toEqual([{ events: 1, links: 1 }])
})

test('an order that the database refuses fails alone', async () => {
  const wrong = createOrder()
  wrong.amounts = { ...wrong.amounts, tax_amount_cents: 1 }
  const [before, refused, after] = await Promise.allSettled([createOrder(), wrong, createOrder()].map(insert))
  expect([before, after]).toMatchObject([{ value: true }, { value: true }])
  expect(refused).toMatchObject({ status: 'rejected' })
  expect(await store.orders.find(wrong.backdOrderId)).toBeUndefined()
})

test('a column that a newer version has added gets its default, in whatever table', async () => {
  const tables = ['orders', 'order_events', 'checkout_sessions']
  for (const table of tables)
    await db.query(`alter table ${table} add column later integer not null default 7`)
  const order = createOrder()
  const isInserted = await insert(order).catch((error) => error)
  const rows = await db.query(
    `select later from orders where backd_order_id = $1
     union all select later from order_events where backd_order_id = $1
     union all select later from checkout_sessions where backd_order_id = $1`,
    [order.backdOrderId],
  )
  for (const table of tables) await db.query(`alter table ${table} drop column later`)
  expect([isInserted, rows]).toEqual([true, Array(3).fill({ later: 7 })])
})

test('a large order is inserted like any other', async () => {
  const [item] = seedOrder.items
  const order = createOrder({ items: Array.from({ length: 1000 }, () => ({ ...item })) as Order['items'] })
  expect(await insert(order)).toBe(true)
  expect((await store.orders.find(order.backdOrderId))?.items).toHaveLength(1000)
})

test('merchants who ask at one moment each find their own orders only', async () => {
  const [mine = '', theirs = ''] = merchantIds
  const order = createOrder()
  await insert(order)
  const asked = [
    [mine, order.backdOrderId],
    [theirs, order.backdOrderId],
    [mine, 'BO-20260416-ZZZZZZZZ'],
    [mine, order.backdOrderId],
  ] as const
  expect(await Promise.all(asked.map(([merchant, id]) => store.orders.findOfMerchant(merchant, id)))).toEqual(
    [{ order, refunds: [] }, undefined, undefined, { order, refunds: [] }],
  )
})

test('merchants are authenticated at one moment each as themselves', async () => {
  const keys = ['one', 'nobody', 'two', '\0', 'one']
  const found = await Promise.all(keys.map((key) => store.merchants.findCredentials(key)))
  expect(found.map((one) => one?.merchant.id)).toEqual([
    merchantIds[0],
    undefined,
    merchantIds[1],
    undefined,
    merchantIds[0],
  ])
})

test('a merchant whose plans were spoilt by hand fails alone', async () => {
  const [{ plans }] = (await db.query(`select plans from merchants where public_key = 'two'`)) as [
    { plans: unknown },
  ]
  await db.query(`update merchants set plans = '[{"id":1}]' where public_key = 'two'`)
  const found = await Promise.allSettled(
    ['one', 'two', 'one'].map((key) => store.merchants.findCredentials(key)),
  )
  await db.query(`update merchants set plans = $1 where public_key = 'two'`, [JSON.stringify(plans)])
  expect(found.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('a read that the database refuses fails alone', async () => {
  const [mine = ''] = merchantIds
  const order = createOrder()
  await insert(order)
  const found = await Promise.allSettled(
    [mine, 'no uuid', mine].map((merchant) => store.orders.findOfMerchant(merchant, order.backdOrderId)),
  )
  expect(found).toMatchObject([{ value: { order } }, { status: 'rejected' }, { value: { order } }])
})
