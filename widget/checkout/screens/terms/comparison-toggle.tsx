import type { Offer } from '@backd/contract/plans.ts'
import { useId, useState } from 'preact/hooks'
import { useI18n } from '../../i18n/i18n.ts'
import { LaterPanel } from '../../parts/later-panel.tsx'
import { comparisonPart } from '../../parts/parts.ts'
import { Icon } from '../../ui/icon.tsx'

/** Opens the comparison below the cards; it stays folded until somebody asks for it. */
export function ComparisonToggle({ offers }: { offers: Offer[] }) {
  const { text } = useI18n()
  const [state, setState] = useState<'folded' | 'open'>('folded')
  const id = useId()
  const isOpen = state === 'open'
  return (
    <div class="comparing">
      <button
        type="button"
        class="text-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setState(isOpen ? 'folded' : 'open')}
      >
        {text.terms.compare}
        <Icon name="chevron" />
      </button>
      <div id={id}>{isOpen && <LaterPanel part={comparisonPart} props={{ offers }} />}</div>
    </div>
  )
}
