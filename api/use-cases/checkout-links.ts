import { createHash } from 'node:crypto'
import type { Presentation } from '@backd/contract/presentation.ts'
import { isToken, TOKEN_BYTES } from '../domain/ids.ts'
import type { Merchant } from '../domain/merchant.ts'
import type { CheckoutLink, Order, Surface } from '../domain/order.ts'
import type { Random } from './ports/random.ts'
import type { Repositories } from './ports/store.ts'

/** A new link, with the token that only its holder will know, to the checkout of whichever order is made with it. */
export function createLink(
  random: Random,
  facts: {
    now: Date
    surface: Surface
    presentation: Presentation
    returnUrls?: CheckoutLink['returnUrls']
  },
): { token: string; linkTo: (backdOrderId: string) => CheckoutLink } {
  const token = Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url')
  return {
    token,
    linkTo: (backdOrderId) => ({
      tokenHash: hashToken(token),
      backdOrderId,
      createdAt: facts.now,
      surface: facts.surface,
      presentation: facts.presentation,
      ...(facts.returnUrls ? { returnUrls: facts.returnUrls } : {}),
    }),
  }
}

/** What is kept of a token. */
function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest()
}

/** The hash to look a token up by; undefined when the text is no token at all. */
export function tokenHashOf(text: string): Uint8Array | undefined {
  return isToken(text) ? hashToken(text) : undefined
}

/** The full-page checkout of a token. */
export function customerUrl(publicOrigin: string, token: string): string {
  return `${publicOrigin}/checkout/${token}`
}

/** The URLs of a redirect mode as they are kept: serialised, so that no stray character reaches the database. */
export function returnUrlsOf(mode: { order_success_url: string; order_close_url: string }): {
  success: string
  close: string
} {
  return { success: new URL(mode.order_success_url).href, close: new URL(mode.order_close_url).href }
}

export interface OpenedLink {
  link: CheckoutLink
  order: Order
  merchant: Merchant
}

/** The link, its order and its merchant; undefined when the token names none. */
export async function openLink(repositories: Repositories, token: string): Promise<OpenedLink | undefined> {
  const hash = tokenHashOf(token)
  const link = hash && (await repositories.orders.findLink(hash))
  const order = link && (await repositories.orders.find(link.backdOrderId))
  const merchant = order && (await repositories.merchants.findById(order.merchantId))
  return link && order && merchant ? { link, order, merchant } : undefined
}
