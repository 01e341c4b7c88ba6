import { type Html, html } from '../../html.ts'
import { formatMoment, formatSpan } from '../moments.ts'
import { findActiveRefund } from '../order-facts.ts'
import { type OrderView, problemOf } from '../order-view.ts'
import { renderMoment, renderPanel, renderProblem } from './parts.ts'

/** The sandbox's time, to be moved, so that a lock or a due date can be tried at once. Absent outside the sandbox. */
export function renderClock(view: OrderView): Html | undefined {
  const { order, clock } = view
  if (!clock) return undefined
  const isMoved = clock.offset_ms > 0
  const canLock = findActiveRefund(order)?.status === 'draft'
  return renderPanel(
    'clock',
    'Sandbox time',
    html`<p>For this shop’s orders it is <b>${renderMoment(clock.now, formatMoment(clock.now))}</b>${
      isMoved ? html`, ${formatSpan(clock.offset_ms)} ahead of real time.` : html`, which is real time.`
    }</p>
${renderProblem(problemOf(view, 'clock'), 'problem-clock')}
<form class="clock-moves" method="post" action="/orders/${order.backd_order_id}/clock">
${canLock && html`<button class="button button-quiet" name="move" value="lock">Just past the refund’s lock</button>`}
<button class="button button-quiet" name="move" value="day">1 day on</button>
<button class="button button-quiet" name="move" value="week">7 days on</button>
${isMoved && html`<button class="button button-quiet" name="move" value="real">Back to real time</button>`}
</form>`,
  )
}
