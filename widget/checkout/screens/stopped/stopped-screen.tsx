import type { StateOf, StopReason } from '../../flow/state.ts'
import { useLaterI18n } from '../../i18n/later.ts'
import { Button } from '../../ui/button.tsx'
import { Standstill } from '../../ui/standstill.tsx'
import { DeveloperDetail } from './developer-detail.tsx'

interface StoppedScreenProps {
  state: StateOf<'stopped'>
  /** Missing where there is no shop to go back to. */
  onLeave: (() => void) | undefined
  progress: 'ready' | 'busy'
}

/** Whose sentences lead back to the shop, where there is one behind the page. */
const leadToShop = new Set<StopReason>([
  'over_limit',
  'expired',
  'declined',
  'duplicate_order',
  'no_offers',
  'service',
])

export function StoppedScreen({ state, onLeave, progress }: StoppedScreenProps) {
  const { text, later } = useLaterI18n()
  const { reason, detail } = state
  return (
    <Standstill
      title={later.stoppedTitles[reason]}
      body={onLeave || !leadToShop.has(reason) ? later.stopped[reason] : later.tellSender}
      icon={reason === 'expired' ? 'clock' : 'alert'}
      onClose={onLeave}
      actions={
        onLeave && (
          <Button kind="primary" state={progress} onPress={onLeave}>
            {text.backToShop}
          </Button>
        )
      }
    >
      {detail && onLeave && <DeveloperDetail detail={detail} />}
    </Standstill>
  )
}
