import type { CheckoutDocument } from './checkout-document.ts'

/**
 * The checkout's Content-Security-Policy: its own inline script and styles by hash, later chunks and calls on its own
 * origin, and nothing else, so that even markup that slipped into the page could load, send or submit nothing.
 * @param frameAncestors whose pages may show it
 * @param imageOrigins where the order's pictures may come from: the merchant's registered origins
 */
export function createPolicy(
  document: CheckoutDocument,
  frameAncestors: string,
  imageOrigins: readonly string[] = [],
): string {
  return [
    `default-src 'none'`,
    `script-src ${document.scriptSources.join(' ')} 'self'`,
    `style-src ${document.styleSources.join(' ') || `'none'`}`,
    `connect-src 'self'`,
    ["img-src 'self' data:", ...imageOrigins.filter(isSource)].join(' '),
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors ${frameAncestors}`,
  ].join('; ')
}

/** A merchant's origins as a source list. One that would break out of the list is left out. */
export function ancestorsOf(origins: readonly string[]): string {
  return origins.filter(isSource).join(' ') || `'none'`
}

function isSource(origin: string): boolean {
  return /^https?:\/\/[^\s;,'"*]+$/.test(origin)
}

const always = {
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/**
 * The modal's document. It may be put into pages of other origins (frame-ancestors says which), also into those that
 * are cross-origin isolated, which ask for CORP and COEP. Not `require-corp`, under which the merchant's pictures would
 * need a header of their own.
 */
export const modalHeaders = {
  ...always,
  'cross-origin-embedder-policy': 'credentialless',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'strict-origin',
}

/** The page's document: its address holds the token and its text the order, so neither is kept, passed on or framed. */
export const pageHeaders = {
  ...always,
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
}
