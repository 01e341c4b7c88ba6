import { useEffect, useReducer } from 'preact/hooks'
import type { HandoverForm, StateOf } from '../../flow/state.ts'
import type { HandoverProps } from './props.ts'
import { emptyForm, type FormEvent, isNews, reduceForm } from './rules.ts'
import { useSending } from './use-sending.ts'

/**
 * What was entered for a link and not sent: Back and a look at the terms lose nothing. Not kept by the browser: what it keeps
 * for a tab it brings back with the tab, also for whoever opens the closed one again.
 */
const drafts = new Map<string, HandoverForm>()

/** Runs the form: what was entered, and how to tell it what happened. The session that comes of it goes to the flow. */
export function useForm(
  props: Pick<HandoverProps<StateOf<'handover'>>, 'state' | 'ports' | 'send'>,
): [HandoverForm, (event: FormEvent) => void] {
  const { state, ports } = props
  const { token, session } = state.visit
  const [form, tell] = useReducer(reduceForm, state.form ?? drafts.get(token) ?? emptyForm)
  useEffect(() => {
    // On its way it is none; an answer that refuses it makes it one again.
    drafts.set(token, form.task ? emptyForm : { ...form, problems: {} })
  }, [form])
  useSending(
    form.task,
    props,
    () => {
      const words = form.note.trim() || null
      return session.role === 'buyer'
        ? ports.api.askColleague(token, { approver_email: form.email.trim(), note: words })
        : ports.api.decline(token, { reason: words })
    },
    (fault) => tell({ type: 'refused', fault }),
    isNews,
  )
  return [form, tell]
}
