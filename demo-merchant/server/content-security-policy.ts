/** How a page uses Backd: by the script tag, or bundled from the npm package, which then is the page's own script. */
export type BackdFace = 'script' | 'package'

/**
 * The shop's Content-Security-Policy: nothing inline, nothing from elsewhere. The pages with the widget also let Backd
 * in, and this is all that it needs there:
 *
 *   script-src   the script, and that of the elements (script tags alone)
 *   frame-src    the checkout, shown over the page (modal)
 *   connect-src  the call that makes the order (redirect)
 *   form-action  where our server sends a form on to when the script did not come: Chromium asks for redirects, too
 */
export function contentSecurityPolicy(backdOrigin?: string, face: BackdFace = 'script'): string {
  const withBackd = (more: string) => (backdOrigin ? ` ${backdOrigin}${more}` : '')
  const scripts = ['/widget/v1/widget.js', '/widget/v1/elements.js']
  return [
    "default-src 'none'",
    `script-src 'self'${face === 'script' ? scripts.map(withBackd).join('') : ''}`,
    `connect-src 'self'${withBackd('')}`,
    `frame-src ${backdOrigin ?? "'none'"}`,
    "style-src 'self'",
    "img-src 'self'",
    `form-action 'self'${face === 'script' ? withBackd('') : ''}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
