import type { Check } from '../snapshot.ts'
import { isBlocked } from './directive.ts'

/** Whether Backd is where the script came from, or where the npm package was told that it is. */
export const checkScriptOrigin: Check = (seen) => {
  const { origin, merchant, frame, scripts } = seen
  if (merchant === 'foreign') {
    return [
      'error',
      `What answers at ${origin} is not Backd.`,
      scripts.length
        ? 'Load the script from Backd, not a copy: <script src="https://checkout.backd.com/widget/v1/widget.js">'
        : "environment: 'production' or 'sandbox', or Backd's own origin as checkoutOrigin",
    ]
  }
  return merchant === 'unreachable' && frame === 'silent' && !isBlocked(seen, 'connect-src')
    ? [
        'error',
        `${origin} does not answer this browser.`,
        `Open ${origin}/healthz in a tab: what blocks it there blocks it here`,
      ]
    : `Backd is at ${origin}.`
}
