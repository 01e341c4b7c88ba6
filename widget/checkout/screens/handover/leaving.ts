import { useRef } from 'preact/hooks'
import type { FlowEvent } from '../../flow/reducer.ts'
import type { StateOf } from '../../flow/state.ts'

/** Whether the customer has wished to leave while something is being sent, also once the flow has gone on. */
export function useIsLeft({ afterwards }: StateOf<'handover' | 'approval'>): { current: boolean } {
  const isLeft = useRef(false)
  if (afterwards) isLeft.current = afterwards === 'leave'
  return isLeft
}

/**
 * Carries out the wish when the flow knows what has come of it, so that the shop hears that. Where nobody knows the
 * customer is told so instead, and may leave again.
 */
export function finish(
  send: (event: FlowEvent) => void,
  isLeft: { current: boolean },
  known: FlowEvent | false,
): void {
  send(
    isLeft.current && known && known.type === 'session_opened'
      ? { type: 'leave_confirmed' }
      : { type: 'sending', afterwards: undefined },
  )
}
