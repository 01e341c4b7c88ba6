import type { Order } from './order.ts'

/**
 * Who keeps a merchant_order_id from other orders of the merchant (ADR 0004): a server-made order from its creation, a
 * widget-made one from order_placed, until the order is cancelled or lapses. Both moments need the secret key: whoever
 * has the public key alone can take no id. The database holds it with a unique index; these rules say when the flag is
 * set.
 */
export function holdsFromCreation(source: Order['source']): boolean {
  return source === 'server'
}

/** Whether the checkout ran out before the customer selected terms. Nothing runs out after. */
export function hasLapsed(order: Pick<Order, 'status' | 'expiresAt'>, now: Date): boolean {
  return order.status === 'order_created' && order.expiresAt <= now
}
