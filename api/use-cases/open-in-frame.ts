import type { CheckoutOrderReply } from '@backd/contract/api/checkout.ts'
import type { Presentation } from '@backd/contract/presentation.ts'
import { hasLapsed } from '../domain/holds.ts'
import { assertPageOrigin } from '../domain/origins.ts'
import { createLink, openLink } from './checkout-links.ts'
import type { Clock } from './ports/clock.ts'
import type { Random } from './ports/random.ts'
import type { Store } from './ports/store.ts'
import type { Underwriting } from './ports/underwriting.ts'
import { checkoutExpired, unknownLink } from './refusals.ts'
import { viewSession } from './view-session.ts'

export interface OpenInFramePorts {
  store: Store
  clock: Clock
  random: Random
  underwriting: Underwriting
  publicOrigin: string
}

export interface OpenInFrameInput {
  /** Of a page's link. */
  token: string
  /** The request's Origin header. */
  origin: string | undefined
  /** The page around the frame, as the handshake told it; counts only when `origin` is our own. */
  pageOrigin: string | undefined
  /** What is null in it is as the page's link has it. */
  presentation: Presentation
}

/**
 * The modal was given a page's link, and gets a link of its own to the same order (docs/adr/0026). It has to be verified
 * anew: that the page was verified in some browser says nothing of this one. The page's link stays as it is.
 * @throws ApiError not_found, origin_not_allowed, checkout_expired
 */
export async function openInFrame(
  ports: OpenInFramePorts,
  { token, origin, pageOrigin, presentation }: OpenInFrameInput,
): Promise<CheckoutOrderReply> {
  return await ports.store.transact(async (repositories) => {
    const opened = await openLink(repositories, token)
    // A modal's own link is in no address, so nobody can have passed it on; a colleague's is for a page alone.
    if (opened?.link.surface !== 'page' || opened.link.approvalId !== undefined) throw unknownLink()
    const { order, merchant, approval, link: page } = opened
    assertPageOrigin({ origin, pageOrigin }, ports.publicOrigin, merchant.origins)
    const now = ports.clock.now(merchant)
    if (hasLapsed(order, now)) throw checkoutExpired()
    const { linkTo, token: ownToken } = createLink(ports.random, {
      now,
      surface: 'modal',
      presentation: {
        locale: presentation.locale ?? page.presentation.locale,
        appearance: presentation.appearance ?? page.presentation.appearance,
      },
    })
    const link = linkTo(order.backdOrderId)
    await repositories.orders.addLink(link)
    return {
      backd_order_id: order.backdOrderId,
      merchant_order_id: order.merchantOrderId,
      token: ownToken,
      customer_url: null,
      session: await viewSession(
        { ...ports, ...repositories },
        { order, merchant, link, approval },
        { now, browserHash: undefined },
      ),
    }
  }, token)
}
