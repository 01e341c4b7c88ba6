import type { Check } from '../snapshot.ts'

/** COOP and COEP: the checkout's frame asks for `credentialless`, which Safari does not know. */
export const checkIsolation: Check = ({ page, headers }) => {
  const embedder = headers?.get('cross-origin-embedder-policy')
  return page.isIsolated || /^(req|cred)/.test(embedder ?? '')
    ? [
        page.isSafari ? 'error' : 'warning',
        'Safari shows no modal on a page with Cross-Origin-Embedder-Policy.',
        "Cross-Origin-Embedder-Policy: unsafe-none; or mode: { type: 'redirect' } in Safari",
      ]
    : `The page is not isolated${headers ? '' : ', as far as it can tell: its headers could not be read'}.`
}
