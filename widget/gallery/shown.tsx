import type { CheckoutSession } from '@backd/contract/session.ts'
import { useReducer } from 'preact/hooks'
import { type FlowEvent, reduceFlow } from '../checkout/flow/reducer.ts'
import type { FlowState } from '../checkout/flow/state.ts'
import type { CheckoutApi } from '../checkout/ports/api.ts'
import { systemClock } from '../checkout/ports/clock.ts'
import type { Exit } from '../checkout/ports/exit.ts'
import { Screen } from '../checkout/screen.tsx'

/** Somewhere to go, so that every button is there; nobody goes. An approver came by mail, and has nowhere. */
function exitOf(role: CheckoutSession['role']): Exit {
  const way = role === 'approver' ? 'nowhere' : 'somewhere'
  return { leads: { success: way, close: way }, leave: () => {} }
}
/** Countdowns stand still, so that a picture is the same each time. */
const stillClock = { ...systemClock, after: () => () => {} }

/** Every call stays open. */
const never = () => new Promise<never>(() => {})
const api: CheckoutApi = {
  createOrder: never,
  readSession: never,
  sendCode: never,
  verifyCode: never,
  selectTerms: never,
  askColleague: never,
  withdraw: never,
  decline: never,
}

/** Who is leaving was already told that it is being sent. */
function reduceShown(state: FlowState, event: FlowEvent): FlowState {
  const isLeaving = 'afterwards' in state && state.afterwards === 'leave'
  return event.type === 'sending' && isLeaving ? state : reduceFlow(state, event)
}

interface ShownProps {
  first: FlowState
  pace: 'slow' | 'usual'
  /** Who looks at it. */
  role: CheckoutSession['role']
}

/** A screen that answers as the flow does, but whose tasks nobody runs. */
export function Shown({ first, pace, role }: ShownProps) {
  const [state, send] = useReducer(reduceShown, first)
  return (
    <Screen state={state} ports={{ api, clock: stillClock, exit: exitOf(role) }} pace={pace} send={send} />
  )
}
