import type { AskApproval } from '@backd/contract/api/checkout.ts'
import type { Language } from '@backd/contract/locale.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { ApiError } from '../domain/api-error.ts'
import {
  APPROVAL_LIFETIME_MS,
  type ApprovalRequest,
  HELD_AFTER_MS,
  isPending,
  MAX_APPROVALS,
  requesterOf,
  writtenText,
} from '../domain/approval.ts'
import { maskEmail } from '../domain/mask-email.ts'
import type { Order } from '../domain/order.ts'
import { decide } from '../domain/transitions.ts'
import { buyerEmailOf, holderOf, standingOf } from '../domain/verification.ts'
import { createLink, customerUrl } from './checkout-links.ts'
import { addressHashOf } from './code-secrets.ts'
import { endRunOut } from './end-run-out.ts'
import { type HeldLink, openHeldOrder } from './held-link.ts'
import { assertRoomForMail, assertRoomToAsk, lastHour } from './mail-limits.ts'
import type { Clock } from './ports/clock.ts'
import { MAIL_RETRY_S, type Mailer } from './ports/mailer.ts'
import type { ApprovalNotice, WriteApprovalMail } from './ports/notices.ts'
import type { Random } from './ports/random.ts'
import type { Repositories, Store } from './ports/store.ts'
import type { Underwriting } from './ports/underwriting.ts'
import {
  approvalPending,
  approvalsUsedUp,
  approverIsBuyer,
  decisionPending,
  notOffered,
  roleNotAllowed,
  verificationRequired,
} from './refusals.ts'
import { takeBackUnsent } from './take-back-unsent.ts'
import { browserHashOf, decisionFor, languageOf, type SpeakingVisitor, viewSession } from './view-session.ts'

export interface AskApprovalPorts {
  store: Store
  clock: Clock
  random: Random
  mailer: Mailer
  writeApprovalMail: WriteApprovalMail
  underwriting: Underwriting
  publicOrigin: string
  /** How many mails that strangers can have sent an address gets in an hour, and a buyer has sent. */
  codesPerHour: number
}

/** Who is asked, as it is kept. */
interface Wish {
  approverEmail: string
  note: string | undefined
}

/** A request that is kept and still has to be mailed. */
interface Outgoing {
  approvalId: number
  backdOrderId: string
  notice: ApprovalNotice
}

/**
 * The buyer has a colleague choose the terms. The colleague is mailed a link of their own, and the order stays open for a
 * day longer than it works. The same wish again, while it is pending, mails nothing and answers the same.
 * @throws ApiError not_found, checkout_expired, role_not_allowed, terms_already_selected, order_cancelled,
 *   verification_required, approval_pending, decision_pending, approvals_used_up, approver_is_buyer, declined,
 *   total_exceeds_limit, too_many_requests, email_undeliverable, unavailable
 */
export async function askApproval(
  ports: AskApprovalPorts,
  visitor: SpeakingVisitor,
  { approver_email: approverEmail, note }: AskApproval,
): Promise<CheckoutSession> {
  const wish = { approverEmail, note: writtenText(note) }
  const browserHash = browserHashOf(visitor.browser)
  const { session, outgoing } = await ports.store.transact(async (repositories) => {
    const all = { ...ports, ...repositories }
    const opened = await openHeldOrder(all, visitor.token)
    const language = languageOf(opened.link, visitor)
    const outgoing = await keepRequest(all, opened, browserHash, { ...wish, language })
    const approval = await repositories.approvals.last(opened.order.backdOrderId)
    const order = (await repositories.orders.find(opened.order.backdOrderId)) ?? opened.order
    const session = await viewSession(all, { ...opened, order, approval }, { browserHash, now: opened.now })
    return { session, outgoing }
  }, visitor.token)
  if (outgoing) await mail(ports, outgoing)
  return session
}

/** @returns undefined when the same wish is pending already */
async function keepRequest(
  ports: Repositories & AskApprovalPorts,
  opened: HeldLink,
  browserHash: Uint8Array | undefined,
  wish: Wish & { language: Language },
): Promise<Outgoing | undefined> {
  const { approvals, orders, codes, clock, codesPerHour } = ports
  const { merchant, approval, now } = opened
  if (isRepeat(approval, wish, opened, browserHash)) return undefined
  assertMayAsk(ports, opened, browserHash)
  const { backdOrderId } = opened.order
  if ((await approvals.count(backdOrderId)) >= MAX_APPROVALS) throw approvalsUsedUp()
  assertSomebodyElse(opened.order, wish)

  const approverHash = addressHashOf(wish.approverEmail)
  const buyerEmail = buyerEmailOf(opened.order)
  const buyerHash = buyerEmail === undefined ? undefined : addressHashOf(buyerEmail)
  const { now: createdAt, hourAgo } = lastHour(clock)
  if (buyerHash) await assertRoomToAsk({ orders, approvals }, buyerHash, hourAgo, codesPerHour)
  await assertRoomForMail({ orders, codes }, approverHash, hourAgo, codesPerHour)

  const order = await endRunOut(ports, opened, now)
  const expiresAt = new Date(now.getTime() + APPROVAL_LIFETIME_MS)
  const moved = order && (await holdOpen(ports, order, expiresAt, now))
  if (!moved) throw new Error('an order changed while it was held')
  const requestedBy = requesterOf(order)
  const request = {
    backdOrderId,
    approverEmail: wish.approverEmail,
    ...(requestedBy === undefined ? {} : { requestedBy }),
    language: wish.language,
    ...(wish.note === undefined ? {} : { note: wish.note }),
    requestedAt: now,
    expiresAt,
  }
  const approvalId = await approvals.add({ ...request, approverHash, buyerHash, createdAt })
  const { presentation } = opened.link
  const { linkTo, token } = createLink(ports.random, { now, surface: 'page', presentation, approvalId })
  await orders.addLink(linkTo(backdOrderId))
  return {
    approvalId,
    backdOrderId,
    notice: {
      to: request.approverEmail,
      language: wish.language,
      requestedBy,
      note: wish.note,
      merchantName: merchant.name,
      merchantOrderId: order.merchantOrderId,
      orderTotalCents: order.amounts.order_total_cents,
      approvalUrl: customerUrl(ports.publicOrigin, token),
      expiresAt,
    },
  }
}

/** Whether an answer was lost and the buyer asks for the same again. */
function isRepeat(
  approval: ApprovalRequest | undefined,
  wish: Wish,
  opened: HeldLink,
  browserHash: Uint8Array | undefined,
): boolean {
  return (
    holderOf(opened).role === 'buyer' &&
    standingOf(opened, browserHash).state !== 'required' &&
    isPending(approval, opened.now) &&
    approval.approverEmail.toLowerCase() === wish.approverEmail.toLowerCase() &&
    approval.note === wish.note
  )
}

function assertMayAsk(
  { underwriting }: Pick<AskApprovalPorts, 'underwriting'>,
  opened: HeldLink,
  browserHash: Uint8Array | undefined,
): void {
  const { order, approval, now } = opened
  if (holderOf(opened).role !== 'buyer') throw roleNotAllowed('buyer')
  decide('select_terms', order)
  const standing = standingOf(opened, browserHash)
  if (standing.state === 'required') throw verificationRequired()
  if (isPending(approval, now)) throw approvalPending()
  const answer = decisionFor(underwriting, opened, standing, now)
  if (answer === 'pending') throw decisionPending()
  if (answer !== 'approved') throw notOffered(answer)
}

/** @throws ApiError approver_is_buyer */
function assertSomebodyElse({ billing, customerEmail }: Order, { approverEmail }: Wish): void {
  const own = [billing?.email, customerEmail].map((email) => email?.toLowerCase())
  if (own.includes(approverEmail.toLowerCase())) throw approverIsBuyer()
}

/** The order as it waits for the colleague, and then for the buyer. */
async function holdOpen({ orders }: Repositories, order: Order, until: Date, now: Date) {
  const { backdOrderId, status } = order
  const expiresAt = new Date(Math.max(order.expiresAt.getTime(), until.getTime() + HELD_AFTER_MS))
  return await orders.compareAndSet(
    order,
    { expiresAt },
    {
      backdOrderId,
      actor: 'customer',
      type: 'approval_requested',
      from: status,
      to: status,
      data: { expires_at: until.toISOString() },
      at: now,
    },
  )
}

/**
 * A mail that nobody takes leaves nothing pending.
 * @throws ApiError email_undeliverable, unavailable
 */
async function mail(ports: AskApprovalPorts, { approvalId, backdOrderId, notice }: Outgoing): Promise<void> {
  const outcome = await ports.mailer.send(ports.writeApprovalMail(notice))
  if (outcome === 'taken') return
  await takeBackUnsent(ports, { approvalId, backdOrderId }, outcome === 'refused' ? 'refused' : 'unsent')
  if (outcome === 'failed') {
    throw new ApiError(
      'unavailable',
      'Your colleague could not be mailed just now; try again in a moment.',
      [],
      {
        retryAfterS: MAIL_RETRY_S,
      },
    )
  }
  throw new ApiError(
    'email_undeliverable',
    `No mail is taken for ${maskEmail(notice.to)}; check your colleague's address.`,
    [{ path: 'approver_email', message: 'must be an address that takes mail' }],
  )
}
