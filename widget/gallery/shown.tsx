import { useReducer } from 'preact/hooks'
import { reduceFlow } from '../checkout/flow/reducer.ts'
import type { FlowState } from '../checkout/flow/state.ts'
import { systemClock } from '../checkout/ports/clock.ts'
import type { Exit } from '../checkout/ports/exit.ts'
import { Screen } from '../checkout/screen.tsx'

/** Somewhere to go, so that every button is there; nobody goes. */
const exit: Exit = { leads: { success: 'somewhere', close: 'somewhere' }, leave: () => {} }
/** Countdowns stand still, so that a picture is the same each time. */
const stillClock = { ...systemClock, after: () => () => {} }

/** A screen that answers as the flow does, but whose tasks nobody runs. */
export function Shown({ first, pace }: { first: FlowState; pace: 'slow' | 'usual' }) {
  const [state, send] = useReducer(reduceFlow, first)
  return <Screen state={state} ports={{ clock: stillClock, exit }} pace={pace} send={send} />
}
