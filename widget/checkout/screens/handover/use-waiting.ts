import { useEffect, useReducer } from 'preact/hooks'
import type { StateOf, Waiting } from '../../flow/state.ts'
import { readOpen } from '../../flow/use-flow.ts'
import type { ApiFault } from '../../ports/api.ts'
import type { HandoverProps } from './props.ts'
import { pollDelayMs, reduceWaiting, startWaiting } from './rules.ts'
import { useSending } from './use-sending.ts'

/**
 * Asks again and again what the colleague has decided, and takes the request back when the buyer wants it. What the API
 * says goes to the flow, which shows what it means: approved in this very moment, it is Done.
 */
export function useWaiting(
  props: Pick<HandoverProps<StateOf<'approval'>>, 'state' | 'ports' | 'send'>,
): [Waiting, () => void] {
  const {
    state,
    ports: { api, clock },
    send,
  } = props
  const { token } = state.visit
  const [waiting, tell] = useReducer(reduceWaiting, state.waiting ?? startWaiting)
  const { asked, task } = waiting

  useEffect(() => {
    // An answer from before the request was taken back would bring it back to the screen.
    if (task) return
    const listening = new AbortController()
    const ask = async () => {
      // Nobody sees it: asked once somebody does.
      if (document.hidden) return
      callOff()
      const event = await readOpen(token, api)
      if (listening.signal.aborted) return
      send(event)
      tell({ type: event.type === 'session_opened' ? 'answered' : 'unanswered' })
    }
    const callOff = clock.after(pollDelayMs(waiting), ask)
    addEventListener('online', ask, listening)
    document.addEventListener('visibilitychange', ask, listening)
    return () => {
      callOff()
      listening.abort()
    }
  }, [asked, task])
  const refuse = (fault: ApiFault) => tell({ type: 'withdraw_failed', fault })
  useSending(task, props, api.withdraw, refuse, () => true)
  return [waiting, () => tell({ type: 'withdraw_pressed' })]
}
