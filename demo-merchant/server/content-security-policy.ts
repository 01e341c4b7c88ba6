/** How a page uses Backd: by the script tag, or bundled from the npm package, which then is the page's own script. */
export type BackdFace = 'script' | 'package'

/**
 * The shop's Content-Security-Policy: nothing inline, nothing from elsewhere. The pages with the widget also let Backd
 * in, and this is all that it needs there:
 *
 *   script-src   the folder of the script: the elements are beside it, and what looks for the cause of a failure (script tags alone)
 *   frame-src    the checkout, shown over the page (modal)
 *   connect-src  the call that makes the order (redirect)
 *   form-action  where our server sends a form on to when the script did not come: Chromium asks for redirects, too
 */
export function contentSecurityPolicy(backdOrigin?: string, face: BackdFace = 'script'): string {
  const withBackd = (more: string) => (backdOrigin ? ` ${backdOrigin}${more}` : '')
  return [
    "default-src 'none'",
    `script-src 'self'${face === 'script' ? withBackd('/widget/v1/') : ''}`,
    `connect-src 'self'${withBackd('')}`,
    `frame-src ${backdOrigin ?? "'none'"}`,
    "style-src 'self'",
    "img-src 'self'",
    `form-action 'self'${face === 'script' ? withBackd('') : ''}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
