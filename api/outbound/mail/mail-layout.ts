import type { Language } from '@backd/contract/locale.ts'
import { escapeHtml } from '../../domain/html.ts'

/** The parts of a mail: texts, which are escaped here, and HTML. */
export interface MailParts {
  language: Language
  title: string
  /** What a mail client shows beside the subject. */
  preview: string
  heading: string
  /** HTML below the heading. */
  body: string
  /** Below the card. */
  footer: string
}

/**
 * A mail's HTML. Tables and styles in attributes, as mail clients want them; the style element only adds what some
 * leave out: the dark scheme and narrow screens. Nothing is loaded from anywhere, so that opening it tells nobody.
 */
export function renderMail({ language, body, ...texts }: MailParts): string {
  const title = escapeHtml(texts.title)
  const preview = escapeHtml(texts.preview)
  const heading = escapeHtml(texts.heading)
  const footer = escapeHtml(texts.footer)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .card { padding: 24px 20px !important; }
}
@media (prefers-color-scheme: dark) {
  .ground { background-color: #0c1311 !important; }
  .card { background-color: #18221f !important; border-color: #29352f !important; }
  .ink { color: #e9f0ed !important; }
  .soft { color: #a5b4ae !important; }
  .row { border-color: #29352f !important; }
  .accent { color: #63c7ab !important; }
  .button { background-color: #63c7ab !important; }
  .button a { color: #04231b !important; }
}
</style>
</head>
<body class="ground" style="margin:0;padding:0;background-color:#f4f7f5;">
<div style="display:none;max-height:0;overflow:hidden;">${preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="ground" style="background-color:#f4f7f5;">
<tr><td align="center" style="padding:32px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;${font}">
<tr><td class="accent" style="padding:0 4px 16px;font-size:18px;font-weight:700;letter-spacing:-0.01em;color:#0d5c4b;">BackdPay</td></tr>
<tr><td class="card" style="padding:36px 36px 32px;background-color:#ffffff;border:1px solid #dfe6e2;border-radius:12px;">
<h1 class="ink" style="margin:0 0 12px;font-size:22px;line-height:1.3;font-weight:650;letter-spacing:-0.01em;color:#14211d;overflow-wrap:anywhere;text-wrap:balance;">${heading}</h1>
${body}
</td></tr>
<tr><td class="soft" style="padding:20px 4px 0;font-size:13px;line-height:1.55;color:#51605a;overflow-wrap:anywhere;">${footer}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

const font = `font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;`

/** A paragraph of text. */
export function lead(text: string): string {
  return `<p class="soft" style="margin:0 0 24px;font-size:15px;line-height:1.55;color:#51605a;">${escapeHtml(text)}</p>`
}

/** A small print below what a mail is about. */
export function note(text: string): string {
  return smallPrint(escapeHtml(text))
}

function smallPrint(html: string): string {
  return `<p class="soft" style="margin:24px 0 0;font-size:13px;line-height:1.55;color:#51605a;">${html}</p>`
}

/** What somebody wrote: lines of plain text, as they stand. */
export function quote(lines: readonly string[]): string {
  return `<blockquote class="ink row" style="margin:0 0 24px;padding:4px 0 4px 16px;border-inline-start:3px solid #dfe6e2;font-size:15px;line-height:1.55;color:#14211d;overflow-wrap:anywhere;">${lines.map(escapeHtml).join('<br>')}</blockquote>`
}

/** The one thing to do, and its address for those to whom a button is no use, with a sentence that says so. */
export function action(label: string, url: string, noButton: string): string {
  const href = escapeHtml(url)
  return `<table role="presentation" cellpadding="0" cellspacing="0"><tr>
<td class="button" style="background-color:#0d5c4b;border-radius:6px;"><a href="${href}" target="_blank" style="display:inline-block;padding:14px 26px;font-size:16px;font-weight:600;line-height:1.25;color:#ffffff;text-decoration:none;">${escapeHtml(label)}</a></td>
</tr></table>
${smallPrint(`${escapeHtml(noButton)}<br><a href="${href}" target="_blank" class="accent" style="color:#0d5c4b;overflow-wrap:anywhere;word-break:break-all;">${href}</a>`)}`
}

export type Fact = readonly [label: string, value: string]

/** Facts below each other: a label on the left, a value on the right. @param amount what the mail is about, set larger */
export function facts(rows: readonly Fact[], amount?: Fact): string {
  const drawn = rows.map(([label, value]) => row(label, escapeHtml(value)))
  if (amount) drawn.unshift(row(amount[0], large(amount[1])))
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="${font}margin:0 0 28px;">
${drawn.join('\n')}
</table>`
}

function large(text: string): string {
  return `<strong style="font-size:20px;letter-spacing:-0.01em;">${escapeHtml(text)}</strong>`
}

function row(label: string, value: string): string {
  return `<tr>
<td class="soft row" valign="baseline" style="padding:12px 16px 12px 0;border-top:1px solid #dfe6e2;font-size:14px;line-height:1.45;color:#51605a;white-space:nowrap;">${escapeHtml(label)}</td>
<td class="ink row" valign="baseline" align="right" style="padding:12px 0;border-top:1px solid #dfe6e2;font-size:14px;line-height:1.45;color:#14211d;overflow-wrap:anywhere;">${value}</td>
</tr>`
}
