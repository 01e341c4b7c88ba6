import type { Check } from '../snapshot.ts'
import { isKeyRefused, isOriginRefused, unasked } from './refusal.ts'

/** Whether the merchant registered the page's origin. */
export const checkPageOrigin: Check = (seen) => {
  const { origin } = seen.page
  if (isOriginRefused(seen)) {
    return [
      'error',
      `${origin} is not registered for this public key.`,
      `Register ${origin} with Backd; in a sandbox of your own: SANDBOX_ORIGINS=${origin}`,
    ]
  }
  if (seen.merchant === 'success') return `${origin} is registered.`
  return unasked(seen, isKeyRefused(seen) ? 'PUBLIC_KEY' : undefined)
}
