import { createHash } from 'node:crypto'
import type { Language } from '@backd/contract/locale.ts'
import type { CheckoutSession, Decision } from '@backd/contract/session.ts'
import { isToken, TOKEN_BYTES } from '../domain/ids.ts'
import { chooseLanguage } from '../domain/language.ts'
import type { CheckoutLink } from '../domain/order.ts'
import { createSessionView } from '../domain/session-view.ts'
import { type OpenedLink, type Standing, standingOf } from '../domain/verification.ts'
import { confirmationOf } from './confirm-by-mail.ts'
import { type Clock, ON_TIME } from './ports/clock.ts'
import type { CodeRepository } from './ports/codes.ts'
import type { MerchantRepository } from './ports/merchants.ts'
import type { OrderListRepository } from './ports/order-lists.ts'
import type { Random } from './ports/random.ts'
import type { Underwriting } from './ports/underwriting.ts'
import { signReturn } from './sign-return.ts'

/** Who asks: the token of their link, and the browser's own cookie when it came along. */
export interface Visitor {
  token: string
  browser: string | undefined
}

/** A visitor to whom somebody may be mailed. */
export interface SpeakingVisitor extends Visitor {
  /** What their browser asks for, the most wanted first. */
  languages: readonly string[]
}

/** In what language a link's checkout is read: the merchant's wish, else the browser's (docs/adr/0023). */
export function languageOf(
  { presentation }: Pick<CheckoutLink, 'presentation'>,
  { languages }: Pick<SpeakingVisitor, 'languages'>,
): Language {
  return chooseLanguage([presentation.locale, ...languages])
}

/** A new value for a browser's cookie. */
export function mintBrowser(random: Random): string {
  return Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url')
}

/** What is kept of a browser's cookie; undefined for a text that we never gave out. */
export function browserHashOf(browser: string | undefined): Uint8Array | undefined {
  if (browser === undefined || !isToken(browser)) return undefined
  return createHash('sha256').update(browser).digest()
}

/** What a session is worked out with. */
export interface ViewPorts {
  underwriting: Underwriting
  codes: Pick<CodeRepository, 'last'>
  orderLists: Pick<OrderListRepository, 'findEvents'>
  merchants: Pick<MerchantRepository, 'findCredentials'>
  clock: Clock
}

/** The session of a link as its holder may see it now. */
export async function viewSession(
  ports: ViewPorts,
  opened: OpenedLink,
  { browserHash, now }: { browserHash: Uint8Array | undefined; now: Date },
): Promise<CheckoutSession> {
  const { underwriting, codes, orderLists } = ports
  const standing = standingOf(opened, browserHash)
  const { backdOrderId, acceptance } = opened.order
  return createSessionView(opened, {
    now,
    standing,
    browserHash,
    code: standing.state === 'required' ? await codes.last(opened.link.tokenHash) : undefined,
    decision: decisionFor(underwriting, opened, standing, now),
    confirmation: acceptance && confirmationOf(opened, await orderLists.findEvents(backdOrderId)),
    returnSignature: await returnSignatureOf(ports, opened),
  })
}

/** Only for who has finished and goes back to a page. */
async function returnSignatureOf(
  { merchants, clock }: ViewPorts,
  { link, order, merchant }: OpenedLink,
): Promise<string | undefined> {
  if (!link.returnUrls || !order.acceptance) return undefined
  const found = await merchants.findCredentials(merchant.publicKey)
  return found && signReturn(order, found.secretHash, clock.now(ON_TIME))
}

/** Before its holder is verified, a link tells nothing of what Backd thinks of the customer. */
export function decisionFor(
  underwriting: Underwriting,
  { order, merchant, link, approval }: OpenedLink,
  standing: Standing,
  now: Date,
): Decision {
  if (order.status !== 'order_created') return 'approved'
  // Nothing is left to decide for a colleague who has declined, verified or not.
  if (link.approvalId !== undefined && approval?.state !== 'pending') return 'approved'
  if (standing.state === 'required') return 'pending'
  const since = standing.state === 'done' ? standing.since : link.createdAt
  return underwriting.decide({ order, merchant, since, now })
}
