import type { FastifyInstance } from 'fastify'
import { createRefusal } from '../error-mapping.ts'
import type { IsUnavailable } from '../errors.ts'
import { describeFault } from '../fault-log.ts'
import { html } from './html.ts'
import { renderPage } from './page-layout.ts'

const styles = `
body { display: grid; min-height: 100vh; align-content: center; max-width: 34rem }
main { display: grid; gap: .625rem }
.brand { font-weight: 700; color: var(--accent) }
`

/**
 * A page that only says something: its headers and its document. It may be shown in any frame, so that it is read where
 * the checkout would have been; there is nothing on it to click.
 */
export function renderMessage(title: string, message: string) {
  const { document, styleSource } = renderPage({
    title,
    styles,
    body: html`<main>
<p class="brand">BackdPay</p>
<h1>${title}</h1>
<p class="soft">${message}</p>
</main>`,
  })
  return {
    document,
    headers: {
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src ${styleSource}; img-src data:; base-uri 'none'; form-action 'none'`,
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  }
}

/** Failures of these routes are read by people in a browser: they get the envelope's sentence as a page. */
export function answerFailuresWithPages(app: FastifyInstance, isUnavailable: IsUnavailable): void {
  app.setErrorHandler((error, request, reply) => {
    const { envelope, headers, isFault } = createRefusal(error, isUnavailable)
    if (isFault) request.log.error({ fault: describeFault(error) }, 'The page failed')
    const { code } = envelope.status
    const page =
      code >= 500
        ? renderMessage(
            'This page can’t be shown right now',
            'Nothing was changed or lost. Please load it again in a moment.',
          )
        : renderMessage('This page can’t be shown', envelope.message)
    return reply.code(code).headers(headers).headers(page.headers).send(page.document)
  })
}
