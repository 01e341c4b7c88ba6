import { type Html, html } from '../html.ts'
import { formatCents } from '../money.ts'
import type { Totals } from '../pricing.ts'

/** The five amounts, as a list of names and sums. */
export function renderTotals(totals: Totals): Html {
  return html`<dl class="totals">
<div><dt>Items</dt><dd>${formatCents(totals.cartCents)}</dd></div>
${totals.discountCents > 0 && html`<div><dt>Volume discount</dt><dd>−${formatCents(totals.discountCents)}</dd></div>`}
<div><dt>Shipping</dt><dd>${formatCents(totals.shippingCents)}</dd></div>
<div><dt>Tax</dt><dd>${formatCents(totals.taxCents)}</dd></div>
<div class="totals-sum"><dt>Total</dt><dd>${formatCents(totals.totalCents)}</dd></div>
</dl>`
}
