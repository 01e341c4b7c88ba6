import type { SessionOffer } from '@backd/contract/session.ts'
import { useEffect, useRef } from 'preact/hooks'
import { distinctionsOf } from '../../flow/distinctions.ts'
import { useLaterI18n } from '../../i18n/later.ts'
import { Amount } from '../../ui/amount.tsx'
import { PaymentFigure } from './payment-figure.tsx'

/**
 * All plans side by side. Four columns of two lines each, so that a phone shows the whole of it; what is still too wide,
 * such as very large amounts, scrolls inside the frame and not the page.
 */
export function Comparison({ offers }: { offers: SessionOffer[] }) {
  const { text, later } = useLaterI18n()
  const words = later.comparison
  const region = useRef<HTMLElement>(null)
  // It opens below the fold: who asked for it sees it, and the keyboard goes on in it.
  useEffect(() => {
    region.current?.focus({ preventScroll: true })
    region.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1). */}
      <section ref={region} class="comparison" aria-label={words.caption} tabIndex={0}>
        <table>
          <caption class="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.terms.group}</th>
              <th scope="col">{words.dates}</th>
              <th scope="col">{words.cost}</th>
              <th scope="col">{words.total}</th>
            </tr>
          </thead>
          <tbody>
            {offers.map((offer) => (
              <Row key={offer.plan_id} offer={offer} offers={offers} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="footnote">{words.aprNote}</p>
    </>
  )
}

function Row({ offer, offers }: { offer: SessionOffer; offers: SessionOffer[] }) {
  const { text, format } = useLaterI18n()
  const days = [offer.payments[0], offer.payments.length > 1 && offer.payments.at(-1)]
  return (
    <tr>
      <th scope="row">
        <bdi>{offer.name}</bdi>
        <span class="comparison-more">
          <PaymentFigure offer={offer} />
        </span>
      </th>
      <td>
        {days.map(
          (payment) =>
            payment && (
              <time key={payment.due_on} dateTime={payment.due_on}>
                {format.date(payment.due_on)}
              </time>
            ),
        )}
      </td>
      <td>
        {offer.fee_cents === 0 ? text.offer.noFee : <Amount cents={offer.fee_cents} />}
        <span class="comparison-more">{format.percent(offer.apr)}</span>
      </td>
      <td>
        <Amount cents={offer.total_cents} />
        {distinctionsOf(offer, offers).map((distinction) => (
          <span key={distinction} class="comparison-more">
            {text.offer[distinction]}
          </span>
        ))}
      </td>
    </tr>
  )
}
