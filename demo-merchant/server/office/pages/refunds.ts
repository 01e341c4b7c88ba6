import type { BackdOrder } from '../../backd-client.ts'
import { type Html, html } from '../../html.ts'
import { formatCents, toCents } from '../../money.ts'
import { formatMoment, formatSpan } from '../moments.ts'
import { actionsFor, findActiveRefund, lockInMs, remainingCents } from '../order-facts.ts'
import { type OrderView, problemOf } from '../order-view.ts'
import { renderField, renderMoment, renderPanel, renderProblem, renderTable } from './parts.ts'

type Refund = BackdOrder['refunds'][number]

const PROBLEM_ID = 'problem-refund'

const statusWords: Record<Refund['status'], string> = {
  draft: 'Asked for',
  approved: 'Being settled',
  settled: 'Settled',
  declined: 'Declined',
}

/** The refunds so far, the active one with the time until it locks, and the form for the next. */
export function renderRefunds(view: OrderView): Html | undefined {
  const { order } = view
  if (order.status !== 'order_confirmed' && order.status !== 'refund') return undefined
  return renderPanel(
    'refunds',
    'Refunds',
    html`${renderActive(view)}
${renderProblem(problemOf(view, 'refund', 'delete_refund'), PROBLEM_ID)}
${actionsFor(order).includes('refund') && renderForm(view)}
${order.refunds.length > 0 ? renderPast(order.refunds) : html`<p class="muted">No refund has been asked for.</p>`}`,
  )
}

function renderActive({ order, clock }: OrderView): Html | undefined {
  const active = findActiveRefund(order)
  if (!active) return undefined
  const amount = formatCents(toCents(active.amount))
  const lockedAt = renderMoment(active.locked_at, formatMoment(active.locked_at))
  if (active.status === 'approved') {
    return html`<div class="notice-box"><p>The refund of <b>${amount}</b> locked at ${lockedAt} and is being settled.</p>
<p><a class="button button-quiet" href="/orders/${order.backd_order_id}">Look again</a></p></div>`
  }
  const leftMs = lockInMs(active, clock)
  return html`<div class="notice-box"><p>A refund of <b>${amount}</b> is asked for. It locks in
<b class="countdown" data-countdown-ms="${leftMs}">${formatSpan(leftMs)}</b>, at ${lockedAt}; until then it can be replaced or deleted.</p>
<form method="post" action="/orders/${order.backd_order_id}/delete-refund" data-until-lock><button class="button button-quiet">Delete the refund</button></form></div>`
}

function renderForm(view: OrderView): Html {
  const { order } = view
  const isReplacement = findActiveRefund(order) !== undefined
  return html`<form class="refund-form" method="post" action="/orders/${order.backd_order_id}/refund"${isReplacement && html` data-until-lock`}>
${renderField({
  name: 'refund_amount',
  label: isReplacement ? 'Amount in its place' : 'Amount to refund',
  value: '',
  hint: `${formatCents(remainingCents(order))} remain.`,
  problem: problemOf(view, 'refund'),
  problemId: PROBLEM_ID,
  isAmount: true,
})}
<button class="button${isReplacement ? ' button-quiet' : ''}">${isReplacement ? 'Replace the refund' : 'Ask for the refund'}</button>
</form>`
}

const columns = [
  { name: 'Amount', isNumber: true },
  { name: 'Status' },
  { name: 'Asked for' },
  { name: 'Lock' },
]

function renderPast(refunds: readonly Refund[]): Html {
  return renderTable(
    'Refunds, newest first',
    columns,
    refunds
      .toReversed()
      .map((refund) => [
        formatCents(toCents(refund.amount)),
        html`<span class="pill pill-refund-${refund.status}">${statusWords[refund.status]}</span>`,
        renderMoment(refund.create_date, formatMoment(refund.create_date)),
        renderMoment(refund.locked_at, formatMoment(refund.locked_at)),
      ]),
  )
}
