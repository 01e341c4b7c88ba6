import type { Actor, OrderEventType } from '@backd/contract/api/order-events.ts'
import type { OrderStatus } from '@backd/contract/lifecycle.ts'
import type { Language } from '@backd/contract/locale.ts'
import type { AmountsCents } from '@backd/contract/money.ts'
import type { Contact, Item } from '@backd/contract/order.ts'
import type { Offer, Plan } from '@backd/contract/plans.ts'
import type { Presentation } from '@backd/contract/presentation.ts'

/** Who made an order: a merchant's server with its secret key, or a page with the public key alone. */
export type OrderSource = 'server' | 'widget'

/** What the customer agreed to, kept as it was shown. */
export interface Acceptance {
  /** The plan as it was then: whatever the merchant offers later, changes of this order are worked out under it. */
  plan: Plan
  offer: Offer
  agreementVersion: string
  selectedAt: Date
  /** In which whoever agreed read it. */
  language: Language
  /** The address of the colleague who agreed in the buyer's place; absent when it was the buyer. */
  agreedBy?: string
  /** The order_total accepted, in cents: what increases are measured from (CONTRACT section 5). */
  totalCents: number
}

export interface Order {
  backdOrderId: string
  merchantId: string
  source: OrderSource
  /** Counts the order's changes: whoever changes it says which one they saw. */
  version: number
  status: OrderStatus
  merchantOrderId: string
  /** Whether this order keeps its merchant_order_id from every other order of the merchant (see holds.ts). */
  holdsMerchantOrderId: boolean
  merchantOrderStatus?: string
  amounts: AmountsCents
  billing?: Contact
  shipping?: Contact
  items: Item[]
  customerEmail?: string
  /** Digest of what a page sent, by which the same cart finds its order again; widget orders only. */
  contentDigest?: string
  acceptance?: Acceptance
  /** What the customer has to pay now: the accepted offer until the order's money changes (see schedule.ts). */
  schedule?: Offer
  /** When the checkout's links stop, unless terms were selected before. */
  expiresAt: Date
  createdAt: Date
}

/** What a list shows of an order. */
export interface OrderLine
  extends Pick<
    Order,
    'backdOrderId' | 'merchantOrderId' | 'status' | 'merchantOrderStatus' | 'billing' | 'createdAt'
  > {
  orderTotalCents: number
}

/** How a checkout is shown. A modal's link stays in its frame's memory; a page's is an address, which people pass on. */
export const surfaces = ['modal', 'page'] as const
export type Surface = (typeof surfaces)[number]

/** One opening of the checkout. The token itself is given away once; only its SHA-256 is kept. */
export interface CheckoutLink {
  tokenHash: Uint8Array
  backdOrderId: string
  surface: Surface
  /** Of an approver's link: the request that it was made for. */
  approvalId?: number
  /** Where a redirect customer goes back to; absent in the modal. */
  returnUrls?: { success: string; close: string }
  presentation: Presentation
  /** That its holder entered a code which was sent to the customer's address; on a page, in the browser of this hash. */
  verified?: { at: Date; browserHash?: Uint8Array }
  createdAt: Date
}

/** One line of an order's history: who did what, and what changed. `data` holds no personal data. */
export interface OrderEvent {
  backdOrderId: string
  actor: Actor
  type: OrderEventType
  /** null when the order came into being. */
  from: OrderStatus | null
  to: OrderStatus
  data: Record<string, unknown>
  at: Date
}
