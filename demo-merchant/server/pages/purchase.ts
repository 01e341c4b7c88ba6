import type { BackdResult } from '../backd-answer.ts'
import type { BackdOrder } from '../backd-client.ts'
import { type Html, html } from '../html.ts'
import { illustration } from '../illustrations.ts'
import { formatCents } from '../money.ts'
import type { ShopOrder, ShopOrderStatus } from '../order.ts'
import { renderPill } from '../order-status.ts'
import { formatInstant } from './instant.ts'
import type { Page } from './layout.ts'
import { renderPaymentLink } from './payment-link.ts'
import { renderBackd } from './purchase-at-backd.ts'
import { renderTotals } from './totals.ts'

export interface PurchaseView {
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
export function purchasePage({ order, found, backdOrigin }: PurchaseView): Page {
  return {
    title: `Order ${order.merchantOrderId}`,
    scripts: order.paymentLink ? ['copy.js'] : [],
    body: html`<div class="order-head">
<h1>Order <span class="order-id">${order.merchantOrderId}</span></h1>
<p>${renderStatus(order, found)} <span class="muted">${formatInstant(order.createdAt)}</span></p>
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

/** Once the order is placed, Backd says what has become of it. */
function renderStatus({ status }: ShopOrder, found: PurchaseView['found']): Html {
  if (status === 'placed' && found?.ok) return renderPill(found.data.status)
  return html`<span class="pill pill-${status}">${statusWords[status]}</span>`
}

function renderNotice(order: ShopOrder, found: PurchaseView['found']): Html | undefined {
  if (order.status === 'needs_attention') {
    return html`<div class="alert alert-box" role="alert"><p><b>Do not send this order.</b> ${order.problem}</p></div>`
  }
  if (order.status === 'pending' && hasChosen(found)) {
    return html`<div class="notice-box">
<p><b>The customer has chosen their terms</b>, but the order is not placed yet.</p>
<p><a class="button" href="/orders/${order.backdOrderId}">Place it in the back office</a></p></div>`
  }
  return undefined
}

/** The customer is done at Backd, and it is the shop's turn. */
function hasChosen(found: PurchaseView['found']): boolean {
  return found?.ok === true && found.data.status === 'terms_selected'
}
