import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createPostgresUrl,
  createTestDatabase,
  isPostgres,
  type TestDatabase,
} from '../testing/test-database.ts'
import { openPostgres } from './postgres.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.close())

const applied = 'select count(*)::int as n from drizzle.__drizzle_migrations'

test('migrating again changes nothing', async () => {
  const before = await db.query(applied)
  await db.database.migrate()
  expect(await db.query(applied)).toEqual(before)
  expect(await db.database.isReady()).toBe(true)
})

test('a database that lacks the last migration is not ready', async () => {
  await db.query('create table kept as select * from drizzle.__drizzle_migrations')
  await db.query('delete from drizzle.__drizzle_migrations')
  expect(await db.database.isReady()).toBe(false)
  await db.query('insert into drizzle.__drizzle_migrations select * from kept')
  expect(await db.database.isReady()).toBe(true)
})

test('the rules that the code relies on are in the tables too', async () => {
  await db.query(
    `insert into merchants (id, public_key, secret_hash, name, origins, plans, order_limit_cents, increase_limit_percent)
     values ('00000000-0000-4000-8000-000000000000', 'k', '', 'n', '{}', '[]', 1, 1)`,
  )
  const insert = (id: string, status: string, total: number) =>
    db.query(
      `insert into orders (backd_order_id, merchant_id, source, status, merchant_order_id, holds_merchant_order_id,
        order_total_cents, cart_amount_cents, tax_amount_cents, shipping_amount_cents, discount_amount_cents, items,
        expires_at, created_at)
       values ($1, '00000000-0000-4000-8000-000000000000', 'server', $2, 'A', true, $3, 9, 0, 0, 0, '[]', now(), now())`,
      [id, status, total],
    )
  await insert('BO-1', 'order_created', 9)
  await expect(insert('BO-2', 'order_created', 9)).rejects.toThrow('orders_held_merchant_order_id')
  await expect(insert('BO-3', 'paid', 9)).rejects.toThrow('orders_status')
  await expect(insert('BO-4', 'order_created', 8)).rejects.toThrow('orders_amounts_add_up')

  const refund = (status: string, amount: number, ended: string | null = null) =>
    db.query(
      `insert into refunds (backd_order_id, amount_cents, status, locked_at, created_at, ended_at)
       values ('BO-1', $1, $2, now(), now(), $3)`,
      [amount, status, ended],
    )
  await refund('draft', 5)
  await expect(refund('approved', 5)).rejects.toThrow('refunds_one_active_an_order')
  await refund('declined', 5, '2026-04-16T22:00:00Z')
  await expect(refund('settled', 5)).rejects.toThrow('refunds_ended')
  await expect(refund('paid', 5)).rejects.toThrow('refunds_status')
  await expect(refund('declined', 0, '2026-04-16T22:00:00Z')).rejects.toThrow('refunds_amount')
})

test('orders accepted before the plan was kept get it from their merchant, else from their offer', async () => {
  const sql = readFileSync(`${import.meta.dirname}/migrations/0002_accepted_plan_and_schedule.sql`, 'utf8')
  const backfill = sql.split('--> statement-breakpoint').at(-1) ?? ''
  const interval = { unit: 'month', count: 1 }
  const known = { id: 'known', name: 'Known', payments: 2, interval, fee_bps: 333 }
  await db.query(
    `insert into merchants (id, public_key, secret_hash, name, origins, plans, order_limit_cents, increase_limit_percent)
     values ('00000000-0000-4000-8000-000000000001', 'b', '', 'n', '{}', $1, 1, 1)`,
    [JSON.stringify([known])],
  )
  const accept = (id: string, offer: object) =>
    db.query(
      `insert into orders (backd_order_id, merchant_id, source, status, merchant_order_id, holds_merchant_order_id,
        order_total_cents, cart_amount_cents, tax_amount_cents, shipping_amount_cents, discount_amount_cents, items,
        accepted_offer, expires_at, created_at)
       values ($1, '00000000-0000-4000-8000-000000000001', 'server', 'terms_selected', $1, true, 9, 9, 0, 0, 0, '[]',
        $2, now(), now())`,
      [id, JSON.stringify(offer)],
    )
  const offer = { name: 'Gone', interval, order_total_cents: 10_000, fee_cents: 150, payments: [1, 2, 3] }
  await accept('OLD-1', { ...offer, plan_id: 'known' })
  await accept('OLD-2', { ...offer, plan_id: 'gone' })
  await accept('OLD-3', { ...offer, plan_id: 'gone', order_total_cents: 0, fee_cents: 0 })
  await db.query(backfill)
  const rows = await db.query<{ accepted_plan: object; kept: boolean }>(
    `select accepted_plan, schedule = accepted_offer as kept from orders where backd_order_id like 'OLD-%' order by 1`,
  )
  const gone = { id: 'gone', name: 'Gone', payments: 3, interval }
  expect(rows.map(({ accepted_plan }) => accepted_plan)).toEqual(
    expect.arrayContaining([known, { ...gone, fee_bps: 150 }, { ...gone, fee_bps: 0 }]),
  )
  expect(rows.map(({ kept }) => kept)).toEqual([true, true, true])
})

test('the migrations are those of the schema: generating finds nothing to write', () => {
  const root = join(import.meta.dirname, '../..')
  const copy = mkdtempSync(join(tmpdir(), 'backd-migrations-'))
  try {
    execFileSync('cp', ['-r', `${import.meta.dirname}/migrations/.`, copy])
    const before = readdirSync(copy)
    execFileSync(
      join(root, 'node_modules/.bin/drizzle-kit'),
      ['generate', '--dialect', 'postgresql', '--schema', 'api/db/schema.ts', '--out', copy],
      { cwd: root, stdio: 'pipe' },
    )
    expect(readdirSync(copy)).toEqual(before)
  } finally {
    rmSync(copy, { recursive: true })
  }
})

describe.runIf(isPostgres)('on PostgreSQL', () => {
  test('processes that start together migrate once', async () => {
    const url = await createPostgresUrl('template1')
    const databases = Array.from({ length: 4 }, () => openPostgres(url))
    await Promise.all(databases.map((database) => database.migrate()))
    expect(await Promise.all(databases.map((database) => database.isReady()))).toEqual([
      true,
      true,
      true,
      true,
    ])
    await Promise.all(databases.map((database) => database.close()))
  })
})
