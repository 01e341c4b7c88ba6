import {
  DEFAULT_ORDERS_A_PAGE,
  type FindOrdersQuery,
  type FoundOrders,
} from '@backd/contract/api/find-orders.ts'
import type { OrderEvents } from '@backd/contract/api/order-events.ts'
import type { Merchant } from '../domain/merchant.ts'
import { readCursor, writeCursor } from '../domain/order-cursor.ts'
import { createEventView, createOrderSummary } from '../domain/order-list-view.ts'
import { findOwnOrder } from './find-order.ts'
import type { Repositories } from './ports/store.ts'

/**
 * A page of a merchant's orders, newest first. Orders that are created meanwhile come before the first page, so that
 * going on from a cursor neither repeats an order nor leaves one out.
 * @throws ApiError invalid_request for a cursor that is none of ours
 */
export async function findOrders(
  { store }: { store: Repositories },
  merchant: Merchant,
  {
    status,
    search,
    merchant_order_id: merchantOrderId,
    cursor,
    limit = DEFAULT_ORDERS_A_PAGE,
  }: FindOrdersQuery,
): Promise<FoundOrders> {
  const after = cursor === undefined ? undefined : readCursor(cursor)
  // One more than is shown tells whether there is a next page.
  const wanted = { status, search, merchantOrderId, after }
  const lines = await store.orderLists.findPage(merchant.id, { ...wanted, limit: limit + 1 })
  const shown = lines.slice(0, limit)
  const last = shown.at(-1)
  return {
    orders: shown.map(createOrderSummary),
    next_cursor: last && lines.length > limit ? writeCursor(last) : null,
  }
}

/**
 * What happened to one of a merchant's orders, oldest first.
 * @throws ApiError order_not_found, as find_order does
 */
export async function findOrderEvents(
  { store }: { store: Repositories },
  merchant: Merchant,
  backdOrderId: string,
): Promise<OrderEvents> {
  await findOwnOrder(store.orders, merchant, backdOrderId)
  const events = await store.orderLists.findEvents(backdOrderId)
  return { backd_order_id: backdOrderId, events: events.map(createEventView) }
}
