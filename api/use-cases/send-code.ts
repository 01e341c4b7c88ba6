import type { Language } from '@backd/contract/locale.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { ApiError } from '../domain/api-error.ts'
import { maskEmail } from '../domain/mask-email.ts'
import type { Merchant } from '../domain/merchant.ts'
import type { Order } from '../domain/order.ts'
import { CODE_LIFETIME_MS, isUsable, resendAt, standingOf } from '../domain/verification.ts'
import { addressHashOf, drawCode, macOf } from './code-secrets.ts'
import { type HeldLink, openHeldLink } from './held-link.ts'
import { assertRoomForMail, lastHour } from './mail-limits.ts'
import { type Clock, ON_TIME } from './ports/clock.ts'
import { MAIL_RETRY_S, type Mailer } from './ports/mailer.ts'
import type { WriteCodeMail } from './ports/notices.ts'
import type { Random } from './ports/random.ts'
import type { Repositories, Store } from './ports/store.ts'
import type { Underwriting } from './ports/underwriting.ts'
import { browserHashOf, languageOf, mintBrowser, type SpeakingVisitor, viewSession } from './view-session.ts'

export interface SendCodePorts {
  store: Store
  clock: Clock
  random: Random
  mailer: Mailer
  writeCodeMail: WriteCodeMail
  underwriting: Underwriting
  /** How many mails an address is sent in an hour, whatever the orders. */
  codesPerHour: number
}

/** A code that is kept and still has to be mailed. */
interface Outgoing {
  id: number
  code: string
  to: string
  language: Language
  order: Order
  merchant: Merchant
}

export interface CodeSending {
  session: CheckoutSession
  /** What the browser has to send when the code is entered; undefined where it has that already, and in the modal. */
  browser: string | undefined
}

/**
 * Mails a code to the customer's address. Within half a minute of the last one it sends nothing and answers the same; so
 * it does when no code is needed. The code is kept before it is mailed, so that one which arrives can be entered. A page
 * gets a new cookie with each code: one that somebody else put there does not outlive it.
 * @throws ApiError not_found, checkout_expired, too_many_requests, email_undeliverable, unavailable
 */
export async function sendCode(ports: SendCodePorts, visitor: SpeakingVisitor): Promise<CodeSending> {
  const browserHash = browserHashOf(visitor.browser)
  const { session, outgoing, isPage } = await ports.store.transact(async (repositories) => {
    const opened = await openHeldLink({ ...ports, ...repositories }, visitor.token)
    const made = await makeCode(ports, repositories, opened, visitor)
    const view = await viewSession({ ...ports, ...repositories }, opened, { browserHash, now: opened.now })
    const isPage = opened.link.surface === 'page' && view.verification.state === 'required'
    return { session: view, outgoing: made, isPage }
  }, visitor.token)
  if (outgoing) await mail(ports, outgoing)
  const isNew = isPage && (outgoing !== undefined || !browserHash)
  return { session, browser: isNew ? mintBrowser(ports.random) : undefined }
}

/** @returns undefined when no code is to be sent */
async function makeCode(
  { clock, random, codesPerHour }: SendCodePorts,
  repositories: Repositories,
  opened: HeldLink,
  visitor: SpeakingVisitor,
): Promise<Outgoing | undefined> {
  const { link, order, merchant, now } = opened
  const { token, browser } = visitor
  const standing = standingOf(opened, browserHashOf(browser))
  if (standing.state !== 'required') return undefined
  const { codes } = repositories
  const last = await codes.last(link.tokenHash)
  if (last && isUsable(last, now) && now < resendAt(last)) return undefined

  const addressHash = addressHashOf(standing.email)
  const { now: realNow, hourAgo } = lastHour(clock)
  await assertRoomForMail(repositories, addressHash, hourAgo, codesPerHour)

  const code = drawCode(random)
  const id = await codes.add(
    {
      tokenHash: link.tokenHash,
      addressHash,
      mac: macOf(code, token),
      sentAt: now,
      expiresAt: new Date(now.getTime() + CODE_LIFETIME_MS),
      createdAt: realNow,
    },
    hourAgo,
  )
  return { id, code, to: standing.email, language: languageOf(link, visitor), order, merchant }
}

/** @throws ApiError email_undeliverable, unavailable */
async function mail(
  ports: SendCodePorts,
  { id, code, to, language, order, merchant }: Outgoing,
): Promise<void> {
  const outcome = await ports.mailer.send(
    ports.writeCodeMail({
      to,
      language,
      code,
      merchantName: merchant.name,
      orderTotalCents: order.amounts.order_total_cents,
    }),
  )
  if (outcome === 'taken') return
  await ports.store.codes.refuse(id, outcome === 'failed' ? ports.clock.now(ON_TIME) : undefined)
  if (outcome === 'failed') {
    throw new ApiError('unavailable', 'The code could not be sent just now; try again in a moment.', [], {
      retryAfterS: MAIL_RETRY_S,
    })
  }
  throw new ApiError(
    'email_undeliverable',
    `No mail is taken for ${maskEmail(to)}; check the address with the shop.`,
  )
}
