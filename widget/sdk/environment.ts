import { findUrlFault } from '@backd/contract/url.ts'
import type { Fault } from './attempt.ts'
import type { WidgetOptions } from './types.ts'

const origins = {
  production: 'https://checkout.backd.com',
  sandbox: 'https://sandbox.checkout.backd.com',
}

/** Where the checkout of the npm package lives, or why the options do not say so. The script tag needs none of this. */
export function findCheckoutOrigin(options: Partial<WidgetOptions>): { origin: string; fault?: Fault } {
  const { environment = 'production', checkoutOrigin } = options
  if (checkoutOrigin !== undefined) {
    const fault = findUrlFault(String(checkoutOrigin))
    if (fault) return { origin: '', fault: ['INVALID_OPTIONS', `checkoutOrigin ${fault}`] }
    return { origin: new URL(checkoutOrigin).origin }
  }
  if (!Object.hasOwn(origins, environment)) {
    return { origin: '', fault: ['INVALID_OPTIONS', 'environment must be "sandbox" or "production"'] }
  }
  return { origin: origins[environment] }
}
