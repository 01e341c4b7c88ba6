import { type Html, html } from '../../html.ts'

/** What stands around every page of the back office. */
export function renderOfficeHeader(mark: Html, shopName: string): Html {
  return html`<header class="office-header">
<div class="office-row">
<a class="brand" href="/orders">${mark}<span class="office-brand"><b>${shopName}</b> <span>Back office</span></span></a>
<nav aria-label="Back office">
<a href="/orders">Orders</a>
<a href="/">Shop</a>
</nav>
</div>
</header>`
}

export function renderOfficeFooter(backdOrigin: string): Html {
  return html`<footer class="office-footer">
<div class="office-row">
<p><b>No login.</b> This back office is part of a demo: it asks nobody who they are, and answers on this computer alone.</p>
<ul>
<li><a href="${backdOrigin}/docs">BackdPay API</a></li>
<li><a href="${backdOrigin}/sandbox/mailbox">Sandbox mailbox</a></li>
</ul>
</div>
</footer>`
}
