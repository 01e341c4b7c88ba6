import type { SessionOffer } from '@backd/contract/session.ts'
import { useState } from 'preact/hooks'
import { useLaterI18n } from '../../i18n/later.ts'
import { Icon } from '../../ui/icon.tsx'
import { Comparison } from './comparison.tsx'

const TABLE_ID = 'comparison'

/** Opens the comparison below the cards; it stays folded until somebody asks for it. */
export function ComparisonToggle({ offers }: { offers: SessionOffer[] }) {
  const { later } = useLaterI18n()
  const [state, setState] = useState<'folded' | 'open'>('folded')
  const isOpen = state === 'open'
  return (
    <>
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
      <div id={TABLE_ID}>{isOpen && <Comparison offers={offers} />}</div>
    </>
  )
}
