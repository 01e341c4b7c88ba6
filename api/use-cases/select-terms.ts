import type { SelectTerms } from '@backd/contract/api/checkout.ts'
import { createOffer, type Offer } from '@backd/contract/plans.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { currentAgreement } from '../domain/agreement.ts'
import { ApiError } from '../domain/api-error.ts'
import { hasLapsed } from '../domain/holds.ts'
import { assertWithinOrderLimit } from '../domain/limits.ts'
import { startDate } from '../domain/session-view.ts'
import { decide } from '../domain/transitions.ts'
import { type OpenedLink, openLink } from './checkout-links.ts'
import { claimMerchantOrderId } from './make-order.ts'
import type { Clock } from './ports/clock.ts'
import type { Repositories, Store } from './ports/store.ts'
import type { Underwriting } from './ports/underwriting.ts'
import { checkoutExpired, unknownLink } from './refusals.ts'
import { untilDecided } from './until-decided.ts'
import { browserHashOf, type Visitor, viewSession } from './view-session.ts'

/**
 * The customer selects payment terms (CONTRACT section 3, first row). They are bound only to what they were shown: when
 * dates, total or agreement have moved since, nothing is stored.
 * @throws ApiError not_found, checkout_expired, terms_already_selected, order_cancelled, offer_changed,
 *   duplicate_merchant_order_id, total_exceeds_limit
 */
export async function selectTerms(
  { store, clock, underwriting }: { store: Store; clock: Clock; underwriting: Underwriting },
  { token, browser }: Visitor,
  chosen: SelectTerms,
): Promise<CheckoutSession> {
  let backdOrderId = ''
  return await store.transact(
    (repositories) =>
      untilDecided(
        async () => {
          const opened = await openLink(repositories, token)
          if (!opened) throw unknownLink()
          ;({ backdOrderId } = opened.order)
          const seen = { browserHash: browserHashOf(browser), now: clock.now(opened.merchant) }
          return await attempt({ ...repositories, underwriting }, opened, chosen, seen)
        },
        () => repositories.orders.hold(backdOrderId),
      ),
    token,
  )
}

/** @returns undefined when another call changed the order in the meantime */
async function attempt(
  { orders, underwriting }: Repositories & { underwriting: Underwriting },
  opened: OpenedLink,
  chosen: SelectTerms,
  seen: { browserHash: Uint8Array | undefined; now: Date },
): Promise<CheckoutSession | undefined> {
  const { order, merchant } = opened
  const { now } = seen
  if (hasLapsed(order, now)) throw checkoutExpired()
  const decision = decide('select_terms', order, order.acceptance?.offer.plan_id === chosen.plan_id)
  if (decision.kind === 'replay') return await viewSession(underwriting, opened, seen)

  const plan = merchant.plans.find(({ id }) => id === chosen.plan_id)
  const offer = plan && createOffer(plan, order.amounts.order_total_cents, startDate(now))
  const agreementVersion = currentAgreement().version
  if (!plan || !offer || !isAsShown(offer, agreementVersion, chosen)) throw offerChanged()
  await claimMerchantOrderId(orders, merchant, order.merchantOrderId, now, order)
  assertWithinOrderLimit(order.amounts.order_total_cents, merchant)

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
        totalCents: order.amounts.order_total_cents,
      },
    },
    {
      backdOrderId: order.backdOrderId,
      actor: 'customer',
      type: 'terms_selected',
      from: order.status,
      to: decision.to,
      data: { plan_id: offer.plan_id, total_cents: offer.total_cents, agreement_version: agreementVersion },
      at: now,
    },
  )
  return moved && (await viewSession(underwriting, { ...opened, order: moved }, seen))
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
