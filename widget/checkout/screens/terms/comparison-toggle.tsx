import type { SessionOffer } from '@backd/contract/session.ts'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useI18n } from '../../i18n/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Comparison } from './comparison.tsx'

const TABLE_ID = 'comparison'

interface ComparisonToggleProps {
  offers: SessionOffer[]
  start: 'open' | 'folded'
  /** Another way on, on the same line. */
  beside: ComponentChildren
}

/** Opens the comparison below the cards; it stays folded until somebody asks for it. */
export function ComparisonToggle({ offers, start, beside }: ComparisonToggleProps) {
  const { text } = useI18n()
  const [state, setState] = useState(start)
  const isOpen = state === 'open'
  return (
    <>
      <div class="comparing-line">
        <button
          type="button"
          class="text-button"
          aria-expanded={isOpen}
          aria-controls={TABLE_ID}
          onClick={() => setState(isOpen ? 'folded' : 'open')}
        >
          {text.terms.compare}
          <Icon name="chevron" />
        </button>
        {beside}
      </div>
      <div id={TABLE_ID}>{isOpen && <Comparison offers={offers} />}</div>
    </>
  )
}
