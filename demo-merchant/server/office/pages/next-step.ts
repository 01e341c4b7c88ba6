import { type Html, html } from '../../html.ts'
import { findActiveRefund } from '../order-facts.ts'
import { type OrderView, problemOf } from '../order-view.ts'
import { renderPanel, renderProblem } from './parts.ts'

/** What the order waits for, with the buttons that its status allows. */
export function renderNextStep(view: OrderView): Html {
  return renderPanel('next', 'Next step', renderStep(view))
}

function renderStep(view: OrderView): Html {
  const { order, ours } = view
  const at = `/orders/${order.backd_order_id}`
  switch (order.status) {
    case 'order_created':
      return html`<p>The customer has not chosen payment terms yet. There is nothing to do until they have.</p>
${ours?.paymentLink && html`<p><a href="/purchases/${ours.merchantOrderId}">See the payment link</a></p>`}`
    case 'terms_selected':
      return html`<p>The customer has chosen their terms. Place the order to take it into the shop’s books.</p>
${renderProblem(problemOf(view, 'place'), 'problem-place')}
<form method="post" action="${at}/place"><button class="button">Place the order</button></form>`
    case 'order_placed':
      return html`<p>Confirm the order when you send it. Until then it can be changed or cancelled.</p>
${renderProblem(problemOf(view, 'confirm', 'cancel'), 'problem-next')}
<div class="actions"><form method="post" action="${at}/confirm"><button class="button">Confirm the order</button></form>
<a class="button button-quiet" href="${at}/cancel">Cancel the order…</a></div>`
    case 'order_confirmed':
      return findActiveRefund(order)
        ? html`<p>The order is confirmed, and a refund is under way.</p>`
        : html`<p>The order is confirmed: send it. From here on it can only be refunded.</p>`
    case 'refund':
      return html`<p>The order was refunded in full. Nothing more can be done with it.</p>`
    case 'order_cancelled':
      return html`<p>The order is cancelled. Its customer owes nothing, and nothing more can be done with it.</p>`
  }
}
