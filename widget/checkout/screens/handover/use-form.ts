import { useEffect, useReducer } from 'preact/hooks'
import type { HandoverForm, StateOf } from '../../flow/state.ts'
import { readOpen } from '../../flow/use-flow.ts'
import type { CheckoutApi } from '../../ports/api.ts'
import { finish, useIsLeft } from './leaving.ts'
import type { HandoverProps } from './props.ts'
import { emptyForm, type FormEvent, isNews, reduceForm } from './rules.ts'

/** What was entered for a link and not sent: Back and a look at the terms lose nothing. */
const drafts = new Map<string, HandoverForm>()

/** Runs the form: what was entered, and how to tell it what happened. The session that comes of it goes to the flow. */
export function useForm({
  state,
  ports: { api },
  send,
}: Pick<HandoverProps<StateOf<'handover'>>, 'state' | 'ports' | 'send'>): [
  HandoverForm,
  (event: FormEvent) => void,
] {
  const { token, session } = state.visit
  const [form, tell] = useReducer(reduceForm, state.form ?? drafts.get(token) ?? emptyForm)
  const isLeft = useIsLeft(state)
  useEffect(() => {
    // On its way it is none; an answer that refuses it makes it one again.
    drafts.set(token, form.task ? emptyForm : { ...form, problems: {} })
  }, [form])
  useEffect(() => {
    if (!form.task) return
    const listening = new AbortController()
    send({ type: 'sending', afterwards: 'stay' })
    void pass(form, token, session.role, api).then(async (answer) => {
      const event =
        answer.kind === 'ok'
          ? ({ type: 'session_opened', visit: { token, session: answer.data } } as const)
          : (isNews(answer) || isLeft.current) && (await readOpen(token, api))
      if (listening.signal.aborted) return
      // Where the flow goes on to another screen, the form is gone.
      if (event) send(event)
      if (answer.kind !== 'ok') tell({ type: 'refused', fault: answer })
      finish(send, isLeft, event)
    })
    return () => listening.abort()
  }, [form.task])
  return [form, tell]
}

function pass({ email, note }: HandoverForm, token: string, role: 'buyer' | 'approver', api: CheckoutApi) {
  const words = note.trim() || null
  return role === 'buyer'
    ? api.askColleague(token, { approver_email: email.trim(), note: words })
    : api.decline(token, { reason: words })
}
