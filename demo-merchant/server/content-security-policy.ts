/**
 * The shop's Content-Security-Policy: nothing inline, nothing from elsewhere. The checkout page alone also lets Backd in,
 * and this is all that Backd's widget needs there:
 *
 *   script-src   the one script
 *   frame-src    the checkout, shown over the page (modal)
 *   connect-src  the call that makes the order (redirect)
 */
export function contentSecurityPolicy(backdOrigin?: string): string {
  const withBackd = (more: string) => (backdOrigin ? ` ${backdOrigin}${more}` : '')
  return [
    "default-src 'none'",
    `script-src 'self'${withBackd('/widget/v1/widget.js')}`,
    `connect-src 'self'${withBackd('')}`,
    `frame-src ${backdOrigin ?? "'none'"}`,
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
