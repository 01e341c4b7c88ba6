import type { Approval } from '@backd/contract/session.ts'
import type { FlowEvent } from '../../flow/reducer.ts'
import type { StateOf } from '../../flow/state.ts'
import type { HandoverText } from '../../i18n/en-handover.ts'
import type { I18n } from '../../i18n/i18n.ts'
import type { CheckoutApi } from '../../ports/api.ts'
import type { Clock } from '../../ports/clock.ts'

/** What every screen of the handover gets: its state, the world, and how to tell the flow. */
export interface HandoverProps<State> {
  state: State
  ports: { api: CheckoutApi; clock: Clock }
  send: (event: FlowEvent) => void
  onLeave: (() => void) | undefined
  i18n: I18n & { words: HandoverText }
}

/** There is a request to tell of. */
export type Told = HandoverProps<StateOf<'approval'>> & { approval: Approval }
