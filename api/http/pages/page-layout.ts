import { createHash } from 'node:crypto'
import { type Html, html, trustedHtml } from './html.ts'

/** The colours are the checkout's (widget/checkout/styles/tokens.css). */
const BASE_STYLES = `
:root {
  color-scheme: light dark;
  --surface: #fff; --ground: #f4f7f5; --ink: #14211d; --ink-soft: #51605a; --line: #dfe6e2;
  --accent: #0d5c4b; --accent-tint: #eaf5f1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --surface: #18221f; --ground: #0c1311; --ink: #e9f0ed; --ink-soft: #a5b4ae; --line: #29352f;
    --accent: #63c7ab; --accent-tint: #152b25;
  }
}
*, ::before, ::after { box-sizing: border-box }
html { background: var(--ground); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
  font: 400 100%/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
body { margin: 0 auto; max-width: 46rem; padding: clamp(1rem, 4vw, 2.5rem) clamp(1rem, 4vw, 2rem) 3rem; font-size: .9375rem }
h1, h2, p, ul, ol, dl, dd, pre { margin: 0; padding: 0 }
h1 { font-size: 1.5rem; font-weight: 650; line-height: 1.25; letter-spacing: -.015em; text-wrap: balance; overflow-wrap: anywhere }
a { color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: .25rem }
.soft { color: var(--ink-soft) }
`

/** A page of ours: its document, and the CSP source of its one style element. */
export interface Page {
  document: string
  styleSource: string
}

/** A small server-rendered page: no script, one inline style sheet, the system's font, light and dark. */
export function renderPage({ title, styles, body }: { title: string; styles: string; body: Html }): Page {
  const css = BASE_STYLES + styles
  const { text } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trustedHtml(css)}</style>
</head>
<body>
${body}
</body>
</html>
`
  return { document: text, styleSource: `'sha256-${createHash('sha256').update(css).digest('base64')}'` }
}
