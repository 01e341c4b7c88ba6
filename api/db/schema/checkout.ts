import type { Language } from '@backd/contract/locale.ts'
import type { Appearance } from '@backd/contract/presentation.ts'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { type KeptApprovalState, keptApprovalStates } from '../../domain/approval.ts'
import { type Surface, surfaces } from '../../domain/order.ts'
import { MAX_CODE_TRIES } from '../../domain/verification.ts'
import { bytes, instant, listOf } from './columns.ts'
import { orders } from './orders.ts'

/** The checkout: its links, the codes that verify who holds one, and what is asked of colleagues. */

/** Each time that a buyer asked a colleague to choose in their place. */
export const approvalRequests = pgTable(
  'approval_requests',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    backdOrderId: text('backd_order_id')
      .notNull()
      .references(() => orders.backdOrderId),
    state: text('state').$type<KeptApprovalState>().notNull(),
    approverEmail: text('approver_email').notNull(),
    /** SHA-256 of the addresses in lower case: enough to count what one was sent, and what one had sent. */
    approverHash: bytes('approver_hash').notNull(),
    buyerHash: bytes('buyer_hash'),
    /** The buyer's name and company, or their address; null when neither is known. */
    requestedBy: text('requested_by'),
    /** Of the buyer's checkout. */
    language: text('language').$type<Language>().notNull().default('en'),
    note: text('note'),
    reason: text('reason'),
    requestedAt: instant('requested_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    decidedAt: instant('decided_at'),
    /** By the machine's clock, which limits how many mails are sent. */
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('approval_requests_of_order').on(table.backdOrderId, table.id),
    index('approval_requests_of_approver').on(table.approverHash, table.createdAt),
    index('approval_requests_of_buyer').on(table.buyerHash, table.createdAt),
    uniqueIndex('approval_requests_one_pending_an_order')
      .on(table.backdOrderId)
      .where(sql`${table.state} = 'pending'`),
    index('approval_requests_to_expire').on(table.expiresAt).where(sql`${table.state} = 'pending'`),
    check('approval_requests_state', sql`${table.state} in (${listOf(keptApprovalStates)})`),
    check(
      'approval_requests_decided',
      sql`(${table.decidedAt} is not null) = (${table.state} in ('approved', 'declined', 'withdrawn'))`,
    ),
  ],
)

/** Selected terms of whose confirmation nothing is written down yet: it is under way, or its process died. */
export const openConfirmations = pgTable(
  'open_confirmations',
  {
    backdOrderId: text('backd_order_id')
      .primaryKey()
      .references(() => orders.backdOrderId),
    /** From when on whoever has it in hand counts as dead, by the machine's clock. */
    dueAt: instant('due_at').notNull(),
    /** How often it was taken in hand since. */
    taken: integer('taken').notNull().default(0),
  },
  (table) => [index('open_confirmations_due').on(table.dueAt)],
)

export const checkoutSessions = pgTable(
  'checkout_sessions',
  {
    tokenHash: bytes('token_hash').primaryKey(),
    backdOrderId: text('backd_order_id')
      .notNull()
      .references(() => orders.backdOrderId),
    surface: text('surface').$type<Surface>().notNull(),
    /** Of an approver's link: the request that it was made for; null of a buyer's. */
    approvalId: bigint('approval_id', { mode: 'number' }).references(() => approvalRequests.id),
    successUrl: text('success_url'),
    closeUrl: text('close_url'),
    locale: text('locale'),
    appearance: jsonb('appearance').$type<Appearance>(),
    verifiedAt: instant('verified_at'),
    /** SHA-256 of the cookie of the browser it was verified in; null in the modal, whose link never leaves its frame. */
    browserHash: bytes('browser_hash'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('checkout_sessions_of_order').on(table.backdOrderId),
    check('checkout_sessions_surface', sql`${table.surface} in (${listOf(surfaces)})`),
    check(
      'checkout_sessions_verified_in_a_browser',
      sql`(${table.browserHash} is not null) = (${table.verifiedAt} is not null and ${table.surface} = 'page')`,
    ),
    check(
      'checkout_sessions_of_an_approver',
      sql`${table.approvalId} is null or (${table.surface} = 'page' and ${table.successUrl} is null)`,
    ),
    check('checkout_sessions_both_urls', sql`(${table.successUrl} is null) = (${table.closeUrl} is null)`),
  ],
)

/** Codes that were mailed to the holder of a checkout link. The link's token is the key of the MAC, and is not kept. */
export const verificationCodes = pgTable(
  'verification_codes',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tokenHash: bytes('token_hash')
      .notNull()
      .references(() => checkoutSessions.tokenHash),
    /** SHA-256 of the address in lower case: enough to count what it was sent. */
    addressHash: bytes('address_hash').notNull(),
    mac: bytes('mac').notNull(),
    tries: integer('tries').notNull().default(0),
    /** By the merchant's clock, as the code's life is. */
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Whether no mail server took it. */
    refused: boolean('refused').notNull().default(false),
    /** Set where that was no fault of the address, by the machine's clock. */
    failedAt: instant('failed_at'),
    /** By the machine's clock, which limits how many an address is sent. */
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('verification_codes_of_link').on(table.tokenHash, table.id),
    index('verification_codes_of_address').on(table.addressHash, table.createdAt),
    check('verification_codes_tries', sql`${table.tries} between 0 and ${sql.raw(String(MAX_CODE_TRIES))}`),
  ],
)
