import type { Contact } from './checkout-form.ts'
import type { CartLine, Totals } from './pricing.ts'

/** An order as the shop's own books have it. */

export type ShopOrderStatus =
  /** The customer has not been seen to finish at Backd. */
  | 'pending'
  /** Backd and the shop agree on it: it can be packed. */
  | 'placed'
  /** Backd and the shop disagree: a person has to look before anything is sent. */
  | 'needs_attention'

/** How the customer goes to Backd: the widget in one of its modes, or a link made by the server. */
export type CheckoutRoute = 'modal' | 'redirect' | 'link'

/** A line as it was sold; later changes of the catalogue do not reach it. */
export interface OrderLine {
  sku: string
  name: string
  illustration: string
  unitPriceCents: number
  qty: number
}

/** What a purchase is; two with the same content are the same purchase. */
export interface Purchase {
  lines: OrderLine[]
  totals: Totals
  billing: Contact
  shipping?: Contact | undefined
}

export interface ShopOrder extends Purchase {
  merchantOrderId: string
  /** ISO 8601 in UTC. */
  createdAt: string
  route: CheckoutRoute
  status: ShopOrderStatus
  backdOrderId: string | null
  /** Why the order needs attention, in Backd's own sentence. */
  problem: string | null
  /** For route "link". */
  paymentLink: PaymentLink | null
  events: OrderEvent[]
}

/** Where the customer chooses their terms, and what became of the mail that should bring it to them. */
export interface PaymentLink {
  url: string
  mail: 'not_asked' | 'sent' | 'failed'
}

/** How far an order came. */
export interface Outcome {
  status: ShopOrderStatus
  backdOrderId: string
  problem?: string
}

/** One thing the shop did or heard, in a sentence. */
export interface OrderEvent {
  at: string
  text: string
}

export interface NewOrder {
  cart: readonly CartLine[]
  totals: Totals
  billing: Contact
  shipping?: Contact | undefined
  route: CheckoutRoute
}
