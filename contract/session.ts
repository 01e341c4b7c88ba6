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
  /** Who holds this link: whoever is buying, or a colleague who was asked to approve. */
  role: 'buyer' | 'approver'
  status: OrderStatus
  items: SessionItem[]
  /**
   * Who is buying, as the merchant sent it; null when create_order named no billing contact. The email is masked
   * (m•••@acme.example) until the holder of this link is verified, and whole where the merchant verifies nobody.
   */
  buyer: { name: string; company_name: string | null; email: string } | null
  /** The merchant's plans worked out for this order; empty once terms are selected. */
  offers: SessionOffer[]
  agreement: Agreement
  /** What the customer agreed to; null before. */
  selected: {
    /** As it was shown and accepted; it never changes. */
    offer: SessionOffer
    /** What is to be paid now: the offer, until the merchant changes, cancels or refunds the order. */
    schedule: SessionOffer
    agreement_version: string
    selected_at: string
  } | null
  /**
   * Where a redirect customer goes back to; null in the modal. `backd_signature` goes along to `success`,
   * once terms are selected; it is made anew for each answer.
   */
  return_urls: { success: string; close: string; backd_signature: string | null } | null
  /** Whether the holder of this link has shown that the customer's address is theirs. */
  verification: Verification
  /** Backd's answer for this customer; `pending` is read again after 2 s, and is all that is said before verification. */
  decision: Decision
  /**
   * What is known of the mail that confirms the terms; null before, where no address is known, for a colleague when
   * somebody else agreed, and when the order was cancelled before a mail was told of.
   */
  confirmation: Confirmation | null
  /** The colleague who was asked to choose in the buyer's place, the last one; null when nobody was. */
  approval: Approval | null
  expires_at: string
}

/** `sending`: no mail server has answered yet. */
export const confirmationStates = ['sending', 'sent', 'failed'] as const
export interface Confirmation {
  state: (typeof confirmationStates)[number]
  /** Masked. */
  email: string
}

export const approvalStates = ['pending', 'approved', 'declined', 'withdrawn', 'expired'] as const
export type ApprovalState = (typeof approvalStates)[number]

/** An order in a colleague's hands (docs/adr/0024). A link of an approver tells of its own request. */
export interface Approval {
  state: ApprovalState
  /** Whole for the buyer who typed it, once verified; masked for everybody else. */
  approver_email: string
  /**
   * Whose wish it is: the buyer's name and company, as one text; else their address, masked before the holder is verified;
   * null when neither is known.
   */
  requested_by: string | null
  /** The buyer's words to the colleague, at most 500 characters, with line breaks; null before the holder is verified. */
  note: string | null
  /** The colleague's words on declining; as `note`. */
  reason: string | null
  requested_at: string
  /** When the colleague's link stops; until then the buyer may take the order back. */
  expires_at: string
  /** When it was approved, declined or withdrawn. */
  decided_at: string | null
}

/** Terms can be selected when the state is not `required`. Addresses are masked. */
export type Verification =
  /** The merchant switched it off, no address is known, or the order is past the choice of terms. */
  | { state: 'not_needed' }
  | {
      state: 'required'
      email: string
      /** `other_browser`: this link was verified, but in another browser than this one. */
      reason: 'first' | 'other_browser'
      /** The code that may be entered now; null when there is none, and one may be sent at once. */
      code: { sent_at: string; resend_at: string; expires_at: string } | null
    }
  | { state: 'done'; email: string }

export const decisions = ['approved', 'pending', 'declined', 'limit_too_low'] as const
export type Decision = (typeof decisions)[number]

/** A plan worked out for an order, with what it costs a year. */
export interface SessionOffer extends Offer {
  /** In percent, with two decimals: 15.12; 0 when there is no fee (apr.ts). */
  apr: number
}

export interface SessionItem {
  display_name: string
  sku: string
  qty: number
  /** unit_price × qty in cents; null when the merchant's unit is unknown (see line-prices.ts). */
  line_price_cents: number | null
  /** A picture on an origin that the merchant registered, which the documents' img-src allows; else null. */
  image_url: string | null
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
      code: 'checkout_expired' | 'approval_withdrawn' | 'approval_expired' | 'not_found'
      message: string
      close_url: string | null
      /** Of the order's own link, when it is known. */
      presentation?: Presentation
    }
