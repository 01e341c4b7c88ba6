import type { OpenedLink } from '../domain/verification.ts'
import { openLink } from './checkout-links.ts'
import type { Clock } from './ports/clock.ts'
import type { Repositories } from './ports/store.ts'
import { assertLeadsOn, unknownLink } from './refusals.ts'

export interface HeldLink extends OpenedLink {
  /** By the merchant's clock. */
  now: Date
}

/**
 * A link that no other call changes until the transaction ends.
 * @throws ApiError not_found, checkout_expired, approval_withdrawn, approval_expired
 */
export async function openHeldLink(
  { clock, ...repositories }: Repositories & { clock: Clock },
  token: string,
): Promise<HeldLink> {
  const opened = await openLink(repositories, token)
  const link = opened && (await repositories.codes.holdLink(opened.link.tokenHash))
  if (!opened || !link) throw unknownLink()
  const now = clock.now(opened.merchant)
  assertLeadsOn(opened, now)
  return { ...opened, link, now }
}

/**
 * A link whose order no other call changes until the transaction ends, nor what colleagues were asked about it.
 * @throws ApiError not_found, checkout_expired, approval_withdrawn, approval_expired
 */
export async function openHeldOrder(
  { clock, ...repositories }: Repositories & { clock: Clock },
  token: string,
): Promise<HeldLink> {
  const found = await openLink(repositories, token)
  if (found) await repositories.orders.hold(found.order.backdOrderId)
  const opened = found && (await openLink(repositories, token))
  if (!opened) throw unknownLink()
  const now = clock.now(opened.merchant)
  assertLeadsOn(opened, now)
  return { ...opened, now }
}
