import { findUrlFault } from '@backd/contract/url.ts'
import { ApiError } from './api-error.ts'

/**
 * Origins are compared as whole texts, as browsers serialise them: scheme, host and port, so that
 * https://shop.example.evil.com or another port is another origin.
 */
export function isRegistered(origin: string, registered: readonly string[]): boolean {
  return registered.includes(origin)
}

/** Why a text can't be registered as an origin, or undefined. */
export function findOriginFault(text: string): string | undefined {
  if (text.includes('*')) return 'must be one origin without *; name each origin by itself'
  const fault = findUrlFault(text)
  if (fault) return fault
  const { origin } = new URL(text)
  return text === origin ? undefined : `must be an origin alone, written ${origin}`
}

/** The refusal that tells a developer which origin to register. */
export function originNotAllowed(origin: string | undefined): ApiError {
  return new ApiError('origin_not_allowed', whyNotAllowed(origin))
}

function whyNotAllowed(origin: string | undefined): string {
  if (origin === undefined) {
    return 'The request names no page origin; orders made with the public key alone come from a registered page.'
  }
  // What browsers send for a page that has no origin of its own: there is nothing to register.
  if (origin === 'null') {
    return (
      'A page in a sandboxed frame or from a file:// address cannot open the checkout; ' +
      'open it from a page on a registered origin.'
    )
  }
  return `The page at ${origin} may not open this merchant's checkout; register ${origin} as one of its origins.`
}

/**
 * The origin of the page that asks for an order, if its merchant registered it.
 *
 * The modal is on our own origin and names its host page in `pageOrigin`; every other page is named by the browser in
 * the Origin header, and whatever it says of itself in the body counts for nothing.
 * @throws ApiError origin_not_allowed
 */
export function assertPageOrigin(
  asked: { origin: string | undefined; pageOrigin: string | undefined },
  ours: string,
  registered: readonly string[],
): void {
  const page = asked.origin === ours ? (asked.pageOrigin ?? ours) : asked.origin
  if (page === undefined || !isRegistered(page, registered)) throw originNotAllowed(page)
}
