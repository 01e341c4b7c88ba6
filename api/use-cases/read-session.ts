import type { Presentation } from '@backd/contract/presentation.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import type { Surface } from '../domain/order.ts'
import { openLink } from './checkout-links.ts'
import type { Clock } from './ports/clock.ts'
import type { Repositories } from './ports/store.ts'
import type { Underwriting } from './ports/underwriting.ts'
import { type DeadEnd, deadEndOf } from './refusals.ts'
import { browserHashOf, type Visitor, viewSession } from './view-session.ts'

/** What a checkout token opens. */
export type SessionReading =
  | {
      kind: 'open'
      session: CheckoutSession
      /** Where its items' pictures may be loaded from: the merchant's registered origins. */
      imageOrigins: readonly string[]
    }
  /** The link leads nowhere any more; `closeUrl` is where a redirect customer may return to. */
  | { kind: 'dead_end'; end: DeadEnd; closeUrl: string | null; presentation: Presentation }
  | { kind: 'unknown' }

export type ReadSession = (visitor: Visitor) => Promise<SessionReading>

/**
 * Reads what a token opens. Reading changes nothing: a link is never used up by it.
 * @param surface of which links; unless given, of all
 */
export async function readSession(
  { store, clock, underwriting }: { store: Repositories; clock: Clock; underwriting: Underwriting },
  { token, browser }: Visitor,
  surface?: Surface,
): Promise<SessionReading> {
  const opened = await openLink(store, token)
  if (!opened || (surface && opened.link.surface !== surface)) return { kind: 'unknown' }
  const { merchant, link } = opened
  const now = clock.now(merchant)
  const end = deadEndOf(opened, now)
  if (end) {
    const closeUrl = link.returnUrls?.close ?? null
    return { kind: 'dead_end', end, closeUrl, presentation: link.presentation }
  }
  const session = await viewSession({ underwriting, clock, ...store }, opened, {
    now,
    browserHash: browserHashOf(browser),
  })
  return { kind: 'open', session, imageOrigins: merchant.origins }
}
