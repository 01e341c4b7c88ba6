import type { Order } from './order.ts'

/**
 * Who keeps a merchant_order_id from other orders of the merchant: a server-made order from its creation, a widget-made
 * one from the selection of terms (a customer may change the cart and open the checkout again), until the order is
 * cancelled or lapses. The database holds it with a unique index; these rules say when the flag is set.
 */
export function holdsFromCreation(source: Order['source']): boolean {
  return source === 'server'
}

/** Whether the checkout ran out before the customer selected terms. Nothing runs out after. */
export function hasLapsed(order: Pick<Order, 'status' | 'expiresAt'>, now: Date): boolean {
  return order.status === 'order_created' && order.expiresAt <= now
}

/**
 * Whether the same cart opens this order again in place of making another. A cancelled order has given its id up, so
 * the same cart may be bought anew.
 */
export function isResumable(order: Pick<Order, 'status' | 'expiresAt'>, now: Date): boolean {
  return order.status !== 'order_cancelled' && !hasLapsed(order, now)
}
