import type { OrderStatus } from './lifecycle.ts'
import type { AmountsCents } from './money.ts'
import type { Offer } from './plans.ts'
import type { Presentation } from './presentation.ts'

/**
 * What the checkout knows of one order: the whole of it, so a reload needs nothing else. Free of zod
 * (contract/api/checkout.ts has the schemas). Amounts in cents, dates calendar days, instants ISO 8601 in UTC.
 */
export interface CheckoutSession extends AmountsCents, Presentation {
  backd_order_id: string
  merchant_order_id: string
  merchant_name: string
  status: OrderStatus
  items: SessionItem[]
  /** Who is buying, as the merchant sent it; null when create_order named no billing contact. */
  buyer: { name: string; company_name: string | null; email: string } | null
  /** The merchant's plans worked out for this order; empty once terms are selected. */
  offers: Offer[]
  agreement: Agreement
  /** What the customer agreed to; null before. */
  selected: {
    /** As it was shown and accepted; it never changes. */
    offer: Offer
    /** What is to be paid now: the offer, until the merchant changes, cancels or refunds the order. */
    schedule: Offer
    agreement_version: string
    selected_at: string
  } | null
  /** Where a redirect customer goes back to; null in the modal. */
  return_urls: { success: string; close: string } | null
  expires_at: string
}

export interface SessionItem {
  display_name: string
  sku: string
  qty: number
  /** unit_price × qty in cents; null when the merchant's unit is unknown (see line-prices.ts). */
  line_price_cents: number | null
}

/** The text the customer agrees to. The version goes with the selection. */
export interface Agreement {
  version: string
  text: string
}

/** What a checkout document is served with: a session, or why there is none. */
export type CheckoutBoot =
  | { kind: 'modal' }
  /** The modal's document on a page that may not show it; `message` names the setting to change. */
  | {
      kind: 'refused'
      code: 'origin_not_allowed' | 'unauthorized'
      message: string
    }
  | { kind: 'page'; session: CheckoutSession }
  /** A link that can't go on; `close_url` is where the customer may return to, when the order is known. */
  | {
      kind: 'dead_link'
      code: 'checkout_expired' | 'not_found'
      message: string
      close_url: string | null
      /** Of the order's own link, when it is known. */
      presentation?: Presentation
    }
