import type { ErrorCode } from '@backd/contract/api/errors.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { judgeFault } from '../../flow/refusals.ts'
import type { FormProblems, HandoverForm, Waiting } from '../../flow/state.ts'
import type { ApiFault } from '../../ports/api.ts'

/** What fits into a note or a reason. */
export const NOTE_MAX = 500

export type FormEvent =
  | { type: 'typed'; field: 'email' | 'note'; value: string }
  /** `by`: the buyer asks, the approver declines. */
  | { type: 'send_pressed'; by: CheckoutSession['role'] }
  | { type: 'refused'; fault: ApiFault }

export const emptyForm: HandoverForm = { email: '', note: '', problems: {}, task: null }

/** The rules of the form. What was typed stays whatever happens. */
export function reduceForm(form: HandoverForm, event: FormEvent): HandoverForm {
  switch (event.type) {
    case 'typed':
      return { ...form, [event.field]: event.value }
    case 'send_pressed': {
      if (form.task) return form
      const problems = findProblems(form, event.by)
      return { ...form, problems, task: Object.keys(problems)[0] ? null : { kind: 'send' } }
    }
    case 'refused':
      return { ...form, problems: judgeRefusal(event.fault), task: null }
  }
}

function findProblems({ email, note }: HandoverForm, by: CheckoutSession['role']): FormProblems {
  const problems: FormProblems = {}
  const address = email.trim()
  if (by === 'buyer') {
    if (!address) problems.email = 'missing'
    // Only what is surely no address; the API judges the rest.
    else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) problems.email = 'incomplete'
  }
  if (note.trim().length > NOTE_MAX) problems.note = 'too_long'
  return problems
}

const refusals: Partial<Record<ErrorCode, FormProblems>> = {
  invalid_request: { whole: 'service' },
  approver_is_buyer: { email: 'own' },
  email_undeliverable: { email: 'undeliverable' },
  approvals_used_up: { whole: 'used_up' },
}

function judgeRefusal(fault: ApiFault): FormProblems {
  const known =
    fault.kind === 'refused' &&
    (fault.fields[0]?.path === 'approver_email'
      ? ({ email: 'incomplete' } as const)
      : refusals[fault.code as ErrorCode])
  if (known) return { ...known }
  const found = judgeFault('open_session', fault)
  if (found.kind !== 'retry') return { whole: 'service' }
  // Of requests to colleagues "too many" lasts up to an hour; without a time it is of this moment.
  const waitS = found.cause === 'busy' && fault.kind === 'refused' && fault.retryAfterS
  return { whole: waitS ? { waitMinutes: Math.ceil(waitS / 60) } : found.cause }
}

/** Whether the fault is not of the form: the order has gone on meanwhile, and reading it tells how. */
export function isNews(fault: ApiFault): boolean {
  if (fault.kind !== 'refused' || Object.hasOwn(refusals, fault.code)) return false
  return judgeFault('open_session', fault).kind !== 'retry'
}

export type WaitingEvent =
  | { type: 'answered' }
  | { type: 'unanswered' }
  | { type: 'withdraw_pressed' }
  | { type: 'withdraw_failed'; fault: ApiFault }

export const startWaiting: Waiting = { asked: 0, failures: 0, task: null, problem: null }

/** From so many failures on the customer is told; one is a hiccup. */
const TOLD_FROM = 2

export function reduceWaiting(waiting: Waiting, event: WaitingEvent): Waiting {
  const asked = waiting.asked + 1
  switch (event.type) {
    case 'answered':
      return { ...waiting, asked, failures: 0, problem: null }
    case 'unanswered': {
      const failures = waiting.failures + 1
      return { ...waiting, asked, failures, problem: failures < TOLD_FROM ? waiting.problem : 'network' }
    }
    case 'withdraw_pressed':
      return { ...waiting, task: waiting.task ?? { kind: 'withdraw' }, problem: null }
    case 'withdraw_failed': {
      const found = judgeFault('open_session', event.fault)
      return { ...waiting, task: null, problem: found.kind === 'retry' ? found.cause : 'service' }
    }
  }
}

/** How long until the API is asked again: soon at first, and never more often than people could notice. */
export const pollDelayMs = ({ asked }: Waiting): number => Math.min(5000, 2000 + 250 * asked)
