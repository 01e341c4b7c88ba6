import type { Offer } from '@backd/contract/plans.ts'
import { hasEqualPayments } from '../../flow/payments.ts'
import { useI18n } from '../../i18n/i18n.ts'

/** What each payment is: "3 × about $3,416.67", said as "3 payments of about $3,416.67". */
export function PaymentFigure({ offer }: { offer: Offer }) {
  const { text, format } = useI18n()
  const { payments, total_cents } = offer
  const amount = format.money(Math.round(total_cents / payments.length))
  const isExact = hasEqualPayments(offer)
  const spoken = isExact ? amount : `${text.offer.about} ${amount}`
  return (
    <>
      <span class="amount" aria-hidden="true">
        {payments.length > 1 && `${text.offer.times(payments.length)} `}
        {!isExact && <span class="plan-about">{text.offer.about} </span>}
        {amount}
      </span>
      <span class="visually-hidden">, {text.offer.paymentsSpoken(payments.length, spoken)}</span>
    </>
  )
}
