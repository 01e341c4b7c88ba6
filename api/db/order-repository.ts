import { and, asc, desc, eq, gt, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Order } from '../domain/order.ts'
import type { OrderWithRefunds } from '../domain/refund.ts'
import { MerchantOrderIdHeld, type OrderRepository } from '../use-cases/ports/orders.ts'
import { breaksUnique } from './errors.ts'
import { prepareFindOrders } from './find-orders.ts'
import type { Handle } from './handle.ts'
import { createOrderRows, prepareInsertOrders } from './insert-orders.ts'
import { isMerchantOrderId } from './merchant-order-id.ts'
import { changeToRow, eventToRow, linkToRow, rowToLink, rowToOrder, rowToRefund } from './order-rows.ts'
import { checkoutSessions, HELD_ID_INDEX, orderDocuments, orderEvents, orders, refunds } from './schema.ts'

/** Carts of one id for which a customer agreed to terms: more than a few are somebody's game with the public key. */
const MAX_AGREED = 20

export function createOrderRepository(db: Handle): OrderRepository {
  const findOne = async (where: SQL | undefined): Promise<Order | undefined> => {
    const [row] = await db.select().from(orders).where(where).orderBy(desc(orders.createdAt)).limit(1)
    return row && rowToOrder(row)
  }

  /** One statement, so that both are of the same instant. */
  const findOneWithRefunds = async (where: SQL | undefined): Promise<OrderWithRefunds | undefined> => {
    const rows = await db
      .select({ order: orders, refund: refunds })
      .from(orders)
      .leftJoin(refunds, eq(refunds.backdOrderId, orders.backdOrderId))
      .where(where)
      .orderBy(asc(refunds.id))
    const [first] = rows
    if (!first) return undefined
    return {
      order: rowToOrder(first.order),
      refunds: rows.flatMap(({ refund }) => refund ?? []).map(rowToRefund),
    }
  }

  return {
    async insert(order, event, link) {
      const [inserted] = await prepareInsertOrders(db)([createOrderRows(order, event, link)])
      return inserted === true
    },

    async addDocuments(backdOrderId, documents, at) {
      if (documents.length === 0) return
      await db.insert(orderDocuments).values(
        documents.map((document) => ({
          backdOrderId,
          filename: document.filename,
          documentRef: document.document_ref,
          mediaType: document.media_type,
          bytes: document.bytes,
          createdAt: at,
        })),
      )
    },

    find: (backdOrderId) => findOne(eq(orders.backdOrderId, backdOrderId)),

    findWithRefunds: (backdOrderId) => findOneWithRefunds(eq(orders.backdOrderId, backdOrderId)),

    findOfMerchant: async (merchantId, backdOrderId) =>
      (await prepareFindOrders(db)([{ merchantId, backdOrderId }]))[0],

    findHolder: (merchantId, merchantOrderId) =>
      findOne(
        and(
          eq(orders.merchantId, merchantId),
          eq(orders.merchantOrderId, merchantOrderId),
          eq(orders.holdsMerchantOrderId, true),
        ),
      ),

    findResumable: (merchantId, contentDigest, now) =>
      findOne(
        and(
          eq(orders.merchantId, merchantId),
          eq(orders.contentDigest, contentDigest),
          ne(orders.status, 'order_cancelled'),
          notLapsed(now),
        ),
      ),

    findAgreed: async (merchantId, merchantOrderId) => {
      const rows = await db
        .select()
        .from(orders)
        .where(
          and(
            eq(orders.merchantId, merchantId),
            isMerchantOrderId(merchantOrderId),
            eq(orders.source, 'widget'),
            isNotNull(orders.termsSelectedAt),
            ne(orders.status, 'order_cancelled'),
          ),
        )
        .orderBy(desc(orders.createdAt))
        .limit(MAX_AGREED)
      return rows.map(rowToOrder)
    },

    async compareAndSet({ backdOrderId, version }, change, event) {
      const [row] = await refusingHeld(
        db
          .update(orders)
          .set({ ...changeToRow(change), version: version + 1 })
          .where(and(eq(orders.backdOrderId, backdOrderId), eq(orders.version, version)))
          .returning(),
      )
      if (!row) return undefined
      if (event) await db.insert(orderEvents).values(eventToRow(event))
      return rowToOrder(row)
    },

    async hold(backdOrderId) {
      await db
        .select({ id: orders.backdOrderId })
        .from(orders)
        .where(eq(orders.backdOrderId, backdOrderId))
        .for('update')
    },

    async addEvent(event) {
      await db.insert(orderEvents).values(eventToRow(event))
    },

    async addLink(link) {
      await db.insert(checkoutSessions).values(linkToRow(link))
    },

    async findLink(tokenHash) {
      const [row] = await db.select().from(checkoutSessions).where(eq(checkoutSessions.tokenHash, tokenHash))
      return row && rowToLink(row)
    },

    async lock(key) {
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
    },
  }
}

/** Not `hasLapsed` of domain/holds.ts, in SQL. */
const notLapsed = (now: Date) => or(ne(orders.status, 'order_created'), gt(orders.expiresAt, now))

/** @throws MerchantOrderIdHeld in place of the index's violation */
async function refusingHeld<Result>(query: PromiseLike<Result>): Promise<Result> {
  try {
    return await query
  } catch (error) {
    if (breaksUnique(error, HELD_ID_INDEX)) throw new MerchantOrderIdHeld('held', { cause: error })
    throw error
  }
}
