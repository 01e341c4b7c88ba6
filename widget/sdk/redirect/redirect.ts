import { type Attempt, fail, type Opening } from '../attempt.ts'
import type { ErrorData, RedirectMode } from '../types.ts'

const ANSWER_MS = 15_000

/**
 * Creates the order, then sends the customer to the checkout's own page, which brings them back to one of the order's
 * URLs. A failure without onFail sends them to order_close_url, unless the order was refused: then nobody vouches for
 * that URL.
 */
export function openRedirect(attempt: Attempt, opening: Opening, page: string): void {
  // What is not our API's answer has neither.
  const refuse = (code: ErrorData['code'] = 'NETWORK_ERROR', message = 'BackdPay could not be reached') =>
    fail(attempt, code, message, () => {
      const { order_close_url } = opening.order.mode as RedirectMode
      if (/D_O/.test(code) || !/^https?:/.test(order_close_url)) return
      const url = new URL(order_close_url)
      // Set, not appended: an older message in it must not be read in place of ours.
      url.searchParams.set('message', message)
      url.searchParams.set('code', code)
      // INVALID_ORDER, INVALID_OPTIONS: refused before the URL was looked at.
      location.assign(url)
    })

  fetch(`${page}api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(opening),
    signal: AbortSignal.timeout(ANSWER_MS),
  })
    .then((response) => response.json())
    .then(({ data, message, fail_code }) => {
      const url = data?.customer_url
      // The slash ends the authority: nothing but this very origin begins with it.
      if (!url?.startsWith(page)) refuse(fail_code, message)
      else if (attempt.callbacks) {
        attempt.conclude()
        location.assign(url)
      }
    })
    .catch(() => refuse())
}
