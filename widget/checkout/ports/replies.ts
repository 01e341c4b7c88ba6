import type { CheckoutOrderReply } from '@backd/contract/api/checkout.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { readableSession } from './readable.ts'

/**
 * Guards for what the API answers. Our own API is trusted with the details; what is checked is that a screen can be
 * drawn from the answer, so that a mismatch of versions becomes a calm sentence and not a blank page.
 */

export function readSession(data: unknown): CheckoutSession | null {
  const session = data as CheckoutSession | null | undefined
  const isWhole =
    typeof session?.backd_order_id === 'string' &&
    typeof session.merchant_order_id === 'string' &&
    typeof session.merchant_name === 'string' &&
    typeof session.order_total_cents === 'number' &&
    Array.isArray(session.items) &&
    Array.isArray(session.offers) &&
    typeof session.agreement?.text === 'string'
  return isWhole ? readableSession(session) : null
}

export function readReply(data: unknown): CheckoutOrderReply | null {
  const reply = data as CheckoutOrderReply | null | undefined
  const session = readSession(reply?.session)
  return typeof reply?.token === 'string' && session ? { ...reply, session } : null
}
