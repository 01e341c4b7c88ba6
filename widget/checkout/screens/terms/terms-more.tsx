import type { CheckoutSession } from '@backd/contract/session.ts'
import { useLaterI18n } from '../../i18n/later.ts'
import { ComparisonToggle } from './comparison-toggle.tsx'

interface TermsMoreProps {
  session: CheckoutSession
  onHandOver: () => void
  /** `open`: it was asked for before it could be shown. */
  comparison: 'open' | 'folded'
}

/** Below the cards: the plans side by side, and the way to hand the decision over. */
export function TermsMore({ session: { offers, role }, onHandOver, comparison }: TermsMoreProps) {
  const { later } = useLaterI18n()
  const handOver = (
    <button type="button" class="text-button" onClick={onHandOver}>
      {later.handover[role]}
    </button>
  )
  return offers.length > 1 ? (
    <ComparisonToggle offers={offers} start={comparison} beside={handOver} />
  ) : (
    handOver
  )
}
