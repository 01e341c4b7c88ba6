import { refundStatuses } from '@backd/contract/api/order-data.ts'
import type { Actor, OrderEventType } from '@backd/contract/api/order-events.ts'
import { plansSchema } from '@backd/contract/api/plan.ts'
import type { OrderStatus } from '@backd/contract/lifecycle.ts'
import { orderStatuses } from '@backd/contract/lifecycle.ts'
import type { Language } from '@backd/contract/locale.ts'
import type { Contact, Item } from '@backd/contract/order.ts'
import type { Offer, Plan } from '@backd/contract/plans.ts'
import type { Appearance } from '@backd/contract/presentation.ts'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { type KeptApprovalState, keptApprovalStates } from '../domain/approval.ts'
import { type OrderSource, type Surface, surfaces } from '../domain/order.ts'
import type { RefundStatus } from '../domain/refund.ts'
import { MAX_CODE_TRIES } from '../domain/verification.ts'

/** The tables. Amounts are integer cents in bigint columns, instants timestamptz to the millisecond. */

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
/** A merchant's plans, judged on their way in and out: a row that was edited by hand offers nothing it should not. */
const plansColumn = customType<{ data: Plan[]; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (plans) => JSON.stringify(plansSchema.parse(plans)),
  fromDriver: (stored) => plansSchema.parse(stored),
})
const cents = (name: string) => bigint(name, { mode: 'number' })
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })
const listOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

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

/** Named here because the repository tells by it which rule an insert broke. */
export const HELD_ID_INDEX = 'orders_held_merchant_order_id'

export const orders = pgTable(
  'orders',
  {
    backdOrderId: text('backd_order_id').primaryKey(),
    merchantId: uuid('merchant_id')
      .notNull()
      .references(() => merchants.id),
    source: text('source').$type<OrderSource>().notNull(),
    version: integer('version').notNull().default(1),
    status: text('status').$type<OrderStatus>().notNull(),
    merchantOrderId: text('merchant_order_id').notNull(),
    holdsMerchantOrderId: boolean('holds_merchant_order_id').notNull(),
    merchantOrderStatus: text('merchant_order_status'),
    orderTotalCents: cents('order_total_cents').notNull(),
    cartAmountCents: cents('cart_amount_cents').notNull(),
    taxAmountCents: cents('tax_amount_cents').notNull(),
    shippingAmountCents: cents('shipping_amount_cents').notNull(),
    discountAmountCents: cents('discount_amount_cents').notNull(),
    billing: jsonb('billing').$type<Contact>(),
    shipping: jsonb('shipping').$type<Contact>(),
    items: jsonb('items').$type<Item[]>().notNull(),
    customerEmail: text('customer_email'),
    contentDigest: text('content_digest'),
    /** The offer as the customer accepted it, with the total it was accepted for. */
    acceptedOffer: jsonb('accepted_offer').$type<Offer>(),
    /** The plan as it was when it was accepted. */
    acceptedPlan: jsonb('accepted_plan').$type<Plan>(),
    acceptedTotalCents: cents('accepted_total_cents'),
    agreementVersion: text('agreement_version'),
    /** The address of the colleague who agreed in the buyer's place; null when it was the buyer. */
    acceptedBy: text('accepted_by'),
    /** In which whoever agreed read it. */
    acceptedLanguage: text('accepted_language').$type<Language>(),
    termsSelectedAt: instant('terms_selected_at'),
    /** What the customer has to pay now; follows every change of the order's money. */
    schedule: jsonb('schedule').$type<Offer>(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex(HELD_ID_INDEX)
      .on(table.merchantId, table.merchantOrderId)
      .where(sql`${table.holdsMerchantOrderId}`),
    index('orders_content_digest')
      .on(table.merchantId, table.contentDigest)
      .where(sql`${table.contentDigest} is not null`),
    // find_orders: all, by status, and by the beginning of either id, whatever the database's collation is. Read backwards.
    index('orders_newest').on(table.merchantId, table.createdAt, table.backdOrderId),
    index('orders_newest_of_status').on(table.merchantId, table.status, table.createdAt, table.backdOrderId),
    index('orders_id_prefix').on(table.merchantId, table.backdOrderId.op('text_pattern_ops')),
    index('orders_merchant_order_id_prefix').on(
      table.merchantId,
      sql`lower(${table.merchantOrderId}) text_pattern_ops`,
    ),
    check('orders_status', sql`${table.status} in (${listOf(orderStatuses)})`),
    check(
      'orders_amounts_add_up',
      sql`${table.orderTotalCents} = ${table.cartAmountCents} + ${table.taxAmountCents} + ${table.shippingAmountCents} - ${table.discountAmountCents}`,
    ),
  ],
)

export const refunds = pgTable(
  'refunds',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    backdOrderId: text('backd_order_id')
      .notNull()
      .references(() => orders.backdOrderId),
    amountCents: cents('amount_cents').notNull(),
    status: text('status').$type<RefundStatus>().notNull(),
    lockedAt: instant('locked_at').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When it was settled or declined. */
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('refunds_of_order').on(table.backdOrderId, table.id),
    uniqueIndex('refunds_one_active_an_order')
      .on(table.backdOrderId)
      .where(sql`${table.status} in ('draft', 'approved')`),
    index('refunds_to_settle').on(table.lockedAt).where(sql`${table.status} in ('draft', 'approved')`),
    check('refunds_status', sql`${table.status} in (${listOf(refundStatuses)})`),
    check('refunds_amount', sql`${table.amountCents} > 0`),
    check(
      'refunds_ended',
      sql`(${table.endedAt} is not null) = (${table.status} in ('settled', 'declined'))`,
    ),
  ],
)

export const orderEvents = pgTable(
  'order_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    backdOrderId: text('backd_order_id')
      .notNull()
      .references(() => orders.backdOrderId),
    actor: text('actor').$type<Actor>().notNull(),
    type: text('type').$type<OrderEventType>().notNull(),
    fromStatus: text('from_status').$type<OrderStatus>(),
    toStatus: text('to_status').$type<OrderStatus>().notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('order_events_of_order').on(table.backdOrderId, table.id)],
)

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

export const orderDocuments = pgTable(
  'order_documents',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    backdOrderId: text('backd_order_id')
      .notNull()
      .references(() => orders.backdOrderId),
    filename: text('filename').notNull(),
    documentRef: text('document_ref').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: bytes('bytes').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('order_documents_of_order').on(table.backdOrderId)],
)

export const mailboxMessages = pgTable(
  'mailbox_messages',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    to: text('to').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('mailbox_messages_newest').on(table.createdAt.desc().nullsFirst())],
)
