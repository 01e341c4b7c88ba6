import { and, asc, eq, sql } from 'drizzle-orm'
import type { OrderWithRefunds } from '../domain/refund.ts'
import type { Handle } from './handle.ts'
import { rowToOrder, rowToRefund } from './order-rows.ts'
import { orders, refunds } from './schema.ts'

export interface AskedOrder {
  merchantId: string
  backdOrderId: string
}

/**
 * Finds orders with their refunds, each for the merchant that asks for it, in one statement. Another merchant's order is
 * left out by the join, like one that is not there.
 * @returns in the order of asking
 */
export function prepareFindOrders(db: Handle) {
  const asked = sql`unnest(${sql.placeholder('orders')}::text[], ${sql.placeholder('merchants')}::uuid[])
    with ordinality as asked (backd_order_id, merchant_id, at)`
  const query = db
    .select({ at: sql`asked.at`.mapWith(Number), order: orders, refund: refunds })
    .from(asked)
    .innerJoin(
      orders,
      and(eq(orders.backdOrderId, sql`asked.backd_order_id`), eq(orders.merchantId, sql`asked.merchant_id`)),
    )
    .leftJoin(refunds, eq(refunds.backdOrderId, orders.backdOrderId))
    .orderBy(asc(refunds.id))
    .prepare('find_orders')

  return async (asking: readonly AskedOrder[]): Promise<(OrderWithRefunds | undefined)[]> => {
    const rows = await query.execute({
      orders: asking.map(({ backdOrderId }) => backdOrderId),
      merchants: asking.map(({ merchantId }) => merchantId),
    })
    const found: (OrderWithRefunds | undefined)[] = asking.map(() => undefined)
    for (const { at, order, refund } of rows) {
      const one = found[at - 1] ?? { order: rowToOrder(order), refunds: [] }
      if (refund) one.refunds.push(rowToRefund(refund))
      found[at - 1] = one
    }
    return found
  }
}
