import type { BackdResult } from '../backd-answer.ts'
import type { BackdOrder } from '../backd-client.ts'
import { type Html, html } from '../html.ts'
import { formatCents, toCents } from '../money.ts'
import type { ShopOrder } from '../order.ts'
import { renderPill } from '../order-status.ts'
import { formatInstant } from './instant.ts'

/** find_order's answer beside the shop's books: readable first, raw below. */
export function renderBackd(order: ShopOrder, found: BackdResult<BackdOrder> | null): Html {
  return html`<section class="panel backd" aria-labelledby="at-backd">
<h2 id="at-backd">At BackdPay</h2>
${renderAnswer(order, found)}
</section>`
}

function renderAnswer(order: ShopOrder, found: BackdResult<BackdOrder> | null): Html {
  if (!found)
    return html`<p class="muted">The customer has not finished there yet, so there is no order to look up.</p>`
  if (!found.ok) {
    return html`<p>We could not look the order up.</p><blockquote>${found.message}</blockquote>
<p><a href="/purchases/${order.merchantOrderId}">Try again</a></p>`
  }
  const { data, envelope } = found
  return html`<dl class="facts-list">
<div><dt>Order</dt><dd>${data.backd_order_id}</dd></div>
<div><dt>Status</dt><dd>${renderPill(data.status)} <code>${data.status}</code></dd></div>
<div><dt>Created</dt><dd>${formatInstant(data.create_date)}</dd></div>
</dl>
${renderAmounts(order, data)}
<h3>Items</h3>
<ul class="plain">${data.items.map((item) => html`<li>${item.qty} × ${item.display_name} <span class="muted small">${item.sku}</span></li>`)}</ul>
${data.billing && renderBilling(data.billing)}
<details class="raw"><summary>Raw answer of find_order</summary>
<pre tabindex="0" aria-label="Raw answer of find_order">${JSON.stringify(envelope, null, 2)}</pre></details>`
}

function renderAmounts({ totals }: ShopOrder, data: BackdOrder): Html {
  const rows = [
    { name: 'Items', ours: totals.cartCents, theirs: data.cart_amount },
    { name: 'Discount', ours: totals.discountCents, theirs: data.discount_amount },
    { name: 'Shipping', ours: totals.shippingCents, theirs: data.shipping_amount },
    { name: 'Tax', ours: totals.taxCents, theirs: data.tax_amount },
    { name: 'Total', ours: totals.totalCents, theirs: data.order_total },
  ]
  return html`<table class="amounts">
<caption>Amounts, compared with our books</caption>
<thead><tr><th scope="col">Amount</th><th scope="col">Ours</th><th scope="col">BackdPay</th></tr></thead>
<tbody>${rows.map(({ name, ours, theirs }) => {
    const differs = toCents(theirs) !== ours
    return html`<tr${differs && html` class="differs"`}><th scope="row">${name}</th><td>${formatCents(ours)}</td><td>${formatCents(toCents(theirs))}${differs && html` <span class="differs-word">differs</span>`}</td></tr>`
  })}</tbody>
</table>`
}

function renderBilling({
  name,
  company_name,
  address,
  email,
  phone_number,
}: NonNullable<BackdOrder['billing']>): Html {
  const lines = [
    `${name.first} ${name.last}`,
    company_name,
    address.line1,
    address.line2,
    `${address.city}, ${address.state} ${address.zipcode}`,
    address.country,
    email,
    phone_number,
  ]
  return html`<h3>Billing</h3>
<address>${lines.filter(Boolean).map((line) => html`<span>${line}</span>`)}</address>`
}
