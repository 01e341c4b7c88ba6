import type { CheckoutSession } from '@backd/contract/session.ts'
import { approvalStateAt, writtenText } from '../domain/approval.ts'
import { decide } from '../domain/transitions.ts'
import { buyerEmailOf, holderOf, standingOf } from '../domain/verification.ts'
import { findApproval } from './checkout-links.ts'
import { type HeldLink, openHeldOrder } from './held-link.ts'
import { type NotifyPorts, notifyCustomer } from './notify-customer.ts'
import type { Clock } from './ports/clock.ts'
import type { WriteDeclinedMail } from './ports/notices.ts'
import type { Repositories, Store } from './ports/store.ts'
import type { Underwriting } from './ports/underwriting.ts'
import { approvalNotPending, roleNotAllowed, verificationRequired } from './refusals.ts'
import { browserHashOf, type Visitor, viewSession } from './view-session.ts'

export interface WithdrawApprovalPorts {
  store: Store
  clock: Clock
  underwriting: Underwriting
}

export interface DeclineApprovalPorts extends NotifyPorts, WithdrawApprovalPorts {
  store: Store
  writeDeclinedMail: WriteDeclinedMail
}

/** How a request ends without terms. */
type End = { state: 'withdrawn' } | { state: 'declined'; reason: string | undefined }

interface Ended {
  session: CheckoutSession
  opened: HeldLink
  /** Whether it was this call that ended it. */
  isNew: boolean
}

/**
 * The buyer takes the order back from the colleague, whose link then leads nowhere. Done again it answers the same.
 * @throws ApiError not_found, checkout_expired, role_not_allowed, terms_already_selected, order_cancelled,
 *   verification_required, approval_not_pending
 */
export async function withdrawApproval(
  ports: WithdrawApprovalPorts,
  visitor: Visitor,
): Promise<CheckoutSession> {
  return (await end(ports, visitor, { state: 'withdrawn' })).session
}

/**
 * The colleague chooses no terms. The buyer is mailed after the commit, once; a mail that fails fails nothing. Done again
 * it answers the same, and the first reason stays.
 * @throws ApiError not_found, checkout_expired, approval_withdrawn, approval_expired, role_not_allowed,
 *   terms_already_selected, order_cancelled, verification_required, approval_not_pending
 */
export async function declineApproval(
  ports: DeclineApprovalPorts,
  visitor: Visitor,
  reason: string | null | undefined,
): Promise<CheckoutSession> {
  const written = writtenText(reason)
  const { session, opened, isNew } = await end(ports, visitor, { state: 'declined', reason: written })
  const { order, merchant, approval } = opened
  const to = buyerEmailOf(order)
  if (!isNew || !approval || to === undefined) return session
  await notifyCustomer(ports, merchant, order, { notice: 'approval_declined' }, () =>
    ports.writeDeclinedMail({
      to,
      language: approval.language,
      declinedBy: approval.approverEmail,
      reason: written,
      merchantName: merchant.name,
      merchantOrderId: order.merchantOrderId,
      orderTotalCents: order.amounts.order_total_cents,
    }),
  )
  return session
}

async function end(ports: WithdrawApprovalPorts, visitor: Visitor, how: End): Promise<Ended> {
  const browserHash = browserHashOf(visitor.browser)
  return await ports.store.transact(async (repositories) => {
    const all = { ...ports, ...repositories }
    const opened = await openHeldOrder(all, visitor.token)
    const isNew = await close(repositories, opened, browserHash, how)
    const approval = await findApproval(repositories.approvals, opened.link)
    const session = await viewSession(all, { ...opened, approval }, { browserHash, now: opened.now })
    return { session, opened, isNew }
  }, visitor.token)
}

/** @returns false when it had ended so before */
async function close(
  { orders, approvals }: Repositories,
  opened: HeldLink,
  browserHash: Uint8Array | undefined,
  how: End,
): Promise<boolean> {
  const { order, approval, now } = opened
  const role = how.state === 'withdrawn' ? 'buyer' : 'approver'
  if (holderOf(opened).role !== role) throw roleNotAllowed(role)
  const state = approval && approvalStateAt(approval, now)
  // A colleague's answer stands, whatever became of the order since.
  if (!(role === 'approver' && state === 'declined')) decide('select_terms', order)
  if (standingOf(opened, browserHash).state === 'required') throw verificationRequired()
  if (state === how.state) return false
  if (!approval || state !== 'pending') throw approvalNotPending()
  const { backdOrderId, status } = order
  const moved = await orders.compareAndSet(
    order,
    {},
    {
      backdOrderId,
      actor: 'customer',
      type: how.state === 'withdrawn' ? 'approval_withdrawn' : 'approval_declined',
      from: status,
      to: status,
      data: how.state === 'withdrawn' ? {} : { with_reason: how.reason !== undefined },
      at: now,
    },
  )
  if (!moved) throw new Error('an order changed while it was held')
  await approvals.close(approval.id, { ...how, at: now })
  return true
}
