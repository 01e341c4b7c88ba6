import { ApiError } from '../domain/api-error.ts'
import type { Clock } from './ports/clock.ts'
import { ON_TIME } from './ports/clock.ts'
import type { MailAttempt } from './ports/codes.ts'
import type { Repositories } from './ports/store.ts'

const HOUR_MS = 3_600_000

/**
 * A mail that our server failed to pass on does not count for its address, which would else have to wait for our fault.
 * But it may have arrived all the same, and each try is work: so many times what an address gets are tried.
 */
const ATTEMPTS_PER_MAIL = 4

/** The last hour by the machine's clock, which no merchant can put forward. */
export function lastHour(clock: Clock): { now: Date; hourAgo: Date } {
  const now = clock.now(ON_TIME)
  return { now, hourAgo: new Date(now.getTime() - HOUR_MS) }
}

/**
 * An address gets so many mails an hour that strangers can have sent: codes, and requests to approve. Holds the address
 * until the transaction ends: two calls at once would else both find room for one more.
 * @throws ApiError too_many_requests
 */
export async function assertRoomForMail(
  { orders, codes }: Pick<Repositories, 'orders' | 'codes'>,
  addressHash: Uint8Array,
  hourAgo: Date,
  perHour: number,
): Promise<void> {
  await orders.lock(`codes:${Buffer.from(addressHash).toString('hex')}`)
  const tried = await codes.mailedSince(addressHash, hourAgo)
  const sent = tried.filter(({ isFailed }) => !isFailed)
  const wait = waitFor(timesOf(sent), hourAgo, perHour)
  if (wait) throw tooMany(`This address was sent ${perHour} mails within an hour`, wait)
  const attempts = perHour * ATTEMPTS_PER_MAIL
  const longWait = waitFor(timesOf(tried), hourAgo, attempts)
  if (longWait) throw tooMany(`Mail to this address was tried ${attempts} times within an hour`, longWait)
}

/**
 * A buyer asks so many colleagues an hour, over all orders; whoever verified one address could else mail anybody.
 * @throws ApiError too_many_requests
 */
export async function assertRoomToAsk(
  { orders, approvals }: Pick<Repositories, 'orders' | 'approvals'>,
  buyerHash: Uint8Array,
  hourAgo: Date,
  perHour: number,
): Promise<void> {
  await orders.lock(`asks:${Buffer.from(buyerHash).toString('hex')}`)
  const wait = waitFor(await approvals.askedSince(buyerHash, hourAgo), hourAgo, perHour)
  if (wait) throw tooMany(`You have asked ${perHour} times within an hour`, wait)
}

const timesOf = (attempts: readonly MailAttempt[]) => attempts.map(({ at }) => at)

/** @returns how many seconds it takes until there is room; undefined when there is */
function waitFor(sent: readonly Date[], hourAgo: Date, perHour: number): number | undefined {
  const inTheWay = sent.at(-perHour)
  if (!inTheWay || sent.length < perHour) return undefined
  return Math.max(1, Math.ceil((inTheWay.getTime() - hourAgo.getTime()) / 1000))
}

function tooMany(what: string, seconds: number): ApiError {
  const message = `${what}; the next can be sent in ${Math.ceil(seconds / 60)} minutes.`
  return new ApiError('too_many_requests', message, [], { retryAfterS: seconds })
}
