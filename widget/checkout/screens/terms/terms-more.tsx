import type { SessionOffer } from '@backd/contract/session.ts'
import type { VNode } from 'preact'
import { ComparisonToggle } from './comparison-toggle.tsx'

interface TermsMoreProps {
  offers: SessionOffer[]
  /** The way to hand the decision over. */
  handOver: VNode
  /** `open`: it was asked for before it could be shown. */
  comparison: 'open' | 'folded'
}

/** Below the cards: the plans side by side, where there are several, and the way to hand the decision over. */
export function TermsMore({ offers, handOver, comparison }: TermsMoreProps) {
  return offers.length > 1 ? (
    <ComparisonToggle offers={offers} start={comparison} beside={handOver} />
  ) : (
    handOver
  )
}
