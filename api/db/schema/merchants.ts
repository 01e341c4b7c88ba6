import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, cents, instant, plansColumn } from './columns.ts'

export const merchants = pgTable(
  'merchants',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    publicKey: text('public_key').notNull().unique(),
    /** SHA-256 of the secret. A secret has 256 random bits, so a slow hash would add nothing. */
    secretHash: bytes('secret_hash').notNull(),
    name: text('name').notNull(),
    origins: text('origins').array().notNull(),
    plans: plansColumn('plans').notNull(),
    orderLimitCents: cents('order_limit_cents').notNull(),
    increaseLimitPercent: integer('increase_limit_percent').notNull(),
    /** Whether a customer has to enter a code from their mail before they select terms. */
    verifyCustomer: boolean('verify_customer').notNull().default(false),
    /** How far the sandbox's time is put forward for this merchant; what becomes due is searched for by it. */
    clockOffsetMs: bigint('clock_offset_ms', { mode: 'number' }).notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('merchants_origins').using('gin', table.origins),
    check('merchants_clock_offset', sql`${table.clockOffsetMs} >= 0`),
  ],
)
