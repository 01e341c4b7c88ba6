import { type Html, html } from '../../html.ts'
import { formatCents, toCents } from '../../money.ts'
import { writeAmount } from '../amount.ts'
import { actionsFor, headroomCents } from '../order-facts.ts'
import { type OrderView, problemOf } from '../order-view.ts'
import { renderField, renderPanel, renderProblem } from './parts.ts'

/** The amounts in the order in which they add up. */
export const amountFields = [
  { name: 'cart_amount', label: 'Items' },
  { name: 'tax_amount', label: 'Tax' },
  { name: 'shipping_amount', label: 'Shipping' },
  { name: 'discount_amount', label: 'Discount' },
  { name: 'order_total', label: 'Total', hint: 'Items + tax + shipping − discount' },
] as const

const PROBLEM_ID = 'problem-update'

/** The form that gives a placed order other amounts. */
export function renderUpdate(view: OrderView): Html | undefined {
  const { order } = view
  if (!actionsFor(order).includes('update')) return undefined
  const problem = problemOf(view, 'update')
  const shared = { problem, problemId: PROBLEM_ID }
  return renderPanel(
    'update',
    'Change the order',
    html`<p>${renderHeadroom(view)} The customer’s payments follow the new total.</p>
${renderProblem(problem, PROBLEM_ID)}
<form method="post" action="/orders/${order.backd_order_id}/update">
<div class="amount-fields">${amountFields.map((field) =>
      renderField({ ...field, ...shared, value: writeAmount(order[field.name]), isAmount: true }),
    )}${renderField({
      ...shared,
      name: 'merchant_order_status',
      label: 'Your own status',
      value: order.merchant_order_status ?? '',
    })}</div>
<button class="button button-quiet">Save the changes</button>
</form>`,
  )
}

function renderHeadroom({ order }: OrderView): Html {
  const headroom = headroomCents(order)
  if (headroom === 0) return html`The total can’t be raised any further; it can be lowered.`
  return html`The total can be raised by <b>${formatCents(headroom)}</b> at most, to <b>${formatCents(toCents(order.max_order_total))}</b>.`
}
