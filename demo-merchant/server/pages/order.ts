import type { BackdResult } from '../backd-answer.ts'
import type { BackdOrder } from '../backd-client.ts'
import { type Html, html } from '../html.ts'
import { illustration } from '../illustrations.ts'
import { formatCents } from '../money.ts'
import type { ShopOrder, ShopOrderStatus } from '../order.ts'
import { formatInstant } from './instant.ts'
import type { Page } from './layout.ts'
import { renderBackd } from './order-at-backd.ts'
import { renderPaymentLink } from './payment-link.ts'
import { renderTotals } from './totals.ts'

export interface OrderView {
  order: ShopOrder
  /** find_order's answer; null while Backd has given the order no id that we know. */
  found: BackdResult<BackdOrder> | null
  backdOrigin: string
}

const statusWords: Record<ShopOrderStatus, string> = {
  pending: 'Waiting for payment terms',
  placed: 'Placed',
  needs_attention: 'Needs attention',
}

/** One order: what the shop's books say, what Backd says, and what happened. */
export function orderPage({ order, found, backdOrigin }: OrderView): Page {
  return {
    title: `Order ${order.merchantOrderId}`,
    scripts: order.paymentLink ? ['copy.js'] : [],
    body: html`<div class="order-head">
<h1>Order <span class="order-id">${order.merchantOrderId}</span></h1>
<p><span class="pill pill-${order.status}">${statusWords[order.status]}</span> <span class="muted">${formatInstant(order.createdAt)}</span></p>
</div>
${renderNotice(order, found)}
<div class="split order">
<div>
${!hasChosen(found) && renderPaymentLink(order, backdOrigin)}
<section class="panel" aria-labelledby="items">
<h2 id="items">Our books</h2>
<ul class="lines lines-small">${order.lines.map(
      (line) => html`<li class="line">${illustration(line.illustration)}
<div class="line-words">${line.name}<span class="muted small">${line.qty} × ${formatCents(line.unitPriceCents)} · ${line.sku}</span></div>
<span class="line-price">${formatCents(line.unitPriceCents * line.qty)}</span></li>`,
    )}</ul>
${renderTotals(order.totals)}
</section>
<section class="panel" aria-labelledby="history">
<h2 id="history">What happened</h2>
<ol class="timeline">${order.events.map(
      (event) =>
        html`<li><time datetime="${event.at}">${formatInstant(event.at)}</time><span>${event.text}</span></li>`,
    )}</ol>
</section>
</div>
${renderBackd(order, found)}
</div>`,
  }
}

function renderNotice(order: ShopOrder, found: OrderView['found']): Html | undefined {
  if (order.status === 'needs_attention') {
    return html`<div class="alert alert-box" role="alert"><p><b>Do not send this order.</b> ${order.problem}</p></div>`
  }
  if (order.status === 'pending' && hasChosen(found)) {
    return html`<form class="notice-box" method="post" action="/orders/${order.merchantOrderId}/place">
<p><b>The customer has chosen their terms</b>, but the order is not placed yet.</p>
<button class="button">Place the order</button></form>`
  }
  return undefined
}

/** The customer is done at Backd, and it is the shop's turn. */
function hasChosen(found: OrderView['found']): boolean {
  return found?.ok === true && found.data.status === 'terms_selected'
}
