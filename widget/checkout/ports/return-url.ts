import { isCustomerUrl } from '@backd/contract/url.ts'

/**
 * Adds parameters to a merchant's return URL (CONTRACT section 1). The merchant's own query and hash survive byte for
 * byte: URLSearchParams would write `?q=a%20b&flag` anew as `?q=a+b&flag=`. Our own names are ours: one that is there
 * already is replaced, or the merchant would read the older of two.
 *
 * @returns null when the URL is not one that a customer may be sent to (contract/url.ts)
 */
export function addParameters(target: string, parameters: Record<string, string>): string | null {
  if (!isCustomerUrl(target)) return null
  const url = new URL(target)
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !Object.hasOwn(parameters, nameOf(pair)))
  url.search = [...kept, new URLSearchParams(parameters)].join('&')
  return url.href
}

function nameOf(pair: string): string {
  return new URLSearchParams(pair).keys().next().value ?? ''
}
