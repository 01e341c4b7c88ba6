import type { StateOf } from '../../flow/state.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { Standstill } from '../../ui/standstill.tsx'

interface InterruptedScreenProps {
  state: Pick<StateOf<'interrupted'>, 'screen' | 'cause'>
  onRetry: () => void
  /** To the step before. Where there is one, the close button alone leads to the shop. */
  onBack?: (() => void) | undefined
  onLeave: (() => void) | undefined
}

const icons: Record<StateOf<'interrupted'>['cause'], IconName> = {
  network: 'offline',
  service: 'alert',
  busy: 'clock',
}

export function InterruptedScreen({ state, onRetry, onBack, onLeave }: InterruptedScreenProps) {
  const { text } = useI18n()
  const onReturn = onBack ?? onLeave
  return (
    <Standstill
      title={text.interrupted[state.cause].title}
      body={`${text.interrupted[state.cause].body} ${text.safe}`}
      icon={icons[state.cause]}
      onClose={onLeave}
      actions={
        <>
          <Button kind="primary" onPress={onRetry}>
            {text.tryAgain}
          </Button>
          {onReturn && (
            <Button kind="quiet" onPress={onReturn}>
              {onBack ? text.back : text.backToShop}
            </Button>
          )}
        </>
      }
    />
  )
}
