import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeStartError } from '../start-error.ts'
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

/** The last migrations' statements that fill in what older processes left, as they stand in the files. */
const backfillOf = (migration: string, verb: 'INSERT' | 'UPDATE') => {
  const sql = readFileSync(`${import.meta.dirname}/migrations/${migration}.sql`, 'utf8')
  const statements = sql
    .split('--> statement-breakpoint')
    .map((statement) => statement.replace(/^--.*$/gm, ''))
  return statements.find((statement) => statement.trim().startsWith(verb)) ?? ''
}

/** An order of which some is known, made as long ago as the interval says. */
const insertOrder = (id: string, known: { billing?: object; email?: string; selected?: string } = {}) =>
  db.query(
    `insert into orders (backd_order_id, merchant_id, source, status, merchant_order_id, holds_merchant_order_id,
      order_total_cents, cart_amount_cents, tax_amount_cents, shipping_amount_cents, discount_amount_cents, items,
      billing, customer_email, terms_selected_at, expires_at, created_at)
     values ($1, '00000000-0000-4000-8000-000000000002', 'server', 'order_created', $1, true, 9, 9, 0, 0, 0, '[]',
      $2, $3, now() - $4::interval, now(), now())`,
    [id, known.billing ? JSON.stringify(known.billing) : null, known.email ?? null, known.selected ?? null],
  )

describe('what older processes left', () => {
  beforeAll(() =>
    db.query(
      `insert into merchants (id, public_key, secret_hash, name, origins, plans, order_limit_cents, increase_limit_percent)
       values ('00000000-0000-4000-8000-000000000002', 'l', '', 'n', '{}', '[]', 1, 1)`,
    ),
  )

  test('a request in the name of nobody known is in nobody’s name; the others keep theirs', async () => {
    await insertOrder('ASK-1')
    await insertOrder('ASK-2', { email: 'joe@acme.example' })
    await insertOrder('ASK-3', { billing: { name: { first: 'Joe', last: 'Doe' } } })
    await db.query(
      `insert into approval_requests (backd_order_id, state, approver_email, approver_hash, requested_by, requested_at,
        expires_at, created_at)
       select backd_order_id, 'pending', 'mary@acme.example', '', 'Joe', now(), now(), now() from orders
       where backd_order_id like 'ASK-%'`,
    )
    await db.query(backfillOf('0011_approvals_run_out', 'UPDATE'))
    expect(
      await db.query('select backd_order_id as id, requested_by as by from approval_requests order by 1'),
    ).toEqual([
      { id: 'ASK-1', by: null },
      { id: 'ASK-2', by: 'Joe' },
      { id: 'ASK-3', by: 'Joe' },
    ])
  })

  test('a confirmation of the last day that nothing is written of is looked at in a minute, and not sent', async () => {
    await insertOrder('SAY-1', { selected: '23 hours' })
    await insertOrder('SAY-2', { selected: '25 hours' })
    await insertOrder('SAY-3')
    for (const [id, notice] of [
      ['SAY-4', 'confirmation'],
      ['SAY-5', 'confirmation'],
      ['SAY-6', 'approval_approved'],
    ] as const) {
      await insertOrder(id, { selected: '1 hour' })
      await db.query(
        `insert into order_events (backd_order_id, actor, type, to_status, data, created_at)
         values ($1, 'backd', $2, 'order_created', $3, now())`,
        [id, id === 'SAY-5' ? 'customer_not_notified' : 'customer_notified', JSON.stringify({ notice })],
      )
    }
    await db.query(backfillOf('0012_confirmations_and_languages', 'INSERT'))
    expect(
      await db.query(
        `select backd_order_id as id, taken, due_at > now() + interval '30 seconds' as later,
          due_at <= now() + interval '1 minute' as soon
         from open_confirmations where backd_order_id like 'SAY-%' order by 1`,
      ),
    ).toEqual([
      { id: 'SAY-1', taken: 2, later: true, soon: true },
      { id: 'SAY-6', taken: 2, later: true, soon: true },
    ])
  })
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

  test('a migration that is not given a table gives up, changes nothing, and is made by the next start', async () => {
    const url = await createPostgresUrl()
    const held = new pg.Client(url)
    await held.connect()
    await held.query('alter table mailbox_messages drop column sequence')
    await held.query(
      'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)',
    )
    await held.query('begin')
    await held.query('select from mailbox_messages')
    const database = openPostgres(url)
    const error = await database.migrate().catch((cause: unknown) => cause)
    expect(describeStartError(error)).toContain('holds a table that is to be migrated')
    expect(await database.isReady()).toBe(false)
    await held.query('commit')
    await database.migrate()
    expect(await database.isReady()).toBe(true)
    await Promise.all([held.end(), database.close()])
  })
})
