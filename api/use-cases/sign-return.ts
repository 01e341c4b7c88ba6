import { createHmac } from 'node:crypto'
import type { Order } from '../domain/order.ts'

/**
 * What a customer's return to order_success_url carries as `backd_signature`, so that the merchant's server can tell it
 * from a made-up one (ADR 0028): `<seconds since 1970>.<hex>`, the HMAC-SHA-256 of `<seconds>.<backd_order_id>.<merchant_order_id>`
 * under the SHA-256 of the secret key, which both sides have and neither sends.
 * @param at by the machine's time, which the merchant's server compares with its own
 */
export function signReturn(
  { backdOrderId, merchantOrderId }: Pick<Order, 'backdOrderId' | 'merchantOrderId'>,
  secretHash: Uint8Array,
  at: Date,
): string {
  const seconds = Math.floor(at.getTime() / 1000)
  const text = `${seconds}.${backdOrderId}.${merchantOrderId}`
  return `${seconds}.${createHmac('sha256', secretHash).update(text).digest('hex')}`
}
