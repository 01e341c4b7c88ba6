import type { Offer } from '@backd/contract/plans.ts'
import { useId, useState } from 'preact/hooks'
import { useLaterI18n } from '../../i18n/later.ts'
import { Icon } from '../../ui/icon.tsx'
import { Comparison } from './comparison.tsx'

/** Opens the comparison below the cards; it stays folded until somebody asks for it. */
export function ComparisonToggle({ offers }: { offers: Offer[] }) {
  const { later } = useLaterI18n()
  const [state, setState] = useState<'folded' | 'open'>('folded')
  const id = useId()
  const isOpen = state === 'open'
  return (
    <>
      <button
        type="button"
        class="text-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setState(isOpen ? 'folded' : 'open')}
      >
        {later.comparison.open}
        <Icon name="chevron" />
      </button>
      <div id={id}>{isOpen && <Comparison offers={offers} />}</div>
    </>
  )
}
