import type { CheckoutSession, Verification } from '@backd/contract/session.ts'
import type { ApprovalRequest } from './approval.ts'
import { maskEmail } from './mask-email.ts'
import type { Merchant } from './merchant.ts'
import type { CheckoutLink, Order } from './order.ts'

/** "Verify it is you": the holder of a checkout link enters a code that was mailed to the customer (docs/adr/0022). */

/** How long a code may be entered. */
export const MAX_CODE_AGE_MINUTES = 10
export const CODE_LIFETIME_MS = MAX_CODE_AGE_MINUTES * 60_000
/** How many wrong codes are taken before a new one has to be sent. */
export const MAX_CODE_TRIES = 5
/** How soon after a code another may be sent. */
export const RESEND_AFTER_MS = 30_000

/** The last code that a link's holder was sent. The digits are not kept. */
export interface SentCode {
  id: number
  /** HMAC-SHA-256 of the digits under the link's token. */
  mac: Uint8Array
  /** How many wrong ones were entered. */
  tries: number
  sentAt: Date
  expiresAt: Date
}

/** A link with what it leads to. `approval`: of an approver's link its own request, else the order's last one. */
export interface OpenedLink {
  link: CheckoutLink
  order: Order
  merchant: Merchant
  approval?: ApprovalRequest | undefined
}

/** Who holds a link, and the address that a code for them goes to; undefined when none is known. */
export interface Holder {
  role: CheckoutSession['role']
  email: string | undefined
}

export function holderOf({ link, order, approval }: Omit<OpenedLink, 'merchant'>): Holder {
  return link.approvalId === undefined
    ? { role: 'buyer', email: buyerEmailOf(order) }
    : { role: 'approver', email: approval?.approverEmail }
}

export function buyerEmailOf(order: Pick<Order, 'billing' | 'customerEmail'>): string | undefined {
  return order.billing?.email ?? order.customerEmail
}

/** How a link's holder stands: only with `required` in the way nothing can be selected. */
export type Standing =
  | { state: 'not_needed' }
  | { state: 'required'; email: string; reason: 'first' | 'other_browser' }
  | { state: 'done'; email: string; since: Date }

/**
 * An approver is verified whatever the merchant says: their link came by mail, and they commit a company.
 * @param browserHash of the cookie that came with the request, if one did
 */
export function standingOf(opened: OpenedLink, browserHash: Uint8Array | undefined): Standing {
  const { order, merchant, link, approval } = opened
  const { role, email } = holderOf(opened)
  const isAsked = role === 'approver' ? approval?.state === 'pending' : merchant.verifyCustomer
  if (order.status !== 'order_created' || !isAsked || email === undefined) return { state: 'not_needed' }
  if (!link.verified) return { state: 'required', email, reason: 'first' }
  if (!isVerifiedIn(link, browserHash)) return { state: 'required', email, reason: 'other_browser' }
  return { state: 'done', email, since: link.verified.at }
}

/** Whether a link's holder has still to show who they are before they read what is personal, at whatever status. */
export function isStranger(opened: OpenedLink, browserHash: Uint8Array | undefined): boolean {
  const { role, email } = holderOf(opened)
  const isJudged = role === 'approver' || (opened.merchant.verifyCustomer && email !== undefined)
  return isJudged && !isVerifiedIn(opened.link, browserHash)
}

/** A page's link counts as verified in one browser alone; a modal's, which is in no address, wherever it is. */
export function isVerifiedIn(
  { verified, surface }: CheckoutLink,
  browserHash: Uint8Array | undefined,
): boolean {
  if (!verified || surface === 'modal') return verified !== undefined
  return sameBytes(verified.browserHash, browserHash)
}

/** Both are hashes, so how long it takes tells nothing. */
function sameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one?.length === other?.length && one?.every((byte, index) => byte === other?.[index]) === true
}

/** Whether a code may still be entered. One that was sent at a time which has been taken back never may. */
export function isUsable(code: SentCode, now: Date): boolean {
  return code.tries < MAX_CODE_TRIES && code.sentAt <= now && now < code.expiresAt
}

/** When another may be sent in place of a code that can still be entered. */
export function resendAt({ sentAt }: Pick<SentCode, 'sentAt'>): Date {
  return new Date(sentAt.getTime() + RESEND_AFTER_MS)
}

/** A standing as the checkout reads it. */
export function verificationView(standing: Standing, code: SentCode | undefined, now: Date): Verification {
  if (standing.state === 'not_needed') return { state: 'not_needed' }
  const email = maskEmail(standing.email)
  if (standing.state === 'done') return { state: 'done', email }
  return {
    state: 'required',
    email,
    reason: standing.reason,
    code:
      code && isUsable(code, now)
        ? {
            sent_at: code.sentAt.toISOString(),
            resend_at: resendAt(code).toISOString(),
            expires_at: code.expiresAt.toISOString(),
          }
        : null,
  }
}
