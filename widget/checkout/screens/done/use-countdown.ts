import { useEffect, useState } from 'preact/hooks'
import type { Clock } from '../../ports/clock.ts'

/** Seconds that are left, or that the customer stopped them. */
export type Countdown = { kind: 'running'; secondsLeft: number } | { kind: 'stopped' }

/**
 * Counts down and calls `onEnd` once at zero, unless it is stopped before (WCAG 2.2.1: a time limit can be turned off).
 * While the page is hidden no time passes: nobody is reading it.
 */
export function useCountdown(seconds: number, clock: Clock, onEnd: () => void): [Countdown, () => void] {
  const [countdown, setCountdown] = useState<Countdown>({ kind: 'running', secondsLeft: seconds })
  useEffect(() => {
    if (countdown.kind === 'stopped') return
    const { secondsLeft } = countdown
    if (secondsLeft === 0) return onEnd()
    return clock.after(1000, () =>
      setCountdown({ kind: 'running', secondsLeft: document.hidden ? secondsLeft : secondsLeft - 1 }),
    )
  }, [countdown])
  return [countdown, () => setCountdown({ kind: 'stopped' })]
}
