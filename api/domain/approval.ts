import type { Language } from '@backd/contract/locale.ts'
import type { Approval, ApprovalState, CheckoutSession } from '@backd/contract/session.ts'
import { maskEmail } from './mask-email.ts'
import type { Order } from './order.ts'

/** "Hand it to the approver": a buyer has a colleague choose the terms of their order (docs/adr/0024). */

/** How long the colleague's link works. */
export const APPROVAL_LIFETIME_MS = 7 * 86_400_000
/** How long the order stays open after it, so that the buyer can ask again, or choose. */
export const HELD_AFTER_MS = 86_400_000
/** How often colleagues may be asked about one order. */
export const MAX_APPROVALS = 5

/**
 * As it is kept: `expired` only once somebody came across it, so ask `approvalStateAt`. Of the last two no mail came to
 * be: `refused` by the server for the address, `unsent` because no server was there.
 */
export const keptApprovalStates = [
  'pending',
  'approved',
  'declined',
  'withdrawn',
  'expired',
  'refused',
  'unsent',
] as const
export type KeptApprovalState = (typeof keptApprovalStates)[number]

/** One time that a colleague was asked. */
export interface ApprovalRequest {
  id: number
  backdOrderId: string
  state: KeptApprovalState
  approverEmail: string
  /** Whose wish it is, for the colleague to read; absent when no name and no address is known. */
  requestedBy?: string
  /** Of the buyer's checkout, in which both are mailed. */
  language: Language
  note?: string
  /** Why it was declined. */
  reason?: string
  /** By the merchant's clock, as all its times are. */
  requestedAt: Date
  expiresAt: Date
  /** When it was approved, declined or withdrawn. */
  decidedAt?: Date
}

/** How a request stands; undefined for one that reached nobody. */
export function approvalStateAt(
  { state, expiresAt }: Pick<ApprovalRequest, 'state' | 'expiresAt'>,
  now: Date,
): ApprovalState | undefined {
  if (state === 'refused' || state === 'unsent') return undefined
  return state === 'pending' && expiresAt <= now ? 'expired' : state
}

/** Whether a colleague has the order in hand. */
export function isPending(approval: ApprovalRequest | undefined, now: Date): approval is ApprovalRequest {
  return approval !== undefined && approvalStateAt(approval, now) === 'pending'
}

/** A request that ran out and is still kept as pending. */
export function hasRunOut(approval: ApprovalRequest | undefined, now: Date): approval is ApprovalRequest {
  return approval?.state === 'pending' && !isPending(approval, now)
}

/** Joe Doe (Acme): whose wish a colleague reads; the address, if that is known, where no name is. */
export function requesterOf({ billing, customerEmail }: Order): string | undefined {
  const { name, company_name: company, email = customerEmail } = billing ?? {}
  const person = name && `${name.first} ${name.last}`
  if (!isSeen(person)) return isSeen(company) ? company : email
  return isSeen(company) ? `${person} (${company})` : person
}

/** Whether a reader sees anything of it: texts of invisible characters alone are taken, as all texts are. */
function isSeen(text: string | null | undefined): text is string {
  return /[^\s\p{C}\p{DI}\u2800]/u.test(text ?? '')
}

/** What somebody wrote, as it is kept; undefined when that is nothing. */
export function writtenText(text: string | null | undefined): string | undefined {
  const written = text?.replace(/\r\n?/g, '\n').trim()
  return written ? written : undefined
}

/**
 * A request as the holder of a link reads it.
 * @param isMasked whether the holder has still to show who they are
 */
export function approvalView(
  approval: ApprovalRequest | undefined,
  { role, isMasked, now }: { role: CheckoutSession['role']; isMasked: boolean; now: Date },
): Approval | null {
  const state = approval && approvalStateAt(approval, now)
  if (!state) return null
  const { approverEmail, requestedBy, note, reason, requestedAt, expiresAt, decidedAt } = approval
  return {
    state,
    approver_email: role === 'buyer' && !isMasked ? approverEmail : maskEmail(approverEmail),
    requested_by: requesterView(requestedBy, isMasked),
    note: isMasked ? null : (note ?? null),
    reason: isMasked ? null : (reason ?? null),
    requested_at: requestedAt.toISOString(),
    expires_at: expiresAt.toISOString(),
    decided_at: decidedAt?.toISOString() ?? null,
  }
}

/** A name as it is; an address, which stands for one and is no two words, masked as every address is. */
function requesterView(requestedBy: string | undefined, isMasked: boolean): string | null {
  if (!isSeen(requestedBy)) return null
  return isMasked && /^\S+@\S+$/.test(requestedBy) ? maskEmail(requestedBy) : requestedBy
}
