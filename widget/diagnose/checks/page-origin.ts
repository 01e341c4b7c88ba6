import type { Check } from '../snapshot.ts'
import { isKeyRefused, isOriginRefused, unasked } from './refusal.ts'

/** Whether the merchant registered the page's origin. */
export const checkPageOrigin: Check = (seen) => {
  const { origin } = seen.page
  if (isOriginRefused(seen)) {
    return [
      'error',
      `${origin} is not registered for this public key.`,
      // Which the others are is not for any page to know. The setting takes the place of all, so they are to be named with it.
      `Register exactly ${origin} with Backd; in a sandbox of your own: SANDBOX_ORIGINS=<the others>,${origin}`,
    ]
  }
  if (seen.merchant === 'success') return `${origin} is registered.`
  return unasked(seen, isKeyRefused(seen) ? 'PUBLIC_KEY' : undefined)
}
