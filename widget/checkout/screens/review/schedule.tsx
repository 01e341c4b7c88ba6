import type { CheckoutSession, SessionOffer } from '@backd/contract/session.ts'
import { hasEqualPayments } from '../../flow/payments.ts'
import { useLaterI18n } from '../../i18n/later.ts'
import { Amount } from '../../ui/amount.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ScheduleDownloads } from './schedule-downloads.tsx'
import { ScheduleTable } from './schedule-table.tsx'
import { Timeline } from './timeline.tsx'

interface ScheduleProps {
  session: CheckoutSession
  offer: SessionOffer
  /** `start`: as much as stands in a window. */
  extent: 'start' | 'whole'
}

/** When each payment falls due, and what they come to. */
export function Schedule({ session, offer, extent }: ScheduleProps) {
  const { text, later, format } = useLaterI18n()
  return (
    <section class="panel">
      <h2>{later.review.schedule}</h2>
      <Timeline offer={offer} />
      <ScheduleTable offer={offer} extent={extent} />
      {extent === 'whole' && (
        <>
          {!hasEqualPayments(offer) && <p class="footnote">{later.review.uneven}</p>}
          <Facts
            facts={[
              { name: text.summary.total, value: <Amount cents={offer.order_total_cents} /> },
              {
                name: later.review.fee,
                value: offer.fee_cents === 0 ? text.offer.noFee : <Amount cents={offer.fee_cents} />,
              },
              { name: later.review.apr, value: format.percent(offer.apr) },
              { name: text.totalYouPay, value: <Amount cents={offer.total_cents} />, weight: 'total' },
            ]}
          />
          <ScheduleDownloads session={session} schedule={offer} />
        </>
      )}
    </section>
  )
}
