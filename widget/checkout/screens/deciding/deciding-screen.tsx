import type { StateOf } from '../../flow/state.ts'
import { useLaterI18n } from '../../i18n/later.ts'
import { Icon } from '../../ui/icon.tsx'
import { OrderSummary } from '../../ui/order-summary.tsx'
import { ScreenHeading } from '../../ui/screen-heading.tsx'
import { Shell } from '../../ui/shell.tsx'

interface DecidingScreenProps {
  state: StateOf<'deciding'>
  onLeave: (() => void) | undefined
}

/** Backd's answer takes a moment: says so, beside the order it is about. */
export function DecidingScreen({ state, onLeave }: DecidingScreenProps) {
  const { later } = useLaterI18n()
  const { session } = state.visit
  return (
    <Shell onClose={onLeave} aside={<OrderSummary session={session} />}>
      <div class="screen">
        <span class="medal medal-waiting">
          <Icon name="clock" />
        </span>
        <ScreenHeading title={later.deciding.title} merchant={session.merchant_name} />
        <p class="lead">{later.deciding.body}</p>
      </div>
    </Shell>
  )
}
