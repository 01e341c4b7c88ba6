import type { Offer } from '@backd/contract/plans.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { useLaterI18n } from '../../i18n/later.ts'
import { sentence } from '../../ui/sentence.ts'

/** What happens once the terms are confirmed, in order. */
export function NextSteps({ session, offer }: { session: CheckoutSession; offer: Offer }) {
  const { later, format } = useLaterI18n()
  const [first] = offer.payments
  const { role, buyer, verification } = session
  // Who agrees is told: a colleague at the address of their own link.
  const ownEmail = verification.state === 'not_needed' ? null : verification.email
  const email = role === 'approver' ? ownEmail : buyer?.email
  return (
    <section class="next-steps">
      <h2>{later.next.title}</h2>
      <ol>
        {email && (
          <li>
            <span>{later.next.mail(email)}</span>
          </li>
        )}
        <li>
          <span>{sentence(later.next.merchant, session.merchant_name)}</span>
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
