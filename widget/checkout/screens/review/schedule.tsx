import type { Offer } from '@backd/contract/plans.ts'
import { hasEqualPayments } from '../../flow/payments.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Amount } from '../../ui/amount.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ScheduleTable } from '../../ui/schedule-table.tsx'
import { Timeline } from '../../ui/timeline.tsx'

/** When each payment falls due, and what they come to. */
export function Schedule({ offer }: { offer: Offer }) {
  const { text } = useI18n()
  return (
    <section class="panel">
      <h2>{text.review.schedule}</h2>
      <Timeline offer={offer} />
      <ScheduleTable offer={offer} />
      {!hasEqualPayments(offer) && <p class="footnote">{text.review.uneven}</p>}
      <Facts
        facts={[
          { name: text.review.orderTotal, value: <Amount cents={offer.order_total_cents} /> },
          {
            name: text.review.fee,
            value: offer.fee_cents === 0 ? text.offer.noFee : <Amount cents={offer.fee_cents} />,
          },
          { name: text.review.total, value: <Amount cents={offer.total_cents} />, weight: 'total' },
        ]}
      />
    </section>
  )
}
