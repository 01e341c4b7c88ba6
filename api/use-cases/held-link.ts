import { hasLapsed } from '../domain/holds.ts'
import { type OpenedLink, openLink } from './checkout-links.ts'
import type { Clock } from './ports/clock.ts'
import type { Repositories } from './ports/store.ts'
import { checkoutExpired, unknownLink } from './refusals.ts'

export interface HeldLink extends OpenedLink {
  /** By the merchant's clock. */
  now: Date
}

/**
 * A link that no other call changes until the transaction ends.
 * @throws ApiError not_found, checkout_expired
 */
export async function openHeldLink(
  { clock, ...repositories }: Repositories & { clock: Clock },
  token: string,
): Promise<HeldLink> {
  const opened = await openLink(repositories, token)
  const link = opened && (await repositories.codes.holdLink(opened.link.tokenHash))
  if (!opened || !link) throw unknownLink()
  const now = clock.now(opened.merchant)
  if (hasLapsed(opened.order, now)) throw checkoutExpired()
  return { ...opened, link, now }
}
