import { seedOrder } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createdEvent, createOrderFrom } from '../domain/new-order.ts'
import type { Order } from '../domain/order.ts'
import { SANDBOX_PUBLIC_KEY, SANDBOX_SECRET_KEY, sandboxMerchant } from '../domain/sandbox.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { authenticateMerchant } from '../use-cases/authenticate-merchant.ts'
import type { Store } from '../use-cases/ports/store.ts'
import { hasSandboxMerchant, registerMerchant, seedSandbox } from '../use-cases/register-merchant.ts'

let db: TestDatabase
let store: Store
let merchantId: string
beforeAll(async () => {
  db = await createTestDatabase()
  store = db.database.store
  await store.merchants.insert(
    { ...sandboxMerchant(['https://a.example']), publicKey: 'mine' },
    new Uint8Array(32),
  )
  merchantId = (await store.merchants.findByPublicKey('mine'))?.id ?? ''
})
afterAll(() => db.close())

const now = new Date('2026-04-16T15:00:00.123Z')
let drawn = 0

/** An order that is in the database. */
async function insertOrder(changes: Partial<Order> = {}): Promise<Order> {
  drawn += 1
  const facts = { backdOrderId: `BO-${drawn}`, merchantId, source: 'server' as const, now, openForMs: 1 }
  const order = { ...createOrderFrom({ ...seedOrder, merchant_order_id: `M-${drawn}` }, facts), ...changes }
  expect(await store.orders.insert(order, createdEvent(order))).toBe(true)
  return order
}

describe('orders', () => {
  test('come back as they were put in', async () => {
    const order = await insertOrder({ customerEmail: 'joe@example.com', contentDigest: 'abc' })
    expect(await store.orders.find(order.backdOrderId)).toEqual(order)
    expect(await store.orders.findOfMerchant(merchantId, order.backdOrderId)).toEqual({ order, refunds: [] })
  })

  test('keep amounts beyond 32 bits to the cent', async () => {
    const amounts = {
      order_total_cents: 999_999_999_999_999,
      cart_amount_cents: 999_999_999_999_999,
      tax_amount_cents: 0,
      shipping_amount_cents: 0,
      discount_amount_cents: 0,
    }
    const { backdOrderId } = await insertOrder({ amounts })
    expect((await store.orders.find(backdOrderId))?.amounts).toEqual(amounts)
  })

  test('under an id that is taken are not inserted, and nothing else is', async () => {
    const order = await insertOrder()
    const again = { ...order, merchantOrderId: 'another' }
    const events = async () => (await db.query('select 1 from order_events')).length
    const before = await events()
    expect(await store.orders.insert(again, createdEvent(again))).toBe(false)
    expect(await events()).toBe(before)
  })

  test('whose merchant_order_id is held are not inserted', async () => {
    const order = await insertOrder()
    const again = { ...order, backdOrderId: 'BO-again' }
    expect(await store.orders.insert(again, createdEvent(again))).toBe(false)
  })

  test('change only from the version that was read', async () => {
    const read = await insertOrder()
    const won = await store.orders.compareAndSet(read, { status: 'terms_selected' })
    expect(won).toMatchObject({ status: 'terms_selected', version: read.version + 1 })
    expect(await store.orders.compareAndSet(read, { status: 'order_placed' })).toBeUndefined()
    expect(await store.orders.find(read.backdOrderId)).toEqual(won)
  })

  test('that are held by one transaction are changed by no other', async () => {
    const read = await insertOrder()
    const done: string[] = []
    let other: Promise<Order | undefined> | undefined
    const holding = store.transact(async ({ orders }) => {
      await orders.hold(read.backdOrderId)
      other = store.transact((repositories) => repositories.orders.compareAndSet(read, { expiresAt: now }))
      void other.then(() => done.push('other'))
      await new Promise((resolve) => setTimeout(resolve, 50))
      done.push('holder')
    })
    await holding
    expect((await other)?.expiresAt).toEqual(now)
    expect(done).toEqual(['holder', 'other'])
  })
})

describe('a transaction', () => {
  test('that throws leaves nothing', async () => {
    const facts = { backdOrderId: 'BO-gone', merchantId, source: 'widget' as const, now, openForMs: 1 }
    const order = createOrderFrom(seedOrder, facts)
    const failing = store.transact(async ({ orders }) => {
      await orders.insert(order, createdEvent(order))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await store.orders.find('BO-gone')).toBeUndefined()
  })

  test('that met a deadlock runs again', async () => {
    let runs = 0
    const result = await store.transact(async () => {
      runs += 1
      if (runs === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
      return runs
    })
    expect(result).toBe(2)
  })
})

describe('merchants', () => {
  test('are found by key, whatever is asked', async () => {
    expect(await store.merchants.findByPublicKey('mine')).toEqual({
      id: merchantId,
      ...sandboxMerchant(['https://a.example']),
      publicKey: 'mine',
      clockOffsetMs: 0,
    })
    for (const key of ['', 'Mine', '\0', "' or 1=1"]) {
      expect(await store.merchants.findByPublicKey(key)).toBeUndefined()
    }
  })

  test.each([
    ['no plan at all', '[]'],
    ['a plan of another shape', '[{"id":"BAD"}]'],
    ['one id twice', JSON.stringify([0, 1].map(() => sandboxMerchant([]).plans[0]))],
  ])('with %s in their row offer nothing', async (_title, plans) => {
    await db.query('update merchants set plans = $1::jsonb where public_key = $2', [plans, 'mine'])
    await expect(store.merchants.findByPublicKey('mine')).rejects.toThrow()
    const whole = JSON.stringify(sandboxMerchant([]).plans)
    await db.query('update merchants set plans = $1::jsonb where public_key = $2', [whole, 'mine'])
  })

  test('get keys that authenticate them, of which the secret is not kept', async () => {
    const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }
    const keys = await registerMerchant(
      { store, random },
      {
        name: 'New',
        origins: ['https://n.example'],
        orderLimitCents: 5,
        verifyCustomer: true,
        mode: 'production',
      },
    )
    expect(keys.publicKey).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(keys.secretKey).toMatch(/^sk_live_[A-Za-z0-9_-]{43}$/)
    expect(await authenticateMerchant({ store }, keys)).toMatchObject({ name: 'New', orderLimitCents: 5 })
    expect(
      await authenticateMerchant({ store }, { ...keys, secretKey: `${keys.secretKey}x` }),
    ).toBeUndefined()
    const rows = await db.query('select * from merchants')
    expect(JSON.stringify(rows)).not.toContain(keys.secretKey)
  })

  test('of the sandbox are seeded once; their origins follow, their plans stay as they are', async () => {
    expect(await hasSandboxMerchant({ store })).toBe(false)
    await seedSandbox({ store }, ['http://localhost:4100'])
    const onePlan = sandboxMerchant([]).plans.slice(0, 1)
    await db.query('update merchants set plans = $1::jsonb where public_key = $2', [
      JSON.stringify(onePlan),
      SANDBOX_PUBLIC_KEY,
    ])
    await seedSandbox({ store }, ['http://localhost:4200'])
    expect(await hasSandboxMerchant({ store })).toBe(true)
    const keys = { publicKey: SANDBOX_PUBLIC_KEY, secretKey: SANDBOX_SECRET_KEY }
    expect(await authenticateMerchant({ store }, keys)).toMatchObject({
      name: 'Northwind Office Supply',
      origins: ['http://localhost:4200'],
      plans: onePlan,
      orderLimitCents: 10_000_000,
      increaseLimitPercent: 10,
    })
  })
})

test('the mailbox keeps mails, newest first, and finds one by its id alone', async () => {
  const mail = (subject: string) => ({ to: 'joe@example.com', subject, text: 't', html: '<p>h</p>' })
  await store.mailbox.add(mail('first'))
  await store.mailbox.add(mail('second'))
  const [newest, older] = await store.mailbox.list(10)
  expect([newest?.subject, older?.subject]).toEqual(['second', 'first'])
  expect(await store.mailbox.list(1)).toEqual([newest])
  await db.query("update mailbox_messages set created_at = '2026-11-22T12:00Z'")
  expect((await store.mailbox.list(10)).map(({ subject }) => subject)).toEqual(['second', 'first'])
  expect(await store.mailbox.find(newest?.id ?? '')).toEqual({
    id: newest?.id,
    ...mail('second'),
    created_at: new Date('2026-11-22T12:00Z'),
  })
  for (const id of ['', 'x', '\0', '00000000-0000-4000-8000-000000000000']) {
    expect(await store.mailbox.find(id)).toBeUndefined()
  }
})
