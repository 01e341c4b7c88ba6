import { type End, fail } from '../attempt.ts'
import type { ErrorData, Order, RedirectMode } from '../types.ts'

const ANSWER_MS = 15_000

/**
 * Creates the order, then sends the customer to the checkout's own page, which brings them back to one of the order's
 * URLs. A failure without onFail sends them to order_close_url, unless the order was refused: then nobody vouches for
 * that URL.
 */
export function openRedirect(signal: AbortSignal, end: End, order: Order, origin: string): void {
  const refuse = (code: ErrorData['code'], message = 'BackdPay could not be reached') =>
    fail(end, code, message, () => {
      const url = new URL((order.mode as RedirectMode).order_close_url)
      // Set, not appended: an older message in it must not be read in place of ours.
      url.searchParams.set('message', message)
      url.searchParams.set('code', code)
      if (code !== 'INVALID_ORDER') location.assign(url)
    })

  fetch(`${origin}/checkout/api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ order }),
    signal: AbortSignal.timeout(ANSWER_MS),
  })
    .then((response) => response.json())
    .then(({ data, message, status: { type } }) => {
      const url = data?.customer_url
      // The slash ends the authority: nothing but this very origin begins with it.
      if (!url?.startsWith(`${origin}/`))
        refuse(toFailCode(type), url ? `customer_url must be on ${origin}` : message)
      else if (!signal.aborted) {
        end()
        location.assign(url)
      }
    })
    .catch(() => refuse('NETWORK_ERROR'))
}

/** The API's machine code as the merchant's page hears it: most are the same word. */
function toFailCode(type: string): ErrorData['code'] {
  if (type === 'unauthorized') return 'INVALID_PUBLIC_KEY'
  if (type === 'invalid_request') return 'INVALID_ORDER'
  return /^(origin|amounts|total_e|dup)/.test(type)
    ? (type.toUpperCase() as ErrorData['code'])
    : 'SERVICE_ERROR'
}
