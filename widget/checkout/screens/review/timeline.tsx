import type { Offer } from '@backd/contract/plans.ts'
import { useLaterI18n } from '../../i18n/later.ts'

/** From here on payments are drawn as ticks: their dots would touch on a phone. */
const DENSE_FROM = 20

/**
 * The schedule as a line from today to the last payment, each payment where it falls in time. A picture only: the
 * table beside it says the same in words.
 */
export function Timeline({ offer }: { offer: Offer }) {
  const { later, format } = useLaterI18n()
  const last = offer.payments.at(-1)
  if (!last) return null
  const start = Date.parse(offer.starts_on)
  const span = Date.parse(last.due_on) - start
  return (
    <div
      class={offer.payments.length < DENSE_FROM ? 'timeline' : 'timeline timeline-dense'}
      aria-hidden="true"
    >
      <div class="timeline-line">
        <span class="timeline-today" />
        {offer.payments.map(({ due_on }) => (
          <span
            key={due_on}
            class="timeline-payment"
            style={{ insetInlineStart: `${((Date.parse(due_on) - start) / span) * 100}%` }}
          />
        ))}
      </div>
      <div class="timeline-labels">
        <span>
          {later.review.today}
          <b>{format.date(offer.starts_on)}</b>
        </span>
        <span>
          {offer.payments.length === 1 ? later.review.onlyPayment : later.review.lastPayment}
          <b>{format.date(last.due_on)}</b>
        </span>
      </div>
    </div>
  )
}
