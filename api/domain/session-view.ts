import { createSessionOffer, withApr } from '@backd/contract/apr.ts'
import { type CalendarDate, dateInChicago } from '@backd/contract/calendar.ts'
import { linePriceCents, readUnitPrices } from '@backd/contract/line-prices.ts'
import type {
  CheckoutSession,
  Confirmation,
  Decision,
  SessionItem,
  SessionOffer,
} from '@backd/contract/session.ts'
import { isCustomerUrl } from '@backd/contract/url.ts'
import { currentAgreement, findAgreement } from './agreement.ts'
import { approvalView } from './approval.ts'
import { maskEmail } from './mask-email.ts'
import type { Merchant } from './merchant.ts'
import type { Order } from './order.ts'
import { isRegistered } from './origins.ts'
import {
  holderOf,
  isStranger,
  type OpenedLink,
  type SentCode,
  type Standing,
  verificationView,
} from './verification.ts'

/** What a session is beside its order. */
export interface Seen {
  now: Date
  /** Of the cookie that came with the request, if one did. */
  browserHash: Uint8Array | undefined
  standing: Standing
  /** The last code that was sent; looked up only where the holder still has to enter one. */
  code?: SentCode | undefined
  decision: Decision
  /** Where the confirmation goes, not masked. */
  confirmation?: Confirmation | undefined
  /** Proof for the merchant's server that the customer comes back from us (use-cases/sign-return.ts). */
  returnSignature?: string | undefined
}

/** The whole of an order as the holder of a link to its checkout sees it at an instant. */
export function createSessionView(
  opened: OpenedLink,
  { now, browserHash, standing, code, decision, confirmation, returnSignature }: Seen,
): CheckoutSession {
  const { order, merchant, link } = opened
  const { acceptance } = order
  const { role } = holderOf(opened)
  const isMasked = isStranger(opened, browserHash)
  const agreement = acceptance ? findAgreement(acceptance.agreementVersion) : undefined
  return {
    backd_order_id: order.backdOrderId,
    merchant_order_id: order.merchantOrderId,
    merchant_name: merchant.name,
    role,
    status: order.status,
    ...order.amounts,
    items: sessionItems(order, merchant.origins),
    buyer: order.billing
      ? {
          name: `${order.billing.name.first} ${order.billing.name.last}`,
          company_name: order.billing.company_name || null,
          email: isMasked || role === 'approver' ? maskEmail(order.billing.email) : order.billing.email,
        }
      : null,
    offers: order.status === 'order_created' ? offersFor(order, merchant, now) : [],
    agreement: agreement ?? currentAgreement(),
    selected: acceptance
      ? {
          offer: withApr(acceptance.offer),
          schedule: withApr(order.schedule ?? acceptance.offer),
          agreement_version: acceptance.agreementVersion,
          selected_at: acceptance.selectedAt.toISOString(),
        }
      : null,
    return_urls: link.returnUrls ? { ...link.returnUrls, backd_signature: returnSignature ?? null } : null,
    ...link.presentation,
    verification: verificationView(standing, code, now),
    decision,
    confirmation: confirmation ? { ...confirmation, email: maskEmail(confirmation.email) } : null,
    approval: approvalView(opened.approval, { role, isMasked, now }),
    expires_at: order.expiresAt.toISOString(),
  }
}

/** The day from which due dates count: today in Chicago. */
export function startDate(now: Date): CalendarDate {
  return dateInChicago(now)
}

/** Each of the merchant's plans, worked out for this order as it would be stored now. */
function offersFor(order: Order, merchant: Merchant, now: Date): SessionOffer[] {
  return merchant.plans.map((plan) =>
    createSessionOffer(plan, order.amounts.order_total_cents, startDate(now)),
  )
}

function sessionItems(order: Order, origins: readonly string[]): SessionItem[] {
  const reading = readUnitPrices(order.items, order.amounts.cart_amount_cents)
  return order.items.map((item) => ({
    display_name: item.display_name,
    sku: item.sku,
    qty: item.qty,
    line_price_cents: linePriceCents(item, reading),
    image_url: pictureUrl(item.item_image_url, origins),
  }))
}

/** A picture that the checkout may load: from a registered origin, and never by http from another machine. */
function pictureUrl(text: string | null | undefined, origins: readonly string[]): string | null {
  if (!text || !isCustomerUrl(text)) return null
  const { href, origin } = new URL(text)
  return isRegistered(origin, origins) ? href : null
}
