import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { CheckoutLink, Order, OrderEvent } from '../domain/order.ts'
import type { Handle } from './handle.ts'
import { createRowWriter } from './json-rows.ts'
import { eventToRow, linkToRow, orderToRow } from './order-rows.ts'
import { checkoutSessions, orderEvents, orders } from './schema.ts'

/** An order with all that comes to be with it, as the statement takes it. */
export interface NewOrderRows {
  id: string
  /** What the order keeps from others: rows are inserted in the order of these, so that statements never wait in a ring. */
  holds: string
  order: string
  event: string
  link: string | undefined
}

const writeOrder = createRowWriter(orders)
const writeEvent = createRowWriter(orderEvents)
const writeLink = createRowWriter(checkoutSessions)

/** By name: a column that a newer version has added since gets its default, not the null of a row without it. */
const namesOf = (table: PgTable) =>
  sql.raw(
    Object.values(getTableColumns(table))
      .map(({ name }) => `"${name}"`)
      .join(', '),
  )
const orderColumns = namesOf(orders)
const linkColumns = namesOf(checkoutSessions)

export function createOrderRows(order: Order, event: OrderEvent, link?: CheckoutLink): NewOrderRows {
  return {
    id: order.backdOrderId,
    holds: `${order.merchantId} ${order.merchantOrderId}`,
    order: writeOrder(orderToRow(order)),
    event: writeEvent(eventToRow(event)),
    link: link && writeLink(linkToRow(link)),
  }
}

/**
 * Inserts orders, each with its event and its link, in one statement. An order whose backd_order_id or merchant_order_id
 * is taken is left out with all that belongs to it; the others are not touched by that.
 * @param lockTimeoutMs how long it waits for an id that an order not yet committed holds; as the connection has it without
 * @returns which orders were inserted
 */
export function prepareInsertOrders(db: Handle, lockTimeoutMs?: number) {
  // Read before the first row is inserted, and gone with the transaction, which a statement is by itself.
  const patience =
    lockTimeoutMs === undefined ? sql`` : sql.raw(`, set_config('lock_timeout', '${lockTimeoutMs}ms', true)`)
  const made = db.$with('made', { id: orders.backdOrderId }).as(sql`
    insert into orders (${orderColumns}) select ${orderColumns}
    from json_populate_recordset(null::orders, ${sql.placeholder('orders')}::json)${patience}
    on conflict do nothing returning backd_order_id`)
  const events = db.$with('events', {}).as(sql`
    insert into order_events (backd_order_id, actor, type, from_status, to_status, data, created_at)
    select backd_order_id, actor, type, from_status, to_status, data, created_at
    from json_populate_recordset(null::order_events, ${sql.placeholder('events')}::json)
    where backd_order_id in (select backd_order_id from made)`)
  const links = db.$with('links', {}).as(sql`
    insert into checkout_sessions (${linkColumns}) select ${linkColumns}
    from json_populate_recordset(null::checkout_sessions, ${sql.placeholder('links')}::json)
    where backd_order_id in (select backd_order_id from made)`)
  const query = db
    .with(made, events, links)
    .select({ id: sql<string>`backd_order_id` })
    .from(made)
    .prepare(lockTimeoutMs === undefined ? 'insert_orders' : `insert_orders_${lockTimeoutMs}`)

  return async (rows: readonly NewOrderRows[]): Promise<boolean[]> => {
    // The database would tell of one only, and give it the other's event.
    const first = new Map(rows.map((row) => [row.id, row]))
    const sorted = [...first.values()].toSorted((a, b) => (a.holds < b.holds ? -1 : 1))
    const inserted = await query.execute({
      orders: `[${sorted.map(({ order }) => order).join()}]`,
      events: `[${sorted.map(({ event }) => event).join()}]`,
      links: `[${sorted.flatMap(({ link }) => link ?? []).join()}]`,
    })
    const ids = new Set(inserted.map(({ id }) => id))
    return rows.map((row) => ids.has(row.id) && first.get(row.id) === row)
  }
}
