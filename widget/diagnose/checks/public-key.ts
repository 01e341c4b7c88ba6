import type { Check } from '../snapshot.ts'
import { isKeyRefused, isOriginRefused, unasked } from './refusal.ts'

/** Whether Backd knows the merchant's public key. */
export const checkPublicKey: Check = (seen) => {
  const { key, merchant, origin } = seen
  if (!key) return ['warning', 'No public key was found.', "diagnose({ publicKey: '...' })"]
  if (isKeyRefused(seen)) {
    return [
      'error',
      `${origin} knows no public key "${key}".`,
      'order.merchant.public_api_key: sandbox and production have keys of their own',
    ]
  }
  return merchant === 'success' || isOriginRefused(seen) ? 'Backd knows the public key.' : unasked(seen)
}
