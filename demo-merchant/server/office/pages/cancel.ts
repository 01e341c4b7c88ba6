import type { BackdOrder } from '../../backd-client.ts'
import { html } from '../../html.ts'
import { formatCents, toCents } from '../../money.ts'
import type { Page } from '../../pages/layout.ts'

/** Asked before an order is cancelled, since that can't be taken back. */
export function cancelPage(order: BackdOrder): Page {
  const at = `/orders/${order.backd_order_id}`
  return {
    title: `Cancel order ${order.merchant_order_id}`,
    area: 'office',
    body: html`<nav class="crumbs" aria-label="Breadcrumb"><a href="/orders">Orders</a> / <a href="${at}">${order.merchant_order_id}</a></nav>
<section class="panel ask" aria-labelledby="ask">
<h1 id="ask">Cancel this order?</h1>
<p><b class="order-id">${order.merchant_order_id}</b> over ${formatCents(toCents(order.order_total))} will be cancelled for good. Its customer will owe nothing.</p>
<div class="actions"><form method="post" action="${at}/cancel"><button class="button button-bad">Cancel the order</button></form>
<a class="button button-quiet" href="${at}">Keep the order</a></div>
</section>`,
  }
}
