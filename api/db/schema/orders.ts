import { refundStatuses } from '@backd/contract/api/order-data.ts'
import type { Actor, OrderEventType } from '@backd/contract/api/order-events.ts'
import type { OrderStatus } from '@backd/contract/lifecycle.ts'
import { orderStatuses } from '@backd/contract/lifecycle.ts'
import type { Language } from '@backd/contract/locale.ts'
import type { Contact, Item } from '@backd/contract/order.ts'
import type { Offer, Plan } from '@backd/contract/plans.ts'
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
  uuid,
} from 'drizzle-orm/pg-core'
import type { OrderSource } from '../../domain/order.ts'
import type { RefundStatus } from '../../domain/refund.ts'
import { bytes, cents, instant, listOf } from './columns.ts'
import { merchants } from './merchants.ts'

/** An order and what becomes of it. */

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
