import type { SessionOffer } from '@backd/contract/session.ts'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useLaterI18n } from '../../i18n/later.ts'
import { Icon } from '../../ui/icon.tsx'
import { Comparison } from './comparison.tsx'

const TABLE_ID = 'comparison'

interface ComparisonToggleProps {
  offers: SessionOffer[]
  /** Another way on, on the same line. */
  beside: ComponentChildren
}

/** Opens the comparison below the cards; it stays folded until somebody asks for it. */
export function ComparisonToggle({ offers, beside }: ComparisonToggleProps) {
  const { later } = useLaterI18n()
  const [state, setState] = useState<'folded' | 'open'>('folded')
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
          {later.comparison.open}
          <Icon name="chevron" />
        </button>
        {beside}
      </div>
      <div id={TABLE_ID}>{isOpen && <Comparison offers={offers} />}</div>
    </>
  )
}
