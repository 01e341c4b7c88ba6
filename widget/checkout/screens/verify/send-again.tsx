import type { Verification } from '@backd/contract/session.ts'
import { useEffect, useReducer, useState } from 'preact/hooks'
import { useI18n } from '../../i18n/i18n.ts'
import type { Clock } from '../../ports/clock.ts'

interface SendAgainProps {
  code: Extract<Verification, { state: 'required' }>['code']
  clock: Clock
  /** `busy`: a code is being sent or looked at. */
  state: 'ready' | 'busy'
  onPress: () => void
}

/** A new code, once the last one has had its time to arrive. */
export function SendAgain({ code, clock, state, onPress }: SendAgainProps) {
  const { text } = useI18n()
  const [readyAt] = useState(() => Date.now() + (code ? msLeft(code) : 0))
  const [, draw] = useReducer((draws: number, _: 'tick') => draws + 1, 0)
  const seconds = Math.max(0, Math.ceil((readyAt - Date.now()) / 1000))
  // Read off the clock each time: also while the page is hidden, where timers are late, the wait goes by.
  useEffect(() => {
    if (seconds > 0) return clock.after(1000, () => draw('tick'))
  })
  const isReady = seconds === 0 && state === 'ready'
  return (
    <p class="send-again">
      <button type="button" class="text-button" aria-disabled={!isReady} onClick={() => isReady && onPress()}>
        {text.verify.again}
      </button>
      {/* Not announced: a number that changes each second would talk over everything. */}
      {seconds > 0 && <span>{text.verify.wait(seconds)}</span>}
    </p>
  )
}

/** At most what the API asked for: this device's clock, or a sandbox merchant's, may be far off. */
function msLeft({ sent_at, resend_at }: NonNullable<SendAgainProps['code']>): number {
  const whole = Date.parse(resend_at) - Date.parse(sent_at)
  return Math.min(whole, Math.max(0, Date.parse(resend_at) - Date.now()))
}
