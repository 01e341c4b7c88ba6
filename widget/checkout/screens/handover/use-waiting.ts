import { useEffect, useReducer } from 'preact/hooks'
import type { StateOf, Waiting } from '../../flow/state.ts'
import { readOpen } from '../../flow/use-flow.ts'
import { finish, useIsLeft } from './leaving.ts'
import type { HandoverProps } from './props.ts'
import { pollDelayMs, reduceWaiting, startWaiting } from './rules.ts'

/**
 * Asks again and again what the colleague has decided, and takes the request back when the buyer wants it. What the API
 * says goes to the flow, which shows what it means: approved in this very moment, it is Done.
 */
export function useWaiting({
  state,
  ports: { api, clock },
  send,
}: Pick<HandoverProps<StateOf<'approval'>>, 'state' | 'ports' | 'send'>): [Waiting, () => void] {
  const { token } = state.visit
  const [waiting, tell] = useReducer(reduceWaiting, state.waiting ?? startWaiting)
  const { asked, task } = waiting
  const isLeft = useIsLeft(state)

  useEffect(() => {
    // An answer from before the request was taken back would bring it back to the screen.
    if (task) return
    const listening = new AbortController()
    const ask = async () => {
      const event = await readOpen(token, api)
      if (listening.signal.aborted) return
      send(event)
      tell({ type: event.type === 'session_opened' ? 'answered' : 'unanswered' })
    }
    const callOff = clock.after(pollDelayMs(waiting), ask)
    // Of a page that was out of sight the flow itself hears (ports/wake.ts).
    addEventListener('online', ask, listening)
    return () => {
      callOff()
      listening.abort()
    }
  }, [asked, task])
  useEffect(() => {
    if (!task) return
    const listening = new AbortController()
    send({ type: 'sending', afterwards: 'stay' })
    void api.withdraw(token).then(async (answer) => {
      const event =
        answer.kind === 'ok'
          ? ({ type: 'session_opened', visit: { token, session: answer.data } } as const)
          : await readOpen(token, api)
      if (listening.signal.aborted) return
      send(event)
      if (answer.kind !== 'ok') tell({ type: 'withdraw_failed', fault: answer })
      finish(send, isLeft, event)
    })
    return () => listening.abort()
  }, [task])
  return [waiting, () => tell({ type: 'withdraw_pressed' })]
}
