import type { FormValues } from '../checkout-fields.ts'
import type { FormFault } from '../checkout-form.ts'
import { type Html, html } from '../html.ts'
import { illustration } from '../illustrations.ts'
import { formatCents } from '../money.ts'
import { type CartLine, priceCart, priceLine } from '../pricing.ts'
import { tryCustomers } from '../try-customers.ts'
import { renderContact } from './contact-fields.ts'
import type { Page } from './layout.ts'
import { renderTotals } from './totals.ts'

export interface CheckoutView {
  cart: readonly CartLine[]
  values: FormValues
  faults?: readonly FormFault[]
  /** Why the last attempt did not work. */
  alert?: string
  backdOrigin: string
}

/** Addresses on one side, the order and the ways to pay on the other; one form. */
export function checkoutPage(view: CheckoutView): Page {
  const { values, faults = [] } = view
  return {
    title: 'Checkout',
    scripts: ['checkout.js'],
    // The integration, part one: Backd's script. `async` keeps it out of the page's way; checkout.js waits for it. Where it
    // does not come, the button is what it is without any script: a form post to our own server, which goes on to BackdPay.
    head: html`<script id="backd-script" src="${view.backdOrigin}/widget/v1/widget.js" async></script>`,
    body: html`<h1>Checkout</h1>
<form class="split checkout" method="post" action="/checkout/link" id="checkout-form">
<div class="checkout-fields">
${renderTryCustomers()}
${renderContact({ kind: 'billing', legend: 'Billing', values, faults })}
<p class="check"><label><input type="checkbox" name="ship_elsewhere" id="ship-elsewhere"${values['ship_elsewhere'] !== undefined && html` checked`}> Ship to a different address</label></p>
${renderContact({ kind: 'shipping', legend: 'Shipping', values, faults, off: values['ship_elsewhere'] === undefined })}
</div>
<div class="checkout-side">
<section class="panel summary" aria-labelledby="summary">
<h2 id="summary">Your order <a class="heading-link" href="/cart">Edit</a></h2>
<ul class="lines lines-small">${view.cart.map(renderLine)}</ul>
${renderTotals(priceCart(view.cart))}
</section>
${renderPayment(view)}
</div>
</form>`,
  }
}

/** Shown by checkout.js, which fills the billing email in. It has no name, so it is not sent. */
function renderTryCustomers(): Html {
  return html`<div class="panel try-customers" id="try-customers" hidden>
<label for="try-customer">Try a customer</label>
<select id="try-customer" aria-describedby="try-customer-hint">
<option value="">As you fill it in</option>
${tryCustomers.map(({ email, outcome }) => html`<option value="${email}">${outcome}</option>`)}
</select>
<p class="muted small" id="try-customer-hint">In the sandbox the billing email decides what BackdPay answers.</p>
</div>`
}

function renderLine(line: CartLine): Html {
  return html`<li class="line">
${illustration(line.product.illustration)}
<div class="line-words">${line.product.name}<span class="muted small">${line.qty} × ${formatCents(line.product.unitPriceCents)}</span></div>
<span class="line-price">${formatCents(priceLine(line))}</span>
</li>`
}

/** How BackdPay is shown: read by checkout.js alone, so the fields have no name and are not posted. */
function renderLook(): Html {
  return html`<details class="look">
<summary>Language and accent of BackdPay</summary>
<div class="fields">
<div class="field field-half"><label for="locale">Language</label><select id="locale">
<option value="">Automatic</option><option value="en" lang="en">English</option><option value="es" lang="es">Español</option>
</select></div>
<div class="field field-half"><label for="accent">Accent</label><select id="accent">
<option value="">BackdPay’s own</option><option value="#c41e3a">Crimson</option><option value="#2f4bd8">Ultramarine</option><option value="#f2b705">Marigold</option>
</select></div>
</div>
</details>`
}

function renderPayment({ values, alert, backdOrigin }: CheckoutView): Html {
  const { mode } = values
  return html`<section class="panel payment" aria-labelledby="payment">
<h2 id="payment">Payment</h2>
<fieldset class="switch">
<legend>How BackdPay opens</legend>
<label><input type="radio" name="mode" value="modal"${mode !== 'redirect' && mode !== 'server' && html` checked`}><span>Modal</span></label>
<label><input type="radio" name="mode" value="redirect"${mode === 'redirect' && html` checked`}><span>Redirect</span></label>
<label><input type="radio" name="mode" value="server"${mode === 'server' && html` checked`}><span>By server</span></label>
</fieldset>
${renderLook()}
<button class="button button-large button-wide" id="pay" formaction="/checkout/redirect" aria-describedby="pay-status pay-alert">Checkout with BackdPay</button>
<p class="pay-status" id="pay-status" role="status"></p>
<p class="alert" id="pay-alert" role="alert">${alert}</p>
<noscript><p class="small">BackdPay opens on a page of its own.</p></noscript>
<details class="by-link"${alert && html` open`}>
<summary>Pay by link instead</summary>
<p class="muted small">For a colleague who approves, or for later: we make a payment link on our server. Anyone who has it can choose the terms.</p>
<p class="check"><label><input type="checkbox" name="notify_customer"${values['notify_customer'] !== undefined && html` checked`}> Email the link to the billing address</label></p>
<button class="button button-quiet button-wide" formaction="/checkout/link">Create a payment link</button>
<p class="muted small">In the sandbox, mail stays in the <a href="${backdOrigin}/sandbox/mailbox">sandbox mailbox</a>.</p>
</details>
</section>`
}
