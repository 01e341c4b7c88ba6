import { type Html, html } from '../../html.ts'
import { formatCents, toCents } from '../../money.ts'
import { renderPill } from '../../order-status.ts'
import type { Page } from '../../pages/layout.ts'
import { formatMoment } from '../moments.ts'
import { actionsFor, refundedCents, remainingCents } from '../order-facts.ts'
import type { OrderView } from '../order-view.ts'
import { renderClock } from './clock-panel.ts'
import { renderContacts, renderItems, renderSchedule } from './details.ts'
import { renderNextStep } from './next-step.ts'
import { renderMoment, renderProblem } from './parts.ts'
import { renderRefunds } from './refunds.ts'
import { renderTimeline } from './timeline.ts'
import { renderUpdate } from './update-form.ts'

/** One order, all that is known of it and what can be done now. */
export function officeOrderPage(view: OrderView): Page {
  const { order, problem } = view
  return {
    title: `${problem ? 'Not done: ' : ''}Order ${order.merchant_order_id}`,
    area: 'office',
    scripts: ['office/countdown.js'],
    body: html`${renderHead(view)}
<div class="office-split">
<div class="office-main">
${renderNextStep(view)}
${renderUpdate(view)}
${renderRefunds(view)}
${renderItems(order)}
${renderSchedule(order)}
${renderContacts(order)}
</div>
<div class="office-side">
${renderClock(view)}
${renderTimeline(view)}
</div>
</div>`,
  }
}

function renderHead(view: OrderView): Html {
  const { order, done, ours } = view
  return html`<nav class="crumbs" aria-label="Breadcrumb"><a href="/orders">Orders</a></nav>
<h1 class="office-head"><span>Order <span class="order-id">${order.merchant_order_id}</span></span> ${renderPill(order.status)}</h1>
<p class="muted office-sub"><span class="mono">${order.backd_order_id}</span> <span>made ${renderMoment(order.create_date, formatMoment(order.create_date))}</span>${
    order.merchant_order_status && html` <span>in our words: “${order.merchant_order_status}”</span>`
  }</p>
${done && html`<p class="flash" role="status" id="done" tabindex="-1">${done}</p>`}
${renderStray(view)}
${ours?.status === 'needs_attention' && html`<div class="alert alert-box" role="alert"><p><b>Do not send this order.</b> ${ours.problem}</p></div>`}
<dl class="figures">
<div><dt>Total</dt><dd>${formatCents(toCents(order.order_total))}</dd></div>
<div><dt>Refunded</dt><dd>${formatCents(refundedCents(order))}</dd></div>
<div><dt>Remaining</dt><dd>${formatCents(order.status === 'order_cancelled' ? 0 : remainingCents(order))}</dd></div>
</dl>`
}

/** A problem whose form is gone, because the order moved on meanwhile. */
function renderStray({ order, problem }: OrderView): Html | undefined {
  if (!problem || problem.action === 'clock') return undefined
  return actionsFor(order).includes(problem.action) ? undefined : renderProblem(problem, 'problem-moved-on')
}
