import { createHash } from 'node:crypto'
import type { CheckoutBoot } from '@backd/contract/session.ts'

/** The built checkout, ready to be served with any boot. */
export interface CheckoutDocument {
  /** CSP sources of its inline scripts: `'sha256-…'`. */
  scriptSources: string[]
  styleSources: string[]
  /** The whole document, told by its boot what to show. */
  render(boot: CheckoutBoot): string
}

/** A comment, or a script or style element with its attributes and content, in the order a browser meets them. */
const PARTS = /<!--[\s\S]*?-->|<(script|style)\b([^>]*)>([\s\S]*?)<\/\1\s*>/gi

/**
 * Reads widget/dist/checkout/index.html: finds the boot element and hashes the inline scripts and styles, which the
 * Content-Security-Policy then allows and nothing else.
 * @throws Error when the file is not the checkout
 */
export function readCheckoutDocument(file: string): CheckoutDocument {
  // Browsers hash what they parsed, and parsing turns CR LF into LF.
  const html = file.replace(/\r\n?/g, '\n')
  const scriptSources: string[] = []
  const styleSources: string[] = []
  let boot: { start: number; end: number } | undefined

  for (const { index, 0: whole, 1: name, 2: attributes = '', 3: content = '' } of html.matchAll(PARTS)) {
    if (name === undefined || /\ssrc\s*=/i.test(attributes)) continue
    if (name.toLowerCase() === 'style') {
      styleSources.push(sourceOf(content))
    } else if (/\sid="backd-boot"/.test(attributes)) {
      const start = index + whole.indexOf('>') + 1
      boot = { start, end: start + content.length }
    } else if (!/\stype="[^"]*json"/i.test(attributes)) {
      assertPlain(content)
      scriptSources.push(sourceOf(content))
    }
  }
  if (!boot || scriptSources.length === 0) {
    throw new Error(
      'the checkout document has no <script id="backd-boot"> or no inline script: build it with "npm run build"',
    )
  }

  const before = html.slice(0, boot.start)
  const after = html.slice(boot.end)
  return { scriptSources, styleSources, render: (value) => before + toScriptJson(value) + after }
}

/** JSON that cannot end its script element or open a comment in it; U+2028 and U+2029 are no line ends in it either. */
function toScriptJson(value: CheckoutBoot): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** In a script, "<!--" and then "<script" make a browser pass over the next end tag (HTML, "script data double escaped"). */
function assertPlain(script: string): void {
  if (/<!--[\s\S]*<script/i.test(script)) {
    throw new Error(
      'the checkout script contains "<!--" and "<script", so browsers would not end it where we do',
    )
  }
}

function sourceOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}
