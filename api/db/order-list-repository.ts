import { and, asc, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { OrderLine } from '../domain/order.ts'
import type { OrderListRepository } from '../use-cases/ports/order-lists.ts'
import type { Handle } from './handle.ts'
import { isMerchantOrderId } from './merchant-order-id.ts'
import { orderEvents, orders } from './schema.ts'

export function createOrderListRepository(db: Handle): OrderListRepository {
  return {
    async findPage(merchantId, { status, search, merchantOrderId, after, limit }) {
      const rows = await db
        .select({
          backdOrderId: orders.backdOrderId,
          merchantOrderId: orders.merchantOrderId,
          status: orders.status,
          merchantOrderStatus: orders.merchantOrderStatus,
          billing: orders.billing,
          createdAt: orders.createdAt,
          orderTotalCents: orders.orderTotalCents,
        })
        .from(orders)
        .where(
          and(
            eq(orders.merchantId, merchantId),
            status && eq(orders.status, status),
            search === undefined ? undefined : idBeginsWith(search),
            merchantOrderId === undefined ? undefined : isMerchantOrderId(merchantOrderId),
            // A row comparison, which PostgreSQL answers from the index; two conditions it would not.
            after &&
              sql`(${orders.createdAt}, ${orders.backdOrderId}) < (${after.createdAt.toISOString()}::timestamptz, ${after.backdOrderId})`,
          ),
        )
        .orderBy(desc(orders.createdAt), desc(orders.backdOrderId))
        .limit(limit)
      return rows.map(rowToLine)
    },

    async findEvents(backdOrderId) {
      const rows = await db
        .select()
        .from(orderEvents)
        .where(eq(orderEvents.backdOrderId, backdOrderId))
        .orderBy(asc(orderEvents.id))
      return rows.map(({ fromStatus, toStatus, createdAt, id: _, ...event }) => ({
        ...event,
        from: fromStatus,
        to: toStatus,
        at: createdAt,
      }))
    },
  }
}

/** Our own ids are in capitals; the merchant's are found by the index on lower(). */
function idBeginsWith(search: string): SQL | undefined {
  const pattern = `${search.replace(/[\\%_]/g, '\\$&')}%`
  return or(
    sql`${orders.backdOrderId} like ${pattern.toUpperCase()}`,
    sql`lower(${orders.merchantOrderId}) like lower(${pattern})`,
  )
}

function rowToLine({
  merchantOrderStatus,
  billing,
  ...row
}: Omit<OrderLine, 'merchantOrderStatus' | 'billing'> &
  Pick<typeof orders.$inferSelect, 'merchantOrderStatus' | 'billing'>): OrderLine {
  return {
    ...row,
    ...(merchantOrderStatus !== null ? { merchantOrderStatus } : {}),
    ...(billing ? { billing } : {}),
  }
}
