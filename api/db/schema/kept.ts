import { bigint, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns.ts'

/** What is kept for a while and belongs to no order. */

/** What calls with an Idempotency-Key were answered. */
export const keptAnswers = pgTable(
  'kept_answers',
  {
    callId: bytes('call_id').primaryKey(),
    bodyDigest: text('body_digest').notNull(),
    /** Sealed with a key that only the merchant's secret gives. */
    sealed: bytes('sealed').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('kept_answers_oldest').on(table.createdAt)],
)

export const mailboxMessages = pgTable(
  'mailbox_messages',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Which of one millisecond came later. */
    sequence: bigint('sequence', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    to: text('to').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('mailbox_messages_newest').on(table.createdAt.desc().nullsFirst())],
)
