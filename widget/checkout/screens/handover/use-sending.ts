import type { CheckoutSession } from '@backd/contract/session.ts'
import { useEffect, useRef } from 'preact/hooks'
import type { StateOf } from '../../flow/state.ts'
import { readOpen } from '../../flow/use-flow.ts'
import type { Answer, ApiFault } from '../../ports/api.ts'
import type { HandoverProps } from './props.ts'

/**
 * Sends what the customer has decided, once for each task, and tells the flow what has come of it. Where the answer does not
 * say so, the order is read again: when the fault is none of the screen's, and for a customer who wishes to leave, since the
 * shop hears how it came out.
 * @param onRefused tells the screen, if that is still there
 * @param isNews whether a fault says that the order has gone on
 */
export function useSending(
  task: object | null,
  {
    state,
    ports: { api },
    send,
  }: Pick<HandoverProps<StateOf<'handover' | 'approval'>>, 'state' | 'ports' | 'send'>,
  call: (token: string) => Promise<Answer<CheckoutSession>>,
  onRefused: (fault: ApiFault) => void,
  isNews: (fault: ApiFault) => boolean,
): void {
  const isLeft = useRef(false)
  isLeft.current = state.afterwards === 'leave'
  useEffect(() => {
    if (!task) return
    const { token } = state.visit
    const listening = new AbortController()
    send({ type: 'sending' })
    void call(token).then(async (answer) => {
      const event =
        answer.kind === 'ok'
          ? ({ type: 'session_opened', visit: { token, session: answer.data } } as const)
          : (isNews(answer) || isLeft.current) && (await readOpen(token, api))
      // The flow has read it elsewhere, and gone on.
      if (listening.signal.aborted) return
      if (event) send(event)
      if (answer.kind !== 'ok') onRefused(answer)
      send({ type: 'sent', isKnown: event && event.type === 'session_opened' })
    })
    return () => listening.abort()
  }, [task])
}
