import { escapeHtml } from '../../domain/html.ts'

/** What the mail says, each a single line of plain text. */
export interface OrderLinkFacts {
  merchant: string
  order: string
  total: string
  openUntil: string
  url: string
}

/**
 * The mail's HTML. Tables and styles in attributes, as mail clients want them; the style element only adds what some
 * leave out: the dark scheme and narrow screens. Nothing is loaded from anywhere, so that opening it tells nobody.
 */
export function renderOrderLinkHtml(facts: OrderLinkFacts): string {
  const merchant = escapeHtml(facts.merchant)
  const total = escapeHtml(facts.total)
  const url = escapeHtml(facts.url)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>Choose your payment terms</title>
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
<div style="display:none;max-height:0;overflow:hidden;">${total} from ${merchant}. You owe nothing before you confirm.</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="ground" style="background-color:#f4f7f5;">
<tr><td align="center" style="padding:32px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;${font}">
<tr><td class="accent" style="padding:0 4px 16px;font-size:18px;font-weight:700;letter-spacing:-0.01em;color:#0d5c4b;">BackdPay</td></tr>
<tr><td class="card" style="padding:36px 36px 32px;background-color:#ffffff;border:1px solid #dfe6e2;border-radius:12px;">
<h1 class="ink" style="margin:0 0 12px;font-size:22px;line-height:1.3;font-weight:650;letter-spacing:-0.01em;color:#14211d;overflow-wrap:anywhere;text-wrap:balance;">Your order from ${merchant} is ready</h1>
<p class="soft" style="margin:0 0 24px;font-size:15px;line-height:1.55;color:#51605a;">Look at it and choose when to pay. You owe nothing before you confirm.</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="${font}margin:0 0 28px;">
${row('Total', `<strong style="font-size:20px;letter-spacing:-0.01em;">${total}</strong>`)}
${row('Order', escapeHtml(facts.order))}
${row('Link open until', escapeHtml(facts.openUntil))}
</table>
<table role="presentation" cellpadding="0" cellspacing="0"><tr>
<td class="button" style="background-color:#0d5c4b;border-radius:6px;"><a href="${url}" target="_blank" style="display:inline-block;padding:14px 26px;font-size:16px;font-weight:600;line-height:1.25;color:#ffffff;text-decoration:none;">Choose payment terms</a></td>
</tr></table>
<p class="soft" style="margin:24px 0 0;font-size:13px;line-height:1.55;color:#51605a;">If the button does not work, open this address:<br><a href="${url}" target="_blank" class="accent" style="color:#0d5c4b;overflow-wrap:anywhere;word-break:break-all;">${url}</a></p>
</td></tr>
<tr><td class="soft" style="padding:20px 4px 0;font-size:13px;line-height:1.55;color:#51605a;overflow-wrap:anywhere;">The link is for you: whoever has it can see the order and choose its terms, so please don't pass it on. If you expect no order from ${merchant}, you can ignore this mail.</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

const font = `font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;`

function row(label: string, value: string): string {
  return `<tr>
<td class="soft row" valign="baseline" style="padding:12px 16px 12px 0;border-top:1px solid #dfe6e2;font-size:14px;line-height:1.45;color:#51605a;white-space:nowrap;">${label}</td>
<td class="ink row" valign="baseline" align="right" style="padding:12px 0;border-top:1px solid #dfe6e2;font-size:14px;line-height:1.45;color:#14211d;overflow-wrap:anywhere;">${value}</td>
</tr>`
}
