import type { Check } from '../snapshot.ts'

/** COOP and COEP: the checkout's frame asks for `credentialless`, which Safari does not know. */
export const checkIsolation: Check = ({ page, headers }) => {
  const embedder = headers?.get('cross-origin-embedder-policy')
  if (page.isIsolated || /^(req|cred)/.test(embedder ?? '')) {
    return [
      page.isSafari ? 'error' : 'warning',
      'Safari shows no modal on a page with Cross-Origin-Embedder-Policy.',
      "Cross-Origin-Embedder-Policy: unsafe-none; or mode: { type: 'redirect' } in Safari",
    ]
  }
  return headers
    ? 'The page is not isolated.'
    : ['warning', "The page's headers could not be read.", "Allow HEAD, and connect-src 'self'"]
}
