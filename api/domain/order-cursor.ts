import { invalidRequest } from './api-error.ts'
import { isOrderId } from './ids.ts'
import type { Order } from './order.ts'

/** A place in a merchant's orders, newest first; the id tells apart what was created in the same millisecond. */
export type OrderPlace = Pick<Order, 'createdAt' | 'backdOrderId'>

/** The last instant that ISO 8601 writes with four digits of the year, which is how the database reads it. */
const MAX_TIME_MS = Date.parse('9999-12-31T23:59:59.999Z')

/** A place as text that says nothing to its reader. */
export function writeCursor({ createdAt, backdOrderId }: OrderPlace): string {
  return Buffer.from(`${createdAt.getTime()}.${backdOrderId}`).toString('base64url')
}

/**
 * The place that a cursor names, whether an order is still there or not.
 * @throws ApiError invalid_request for a text that writeCursor did not make
 */
export function readCursor(cursor: string): OrderPlace {
  const [, time, backdOrderId] =
    /^(\d{1,16})\.(.+)$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? []
  const place = { createdAt: new Date(Number(time)), backdOrderId: backdOrderId ?? '' }
  const isPlace = Number(time) <= MAX_TIME_MS && isOrderId(place.backdOrderId)
  // Base64url is read leniently; only the one way to write a place is a cursor.
  if (isPlace && writeCursor(place) === cursor) return place
  throw invalidRequest([
    { path: 'cursor', message: 'must be the next_cursor of an answer of this endpoint, as it was' },
  ])
}
