import type { SelectTerms } from '@backd/contract/api/checkout.ts'
import type { Language } from '@backd/contract/locale.ts'
import { createOffer, type Offer } from '@backd/contract/plans.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { currentAgreement } from '../domain/agreement.ts'
import { ApiError } from '../domain/api-error.ts'
import { isPending } from '../domain/approval.ts'
import { assertWithinOrderLimit } from '../domain/limits.ts'
import { startDate } from '../domain/session-view.ts'
import { decide } from '../domain/transitions.ts'
import { holderOf, type OpenedLink, standingOf } from '../domain/verification.ts'
import { findApproval, openLink } from './checkout-links.ts'
import { dueAt } from './confirm-again.ts'
import { type ConfirmPorts, confirmByMail, noticesOf } from './confirm-by-mail.ts'
import { endRunOut } from './end-run-out.ts'
import { claimMerchantOrderId } from './make-order.ts'
import type { Clock } from './ports/clock.ts'
import type { Repositories, Store } from './ports/store.ts'
import type { Underwriting } from './ports/underwriting.ts'
import {
  approvalNotPending,
  approvalPending,
  assertLeadsOn,
  decisionPending,
  notOffered,
  unknownLink,
  verificationRequired,
} from './refusals.ts'
import { awaitTurn, supersedeSiblings } from './supersede-siblings.ts'
import { untilDecided } from './until-decided.ts'
import { browserHashOf, decisionFor, languageOf, type SpeakingVisitor, viewSession } from './view-session.ts'

export interface SelectTermsPorts extends ConfirmPorts {
  store: Store
  clock: Clock
  underwriting: Underwriting
}

/** What the transaction came to; `isNew` when it was this call that moved the order. */
interface Selection {
  session: CheckoutSession
  opened: OpenedLink
  isNew: boolean
}

/**
 * The customer selects payment terms (CONTRACT section 3, first row). They are bound only to what they were shown: when
 * dates, total or agreement have moved since, nothing is stored. A confirmation is mailed after the commit, once; a mail
 * that fails fails nothing.
 * While a colleague is asked to choose, they alone can (docs/adr/0024).
 * @throws ApiError not_found, checkout_expired, approval_withdrawn, approval_expired, approval_not_pending,
 *   terms_already_selected, order_cancelled, verification_required, approval_pending, decision_pending, offer_changed, duplicate_merchant_order_id, total_exceeds_limit, declined
 */
export async function selectTerms(
  ports: SelectTermsPorts,
  visitor: SpeakingVisitor,
  chosen: SelectTerms,
): Promise<CheckoutSession> {
  const { token, browser } = visitor
  let backdOrderId = ''
  const { session, opened, isNew } = await ports.store.transact(
    (repositories) =>
      untilDecided(
        async () => {
          const opened = await openLink(repositories, token)
          if (!opened) throw unknownLink()
          ;({ backdOrderId } = opened.order)
          const seen = {
            browserHash: browserHashOf(browser),
            language: languageOf(opened.link, visitor),
            now: ports.clock.now(opened.merchant),
          }
          return await attempt({ ...ports, ...repositories }, opened, chosen, seen)
        },
        () => repositories.orders.hold(backdOrderId),
      ),
    token,
  )
  if (!isNew) return session
  const state = (await confirmByMail(ports, opened)) ? 'sent' : 'failed'
  return { ...session, confirmation: session.confirmation && { ...session.confirmation, state } }
}

/** @returns undefined when another call changed the order in the meantime */
async function attempt(
  ports: Repositories & Pick<SelectTermsPorts, 'underwriting' | 'clock'>,
  opened: OpenedLink,
  chosen: SelectTerms,
  seen: { browserHash: Uint8Array | undefined; language: Language; now: Date },
): Promise<Selection | undefined> {
  const { orders, approvals, confirmations, underwriting, clock } = ports
  const { merchant, approval } = opened
  const { now } = seen
  const { role, email } = holderOf(opened)
  await awaitTurn(ports, opened)
  assertLeadsOn(opened, now)
  // Who has declined is told so, also when the buyer has chosen the same since.
  if (role === 'approver' && approval?.state === 'declined') throw approvalNotPending()
  const order = await endRunOut(ports, opened, now)
  if (!order) return undefined
  const decision = decide('select_terms', order, order.acceptance?.offer.plan_id === chosen.plan_id)
  if (decision.kind === 'replay') {
    return { session: await viewSession(ports, opened, seen), opened, isNew: false }
  }
  const standing = standingOf(opened, seen.browserHash)
  if (standing.state === 'required') throw verificationRequired()
  if (role === 'buyer' && isPending(approval, now)) throw approvalPending()
  const answer = decisionFor(underwriting, opened, standing, now)
  if (answer === 'pending') throw decisionPending()

  const plan = merchant.plans.find(({ id }) => id === chosen.plan_id)
  const offer = plan && createOffer(plan, order.amounts.order_total_cents, startDate(now))
  const agreementVersion = currentAgreement().version
  if (!plan || !offer || !isAsShown(offer, agreementVersion, chosen)) throw offerChanged()
  await claimMerchantOrderId(orders, merchant, order.merchantOrderId, now, order)
  assertWithinOrderLimit(order.amounts.order_total_cents, merchant)
  if (answer !== 'approved') throw notOffered(answer)

  const moved = await orders.compareAndSet(
    order,
    {
      status: decision.to,
      schedule: offer,
      acceptance: {
        plan,
        offer,
        agreementVersion,
        selectedAt: now,
        language: seen.language,
        totalCents: order.amounts.order_total_cents,
        ...(role === 'approver' && email !== undefined ? { agreedBy: email } : {}),
      },
    },
    {
      backdOrderId: order.backdOrderId,
      actor: 'customer',
      type: 'terms_selected',
      from: order.status,
      to: decision.to,
      data: {
        plan_id: offer.plan_id,
        total_cents: offer.total_cents,
        agreement_version: agreementVersion,
        by: role,
        verified: standing.state === 'done',
      },
      at: now,
    },
  )
  if (!moved) return undefined
  if (noticesOf(moved).length > 0) {
    await confirmations.add({ backdOrderId: moved.backdOrderId, dueAt: dueAt(clock) })
  }
  await supersedeSiblings(ports, opened, now)
  if (role === 'approver' && approval) await approvals.close(approval.id, { state: 'approved', at: now })
  const agreed = { ...opened, order: moved, approval: await findApproval(approvals, opened.link) }
  return { session: await viewSession(ports, agreed, seen), opened: agreed, isNew: true }
}

function isAsShown(offer: Offer, agreementVersion: string, shown: SelectTerms): boolean {
  return (
    offer.starts_on === shown.starts_on &&
    offer.total_cents === shown.total_cents &&
    agreementVersion === shown.agreement_version
  )
}

function offerChanged(): ApiError {
  return new ApiError(
    'offer_changed',
    'These terms are no longer what they were when they were shown; look at the current ones and choose again.',
  )
}
