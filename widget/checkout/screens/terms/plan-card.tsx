import type { SessionOffer } from '@backd/contract/session.ts'
import type { Distinction } from '../../flow/distinctions.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { CardRadio } from '../../ui/card-radio.tsx'
import { PaymentFigure } from './payment-figure.tsx'

interface PlanCardProps {
  offer: SessionOffer
  /** What sets it apart from the other plans. */
  distinctions: Distinction[]
  state: 'chosen' | 'open'
  onChoose: (planId: string) => void
}

/** A plan: what each payment is, how many and how often, first and last date, fee, APR, total. */
export function PlanCard({ offer, distinctions, state, onChoose }: PlanCardProps) {
  const { text, format } = useI18n()
  const { payments, interval, fee_cents, total_cents } = offer
  const first = payments[0]
  const last = payments.at(-1)
  if (!first || !last) return null
  const when =
    payments.length === 1
      ? text.offer.once(format.date(first.due_on))
      : text.offer.span(text.offer.cadence(interval), format.date(first.due_on), format.date(last.due_on))
  return (
    <CardRadio
      group="plan"
      value={offer.plan_id}
      state={state}
      onChoose={onChoose}
      name={offer.name}
      figure={<PaymentFigure offer={offer} />}
      badges={distinctions.map((distinction) => text.offer[distinction])}
      details={
        <>
          <span>{when}</span>{' '}
          <span>
            <span class={fee_cents === 0 ? 'plan-free' : undefined}>
              {fee_cents === 0 ? text.offer.noFee : text.offer.fee(format.money(fee_cents))}
            </span>{' '}
            <span aria-hidden="true">· </span>
            {text.offer.apr(format.percent(offer.apr))} <span aria-hidden="true">· </span>
            <span class="amount">{text.offer.total(format.money(total_cents))}</span>
          </span>
        </>
      }
    />
  )
}
