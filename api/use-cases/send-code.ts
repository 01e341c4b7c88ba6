import type { CheckoutSession } from '@backd/contract/session.ts'
import { ApiError } from '../domain/api-error.ts'
import type { Merchant } from '../domain/merchant.ts'
import type { Order } from '../domain/order.ts'
import { CODE_LIFETIME_MS, isUsable, maskEmail, resendAt, standingOf } from '../domain/verification.ts'
import { addressHashOf, drawCode, macOf } from './code-secrets.ts'
import { type HeldLink, openHeldLink } from './held-link.ts'
import { type Clock, ON_TIME } from './ports/clock.ts'
import type { Mailer } from './ports/mailer.ts'
import type { WriteCodeMail } from './ports/notices.ts'
import type { Random } from './ports/random.ts'
import type { Repositories, Store } from './ports/store.ts'
import type { Underwriting } from './ports/underwriting.ts'
import { browserHashOf, type Visitor, viewSession } from './view-session.ts'

export interface SendCodePorts {
  store: Store
  clock: Clock
  random: Random
  mailer: Mailer
  writeCodeMail: WriteCodeMail
  underwriting: Underwriting
  /** How many codes an address is sent in an hour, whatever the orders. */
  codesPerHour: number
}

const HOUR_MS = 3_600_000
/** A mail server that is away is seldom back within the seconds that the database is given. */
const MAIL_RETRY_S = 10

/** A code that is kept and still has to be mailed. */
interface Outgoing {
  id: number
  code: string
  to: string
  order: Order
  merchant: Merchant
}

/**
 * Mails a code to the customer's address. Within half a minute of the last one it sends nothing and answers the same; so
 * it does when no code is needed. The code is kept before it is mailed, so that one which arrives can be entered.
 * @throws ApiError not_found, checkout_expired, too_many_requests, email_undeliverable, unavailable
 */
export async function sendCode(ports: SendCodePorts, visitor: Visitor): Promise<CheckoutSession> {
  const browserHash = browserHashOf(visitor.browser)
  const { session, outgoing } = await ports.store.transact(async (repositories) => {
    const opened = await openHeldLink({ ...ports, ...repositories }, visitor.token)
    const made = await makeCode(ports, repositories, opened, visitor)
    const view = await viewSession({ ...ports, ...repositories }, opened, { browserHash, now: opened.now })
    return { session: view, outgoing: made }
  }, visitor.token)
  if (outgoing) await mail(ports, outgoing)
  return session
}

/** @returns undefined when no code is to be sent */
async function makeCode(
  { clock, random, codesPerHour }: SendCodePorts,
  { codes, orders }: Repositories,
  opened: HeldLink,
  { token, browser }: Visitor,
): Promise<Outgoing | undefined> {
  const { link, order, merchant, now } = opened
  const standing = standingOf(opened, browserHashOf(browser))
  if (standing.state !== 'required') return undefined
  const last = await codes.last(link.tokenHash)
  if (last && isUsable(last, now) && now < resendAt(last)) return undefined

  const addressHash = addressHashOf(standing.email)
  // Two links at once would else both find room for one more.
  await orders.lock(`codes:${Buffer.from(addressHash).toString('hex')}`)
  const realNow = clock.now(ON_TIME)
  const hourAgo = new Date(realNow.getTime() - HOUR_MS)
  const sent = await codes.sentSince(addressHash, hourAgo)
  const inTheWay = sent.at(-codesPerHour)
  if (inTheWay && sent.length >= codesPerHour) {
    throw tooManyCodes(codesPerHour, inTheWay.getTime() - hourAgo.getTime())
  }

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
  return { id, code, to: standing.email, order, merchant }
}

/** @throws ApiError email_undeliverable, unavailable */
async function mail(ports: SendCodePorts, { id, code, to, order, merchant }: Outgoing): Promise<void> {
  const outcome = await ports.mailer.send(
    ports.writeCodeMail({
      to,
      code,
      merchantName: merchant.name,
      orderTotalCents: order.amounts.order_total_cents,
    }),
  )
  if (outcome === 'taken') return
  await ports.store.codes.refuse(id)
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

function tooManyCodes(max: number, waitMs: number): ApiError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new ApiError(
    'too_many_requests',
    `This address was sent ${max} codes within an hour; the next can be sent in ${Math.ceil(seconds / 60)} minutes.`,
    [],
    { retryAfterS: seconds },
  )
}
