import type { Offer } from '@backd/contract/plans.ts'
import { useLaterI18n } from '../../i18n/later.ts'

/** From here on payments are drawn as ticks: their dots would touch on a phone. */
const DENSE_FROM = 20

/**
 * The schedule as a line from today to the last payment, each payment where it falls in time. A picture only: the
 * table beside it says the same in words. Drawn in percent, so that it is as wide as its place without a script.
 */
export function Timeline({ offer }: { offer: Offer }) {
  const { later, format } = useLaterI18n()
  const { payments, starts_on } = offer
  const last = payments.at(-1)
  if (!last) return null
  const start = Date.parse(starts_on)
  const span = Date.parse(last.due_on) - start
  const at = (date: string) => `${((Date.parse(date) - start) / span) * 100}%`
  return (
    <div class="timeline" aria-hidden="true">
      <svg aria-hidden="true" focusable="false">
        <line class="timeline-line" x1="0" x2="100%" y1="50%" y2="50%" />
        <circle class="timeline-today" cx="0" cy="50%" r="5" />
        {payments.map(({ due_on, amount_cents }) => (
          <g key={due_on} class="timeline-payment">
            {payments.length < DENSE_FROM ? (
              <circle cx={at(due_on)} cy="50%" r="6" />
            ) : (
              <line x1={at(due_on)} x2={at(due_on)} y1="0" y2="100%" />
            )}
            <title>{`${format.date(due_on)}: ${format.money(amount_cents)}`}</title>
          </g>
        ))}
      </svg>
      <div class="timeline-labels">
        <span>
          {later.review.today}
          <b>{format.date(starts_on)}</b>
        </span>
        <span>
          {payments.length === 1 ? later.review.onlyPayment : later.review.lastPayment}
          <b>{format.date(last.due_on)}</b>
        </span>
      </div>
    </div>
  )
}
