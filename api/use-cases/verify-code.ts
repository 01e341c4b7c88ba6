import type { CheckoutSession } from '@backd/contract/session.ts'
import { ApiError } from '../domain/api-error.ts'
import type { CheckoutLink } from '../domain/order.ts'
import { isUsable, MAX_CODE_TRIES, type SentCode, standingOf } from '../domain/verification.ts'
import { isCode } from './code-secrets.ts'
import { openHeldLink } from './held-link.ts'
import type { Clock } from './ports/clock.ts'
import type { Random } from './ports/random.ts'
import type { Repositories, Store } from './ports/store.ts'
import type { Underwriting } from './ports/underwriting.ts'
import { browserHashOf, mintBrowser, type Visitor, viewSession } from './view-session.ts'

export interface VerifyCodePorts {
  store: Store
  clock: Clock
  random: Random
  underwriting: Underwriting
  /** In the sandbox, a code that is always right. */
  testCode: string | undefined
}

export interface Verified {
  session: CheckoutSession
  /** What the browser has to send from now on; undefined in the modal, which is verified by its link alone. */
  browser: string | undefined
}

/**
 * The holder of a link enters the code that was mailed to the customer's address. A wrong one counts, also when many are
 * tried at once: the link is held while one is judged, and the count is stored although the call is refused.
 * @throws ApiError not_found, checkout_expired, code_expired, code_wrong
 */
export async function verifyCode(ports: VerifyCodePorts, visitor: Visitor, code: string): Promise<Verified> {
  const result = await ports.store.transact(async (repositories) => {
    const opened = await openHeldLink({ ...ports, ...repositories }, visitor.token)
    const { link, now } = opened
    const view = { ...ports, ...repositories }
    const browserHash = browserHashOf(visitor.browser)
    if (standingOf(opened, browserHash).state !== 'required') {
      return { session: await viewSession(view, opened, { browserHash, now }), browser: undefined }
    }
    const refusal = await judge({ ...ports, ...repositories }, link, { code, token: visitor.token, now })
    if (refusal) return refusal
    // Given when the code was sent, so that an answer which is lost leaves the browser verified all the same.
    const browser = link.surface === 'page' ? (visitor.browser ?? mintBrowser(ports.random)) : undefined
    const hash = browserHashOf(browser)
    const verified = { at: now, ...(hash ? { browserHash: hash } : {}) }
    await repositories.codes.verifyLink(link.tokenHash, verified)
    const session = await viewSession(
      view,
      { ...opened, link: { ...link, verified } },
      { browserHash: hash, now },
    )
    return { session, browser }
  }, visitor.token)
  if (result instanceof ApiError) throw result
  return result
}

/** @returns why the code is not taken; it is counted then, or, when it is the right one, spent */
async function judge(
  { codes, testCode }: Repositories & Pick<VerifyCodePorts, 'testCode'>,
  link: CheckoutLink,
  { code, token, now }: { code: string; token: string; now: Date },
): Promise<ApiError | undefined> {
  const last = await codes.last(link.tokenHash)
  const isTestCode = testCode !== undefined && code === testCode
  if (!isTestCode && !(last && isUsable(last, now))) return codeExpired(last)
  if (last && (isTestCode || isCode(code, token, last.mac))) {
    await codes.setTries(last.id, MAX_CODE_TRIES)
    return undefined
  }
  if (!last) return undefined
  await codes.setTries(last.id, last.tries + 1)
  return codeWrong(MAX_CODE_TRIES - last.tries - 1)
}

function codeExpired(last: SentCode | undefined): ApiError {
  const why = !last
    ? 'No code was sent for this checkout yet'
    : last.tries >= MAX_CODE_TRIES
      ? 'This code was entered wrongly too often'
      : 'This code is too old'
  return new ApiError('code_expired', `${why}; ask for a new one.`)
}

function codeWrong(left: number): ApiError {
  const rest = left === 0 ? 'ask for a new one' : `you can try ${left} more ${left === 1 ? 'time' : 'times'}`
  return new ApiError('code_wrong', `This is not the code that was sent; ${rest}.`, [
    { path: 'code', message: 'is not the code that was sent', tries_left: left },
  ])
}
