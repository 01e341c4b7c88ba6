import type { Decision } from '@backd/contract/session.ts'
import type { Merchant } from '../../domain/merchant.ts'
import type { Order, OrderSource } from '../../domain/order.ts'

/** What Backd is asked about an order whose terms are not selected yet. */
export interface UnderwritingCase {
  order: Order
  merchant: Merchant
  /** Since when it could be asked: when the customer was verified, else when they opened the checkout. */
  since: Date
  now: Date
}

/** Backd's own answers: whether a customer gets terms, and for how long a checkout stays open. */
export interface Underwriting {
  decide(asked: UnderwritingCase): Decision
  /** @param email the address of the billing contact */
  openForMs(source: OrderSource, email: string | undefined): number
}
