import { useState } from 'preact/hooks'
import type { StateOf } from '../../flow/state.ts'
import { useSlow } from '../../flow/use-slow.ts'
import { useLaterI18n } from '../../i18n/later.ts'
import type { Clock } from '../../ports/clock.ts'
import { Button } from '../../ui/button.tsx'
import { OrderSummary } from '../../ui/order-summary.tsx'
import { Standstill } from '../../ui/standstill.tsx'

interface DecidingScreenProps {
  state: StateOf<'deciding'>
  clock: Clock
  onLeave: (() => void) | undefined
}

/** Backd's answer takes a moment: says so. */
export function DecidingScreen({ state, clock, onLeave }: DecidingScreenProps) {
  const { text, later } = useLaterI18n()
  // One wait for the customer, however often it is asked in between.
  const [wait] = useState({})
  const pace = useSlow(wait, clock)
  return (
    <Standstill
      {...later.deciding}
      icon="clock"
      onClose={onLeave}
      aside={<OrderSummary session={state.visit.session} />}
      actions={
        onLeave && (
          <Button kind="quiet" onPress={onLeave}>
            {text.backToShop}
          </Button>
        )
      }
      // There from the start, so that what comes into it is read, and nothing moves.
      told={
        <p class="lead deciding-slow" role="status">
          {pace === 'slow' && text.announced.slow}
        </p>
      }
    />
  )
}
