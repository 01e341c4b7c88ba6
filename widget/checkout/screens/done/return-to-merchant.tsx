import { useLaterI18n } from '../../i18n/later.ts'
import type { Clock } from '../../ports/clock.ts'
import { Button } from '../../ui/button.tsx'
import { sentence } from '../../ui/sentence.ts'
import { useCountdown } from './use-countdown.ts'

/** Long enough to read a date and an amount. */
export const RETURN_AFTER_SECONDS = 6

interface ReturnToMerchantProps {
  merchant: string
  clock: Clock
  onReturn: () => void
  progress: 'ready' | 'busy'
}

/** The button that was pressed is gone; the focus goes to what stands in its place, not back to the page's start. */
const takeFocus = (element: HTMLElement | null) => element?.focus()

/** Back to the merchant: by itself in a few seconds, at once by the button, or later if the customer stays. */
export function ReturnToMerchant({ merchant, clock, onReturn, progress }: ReturnToMerchantProps) {
  const { later } = useLaterI18n()
  const [countdown, stop] = useCountdown(RETURN_AFTER_SECONDS, clock, onReturn)
  return (
    <div class="return">
      <Button kind="primary" state={progress} onPress={onReturn}>
        {sentence(later.done.returnTo, merchant)}
      </Button>
      {countdown.kind === 'running' ? (
        <p class="return-countdown">
          {/* Read once, by the announcer: a number that changes each second would talk over everything. */}
          <span aria-hidden="true">{later.done.countdown(countdown.secondsLeft)}</span>
          <button type="button" class="text-button" onClick={stop}>
            {later.done.stay}
          </button>
        </p>
      ) : (
        <p class="return-countdown" ref={takeFocus} tabIndex={-1}>
          {later.done.staying}
        </p>
      )}
    </div>
  )
}
