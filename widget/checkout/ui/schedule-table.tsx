import type { Offer } from '@backd/contract/plans.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Amount } from './amount.tsx'

/** Every payment with its date and amount. */
export function ScheduleTable({ offer }: { offer: Offer }) {
  const { text, format } = useI18n()
  return (
    <table class="schedule">
      <caption class="visually-hidden">{text.review.schedule}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span aria-hidden="true">#</span>
            <span class="visually-hidden">{text.review.number}</span>
          </th>
          <th scope="col">{text.review.dueDate}</th>
          <th scope="col">{text.review.amount}</th>
        </tr>
      </thead>
      <tbody>
        {offer.payments.map(({ due_on, amount_cents }, index) => (
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
