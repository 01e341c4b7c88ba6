import type { Offer } from '@backd/contract/plans.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { useLaterI18n } from '../../i18n/later.ts'

/** What happens once the terms are confirmed, in order. */
export function NextSteps({ session, offer }: { session: CheckoutSession; offer: Offer }) {
  const { later, format } = useLaterI18n()
  const [first] = offer.payments
  return (
    <section class="next-steps">
      <h2>{later.next.title}</h2>
      <ol>
        {session.buyer && (
          <li>
            <span>{later.next.mail(session.buyer.email)}</span>
          </li>
        )}
        <li>
          <span>{later.next.merchant(session.merchant_name)}</span>
        </li>
        {first && (
          <li>
            <span>
              {later.next.payment(format.money(first.amount_cents), format.dateWithWeekday(first.due_on))}
            </span>
          </li>
        )}
      </ol>
    </section>
  )
}
