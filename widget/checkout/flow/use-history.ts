import { useEffect, useRef, useState } from 'preact/hooks'
import type { Exit } from '../ports/exit.ts'
import type { PageHistory } from '../ports/page-history.ts'
import type { FlowEvent } from './reducer.ts'
import type { FlowState } from './state.ts'

/** How far a customer has come: what Back goes back over. null: wherever they are is fine. */
export function depthOf({ screen }: FlowState): number | null {
  switch (screen) {
    case 'verify':
    case 'deciding':
    case 'terms':
    case 'approval':
      return 0
    case 'review':
    case 'confirming':
    case 'handover':
      return 1
    // Nothing to go back to: Back leaves at once.
    case 'done':
    case 'stopped':
      return -1
    default:
      return null
  }
}

/**
 * Keeps the tab's history in step with the flow. Below the first step lies one entry of ours, so that Back there can ask
 * "Leave checkout?"; a second Back leaves for good, so nobody is held.
 */
export function useHistory(
  state: FlowState,
  send: (event: FlowEvent) => void,
  { history, exit }: { history: PageHistory; exit: Exit },
): void {
  // Where leaving leads nowhere there is no question to ask.
  const first = exit.leads.close === 'somewhere' ? 1 : 0
  const [moves, setMoves] = useState(0)
  const sendLatest = useRef(send)
  sendLatest.current = send

  useEffect(
    () =>
      history.listen((direction, level) => {
        sendLatest.current({ type: eventOf(direction, level >= first) })
        // Also when the flow stays where it is: then the browser goes back to it.
        setMoves((count) => count + 1)
      }),
    [],
  )
  const depth = depthOf(state)
  useEffect(() => {
    if (depth !== null) history.moveTo(depth < 0 ? 0 : first + depth)
  }, [depth, moves])
}

function eventOf(direction: 'back' | 'forward', isInside: boolean) {
  if (direction === 'forward') return 'forward_pressed'
  return isInside ? 'back_pressed' : 'leave_pressed'
}
