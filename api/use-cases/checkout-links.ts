import { createHash } from 'node:crypto'
import type { Presentation } from '@backd/contract/presentation.ts'
import type { ApprovalRequest } from '../domain/approval.ts'
import { isToken, TOKEN_BYTES } from '../domain/ids.ts'
import type { Merchant } from '../domain/merchant.ts'
import type { CheckoutLink, Surface } from '../domain/order.ts'
import type { OpenedLink } from '../domain/verification.ts'
import type { ApprovalRepository } from './ports/approvals.ts'
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
    approvalId?: number
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
      ...(facts.approvalId !== undefined ? { approvalId: facts.approvalId } : {}),
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

/**
 * The full-page checkout of a token.
 * @param merchant whose pages may show it in the modal as well: by the key the SDK knows the document to frame
 */
export function customerUrl(
  publicOrigin: string,
  token: string,
  merchant?: Pick<Merchant, 'publicKey'>,
): string {
  const path = merchant ? `${merchant.publicKey}/${token}` : token
  return `${publicOrigin}/checkout/${path}`
}

/** The URLs of a redirect mode as they are kept: serialised, so that no stray character reaches the database. */
export function returnUrlsOf(mode: { order_success_url: string; order_close_url: string }): {
  success: string
  close: string
} {
  return { success: new URL(mode.order_success_url).href, close: new URL(mode.order_close_url).href }
}

/** The link and what it leads to; undefined when the token names none. */
export async function openLink(
  { orders, merchants, approvals }: Pick<Repositories, 'orders' | 'merchants' | 'approvals'>,
  token: string,
): Promise<OpenedLink | undefined> {
  const hash = tokenHashOf(token)
  const link = hash && (await orders.findLink(hash))
  const order = link && (await orders.find(link.backdOrderId))
  const merchant = order && (await merchants.findById(order.merchantId))
  if (!link || !order || !merchant) return undefined
  // After the order: whoever changes a request gives the order a new version, so what is judged by these two and set
  // by the order's version was so at one instant.
  const approval = await findApproval(approvals, link)
  // What was approved since the order was read is told with the terms.
  const isOlder = approval?.state === 'approved' && order.status === 'order_created'
  return { link, order: (isOlder && (await orders.find(order.backdOrderId))) || order, merchant, approval }
}

/** The request that a link tells of. */
export async function findApproval(
  approvals: ApprovalRepository,
  { approvalId, backdOrderId }: CheckoutLink,
): Promise<ApprovalRequest | undefined> {
  return approvalId === undefined ? await approvals.last(backdOrderId) : await approvals.find(approvalId)
}
