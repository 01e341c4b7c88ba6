import type { Offer } from '@backd/contract/plans.ts'
import { useLaterI18n } from '../../i18n/later.ts'
import { Amount } from '../../ui/amount.tsx'

/** How many payments stand in a window. */
const START = 8

/** Every payment with its date and amount. */
export function ScheduleTable({ offer, extent }: { offer: Offer; extent: 'start' | 'whole' }) {
  const { later, format } = useLaterI18n()
  return (
    <table class="schedule">
      <caption class="visually-hidden">{later.review.schedule}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span aria-hidden="true">#</span>
            <span class="visually-hidden">{later.review.number}</span>
          </th>
          <th scope="col">{later.review.dueDate}</th>
          <th scope="col">{later.review.amount}</th>
        </tr>
      </thead>
      <tbody>
        {offer.payments
          .slice(0, extent === 'start' ? START : undefined)
          .map(({ due_on, amount_cents }, index) => (
            <tr key={due_on}>
              <td>{index + 1}</td>
              <td>
                <time dateTime={due_on}>{format.dateWithWeekday(due_on)}</time>
              </td>
              <td>
                <Amount cents={amount_cents} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
