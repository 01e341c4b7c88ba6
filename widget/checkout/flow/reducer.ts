import type { CheckoutSession } from '@backd/contract/session.ts'
import type { ApiFault } from '../ports/api.ts'
import { type Consequence, judgeCodeFault, judgeFault } from './refusals.ts'
import {
  type AskedState,
  type FlowState,
  type HostSource,
  type Notice,
  type OpenTask,
  type SelectTask,
  type ShownState,
  type StateOf,
  showSession,
  showStop,
  type Visit,
} from './state.ts'

export type FlowEvent =
  // The merchant's page, in the modal
  /** It has loaded the checkout ahead, and nobody sees it yet. */
  | { type: 'host_hides' }
  | { type: 'host_opened'; source: HostSource }
  | { type: 'host_silent' }
  // The API
  /** The session was read: to open it, or again because the customer came back to the page after a while. */
  | { type: 'session_opened'; visit: Visit }
  | { type: 'open_failed'; fault: ApiFault }
  | { type: 'terms_stored'; session: CheckoutSession }
  | { type: 'select_failed'; fault: ApiFault }
  /** A code was sent, or the one that was entered is right: the session says which. */
  | { type: 'code_answered'; session: CheckoutSession }
  | { type: 'code_failed'; fault: ApiFault }
  // The customer
  | { type: 'code_entered'; code: string }
  | { type: 'new_code_pressed' }
  | { type: 'plan_chosen'; planId: string }
  | { type: 'continue_pressed' }
  | { type: 'back_pressed' }
  /** The browser's own Forward, to a step that was there before. */
  | { type: 'forward_pressed' }
  | { type: 'consent_changed'; consent: 'open' | 'given' }
  | { type: 'confirm_pressed' }
  /** Ask a colleague to approve; as the colleague, decline. */
  | { type: 'handover_pressed' }
  /** The request to the colleague, its taking back or their no is being sent. */
  | { type: 'sending' }
  /** It is so no longer. `isKnown`: the session that was read since tells what has come of it. */
  | { type: 'sent'; isKnown: boolean }
  /** The buyer chooses terms after all. */
  | { type: 'choose_pressed' }
  | { type: 'retry_pressed' }
  /** Any way out: a screen's own button, "Close checkout", Escape, or the merchant's page asking. */
  | { type: 'leave_pressed' }
  /** The answers to "Leave checkout?". */
  | { type: 'stay_pressed' }
  | { type: 'leave_confirmed' }

/** The flow's one rule book. Pure; an event that means nothing in a state leaves it as it is. */
export function reduceFlow(state: FlowState, event: FlowEvent): FlowState {
  if (state.screen === 'leaving') return state
  if (state.screen === 'asking') return whileAsking(state, event)
  // Whoever says so has been asked, or loses nothing.
  if (event.type === 'leave_confirmed') return depart(state)
  if (event.type === 'leave_pressed') return leave(state)
  switch (state.screen) {
    case 'connecting':
      return whileConnecting(state, event)
    case 'loading':
      return whileLoading(state, event)
    case 'verify':
      return onVerify(state, event)
    case 'deciding':
      return whileDeciding(state, event)
    case 'terms':
      return onTerms(state, event)
    case 'review':
      return onReview(state, event)
    case 'confirming':
      return whileConfirming(state, event)
    case 'handover':
      return event.type === 'back_pressed' && !state.afterwards ? state.from : whileSending(state, event)
    case 'approval':
      return event.type === 'choose_pressed'
        ? { screen: 'terms', visit: state.visit, choice: { kind: 'none' }, notice: 'none' }
        : whileSending(state, event)
    case 'interrupted':
      return event.type === 'retry_pressed' ? resume(state.retry) : state
    case 'done':
    case 'stopped':
      return state
  }
}

function whileConnecting(state: StateOf<'connecting'>, event: FlowEvent): FlowState {
  if (event.type === 'host_silent') return showStop('host_silent')
  // There is time: nobody waits.
  if (event.type === 'host_hides') return { ...state, task: null }
  if (event.type === 'session_opened') return showSession(event.visit, 'none')
  if (event.type !== 'host_opened') return state
  return resume({ kind: 'open', source: event.source, notice: 'none' })
}

function whileLoading(state: StateOf<'loading'>, event: FlowEvent): FlowState {
  const { task } = state
  if (event.type === 'session_opened') return showSession(event.visit, task.notice)
  if (event.type !== 'open_failed') return state
  const call = task.source.kind === 'order' ? 'open_order' : 'open_session'
  const consequence = judgeFault(call, event.fault)
  // Reading again is what just failed; asking at once would go round in circles.
  if (consequence.kind === 'reload') return { screen: 'interrupted', cause: 'service', retry: task }
  return follow(consequence, task)
}

/** Behind the question things may happen; the question stays as long as it makes sense. */
function whileAsking(state: StateOf<'asking'>, event: FlowEvent): FlowState {
  const { from } = state
  // Forward again, Escape in the question, or the merchant's page asking again.
  if (['stay_pressed', 'leave_pressed', 'forward_pressed'].includes(event.type)) return from
  const next = reduceFlow(from, event)
  if (next === from) return state
  return isAsked(next) ? { screen: 'asking', from: next } : next
}

/** Where there is no way on, there is nothing to ask about. */
const isAsked = (state: FlowState): state is AskedState =>
  state.screen === 'terms' ||
  state.screen === 'review' ||
  state.screen === 'handover' ||
  (state.screen === 'verify' && state.problem.kind !== 'undeliverable')

function onVerify(state: StateOf<'verify'>, event: FlowEvent): FlowState {
  const { visit, task } = state
  switch (event.type) {
    case 'code_entered': {
      if (task?.kind === 'check_code') return state
      // Spaces and dashes of a pasted code mean nothing; other scripts' digits are digits.
      const code = event.code.normalize('NFKC').replace(/\D/g, '')
      if (code.length !== 6) return { ...state, problem: { kind: 'incomplete' }, entered: undefined }
      return check({ ...state, problem: { kind: 'none' }, entered: code })
    }
    case 'new_code_pressed':
      return task ? state : { ...state, problem: { kind: 'none' }, task: { kind: 'send_code', visit } }
    case 'code_answered': {
      const next = showSession({ ...visit, session: event.session }, 'none')
      return next.screen === 'verify' ? check({ ...next, task: null, entered: state.entered }) : next
    }
    case 'code_failed': {
      const found = judgeCodeFault(event.fault)
      if (found.kind === 'stop') return showStop(found.reason, found.detail)
      if (found.kind === 'reload') return reload(visit.token, found.notice)
      // Of sending, "too many" means codes to this address, and lasts; of checking, requests of this moment.
      const isTooMany = found.kind === 'busy' && task?.kind === 'send_code'
      const problem = isTooMany ? { kind: 'too_many' as const, fault: event.fault } : found
      // The code may have come although its sending did not answer; the API knows.
      return check({ ...state, problem, task: null })
    }
    default:
      return reread(state, event)
  }
}

/** Checks what was entered, once nothing else is under way. */
function check(state: StateOf<'verify'>): StateOf<'verify'> {
  const { visit, task, entered: code } = state
  if (task || code === undefined) return state
  return {
    ...state,
    problem: { kind: 'none' },
    task: { kind: 'check_code', visit, code },
    entered: undefined,
  }
}

function whileDeciding(state: StateOf<'deciding'>, event: FlowEvent): FlowState {
  if (event.type === 'session_opened') return showSession(event.visit, 'none')
  if (event.type !== 'open_failed') return state
  const { token } = state.task
  const task: OpenTask = { kind: 'open', source: { kind: 'token', token }, notice: 'none' }
  return follow(judgeFault('open_session', event.fault), task)
}

function onTerms(state: StateOf<'terms'>, event: FlowEvent): FlowState {
  if (event.type === 'plan_chosen') {
    const offer = state.visit.session.offers.find(({ plan_id }) => plan_id === event.planId)
    return offer ? { ...state, choice: { kind: 'chosen', offer } } : state
  }
  if (event.type !== 'continue_pressed' && event.type !== 'forward_pressed') return reread(state, event)
  const { choice, visit } = state
  if (choice.kind !== 'chosen') {
    return event.type === 'continue_pressed' ? { ...state, choice: { kind: 'missing' } } : state
  }
  return { screen: 'review', visit, offer: choice.offer, consent: 'open' }
}

function onReview(state: StateOf<'review'>, event: FlowEvent): FlowState {
  const { visit, offer } = state
  switch (event.type) {
    case 'back_pressed':
      return { screen: 'terms', visit, choice: { kind: 'chosen', offer }, notice: 'none' }
    case 'consent_changed':
      return { ...state, consent: event.consent }
    case 'confirm_pressed':
      if (state.consent !== 'given') return { ...state, consent: 'missing' }
      return resume({ kind: 'select', visit, offer })
    default:
      return reread(state, event)
  }
}

/** What the customer sees stays as it is, unless it is no longer true. A way to hand the order over is on most of it. */
function reread(state: AskedState | StateOf<'approval'>, event: FlowEvent): ShownState {
  if (event.type === 'handover_pressed' && state.screen !== 'verify') {
    // The form itself has no such button.
    return { screen: 'handover', visit: state.visit, from: state as StateOf<'terms'> }
  }
  if (event.type === 'open_failed') {
    const consequence = judgeFault('open_session', event.fault)
    // What may pass is met again by the next press, which says so.
    return consequence.kind === 'stop' ? showStop(consequence.reason, consequence.detail) : state
  }
  if (event.type !== 'session_opened') return state
  const { visit } = event
  const isBefore = state.screen === 'verify' || state.screen === 'approval'
  const next = showSession(visit, isBefore ? 'none' : 'offer_changed')
  if (next.screen === 'verify' && state.screen === 'verify') {
    // No code is left to enter: a new one is sent, as where the screen opens. After a problem the customer asks for it.
    return {
      ...next,
      problem: state.problem,
      entered: state.entered,
      task: state.task ?? (state.problem.kind === 'none' ? next.task : null),
    }
  }
  if (next.screen !== 'terms' || isBefore) return next
  const isSame = state.screen === 'handover' || whatWasShown(state.visit) === whatWasShown(visit)
  return isSame ? { ...state, visit } : next
}

/**
 * A wish to leave is carried out when the flow knows what has come of what was sent, whoever read it, so that the shop
 * hears that. Where nobody knows the customer is told so instead, and may leave again.
 */
function whileSending(state: StateOf<'handover' | 'approval'>, event: FlowEvent): FlowState {
  const { afterwards } = state
  if (event.type === 'sending') return { ...state, afterwards: 'stay' }
  const isLeft = afterwards === 'leave'
  if (event.type === 'sent') {
    return isLeft && event.isKnown ? depart(state) : { ...state, afterwards: undefined }
  }
  const next = reread(state, event)
  if (next === state || !afterwards) return next
  // Read before it was sent, this says nothing of it.
  if (next.screen === state.screen) return { ...next, afterwards } as ShownState
  return isLeft ? depart(next) : next
}

const whatWasShown = ({ session: { offers, agreement } }: Visit) => JSON.stringify([offers, agreement])

function whileConfirming(state: StateOf<'confirming'>, event: FlowEvent): FlowState {
  const next = afterConfirming(state, event)
  if (next === state || state.afterwards === 'stay') return next
  // Back at the terms nothing is bound, so the customer leaves as from there; a session being read again may yet
  // turn out to be complete, and the customer is shown that first.
  return next.screen === 'loading' && next.task.notice === 'none' ? next : depart(next)
}

function afterConfirming(state: StateOf<'confirming'>, event: FlowEvent): ShownState {
  if (event.type === 'terms_stored') {
    const { session } = event
    if (!session.selected) return showStop('service')
    return { screen: 'done', session, selected: session.selected, finished: 'now' }
  }
  if (event.type === 'select_failed') return follow(judgeFault('select_terms', event.fault), state.task)
  return state
}

function follow(consequence: Consequence, task: OpenTask | SelectTask): ShownState {
  switch (consequence.kind) {
    case 'stop':
      return showStop(consequence.reason, consequence.detail)
    case 'retry':
      return { screen: 'interrupted', cause: consequence.cause, retry: task }
    case 'reload': {
      return reload(task.kind === 'select' ? task.visit.token : '', consequence.notice)
    }
  }
}

const reload = (token: string, notice: Notice): ShownState =>
  resume({ kind: 'open', source: { kind: 'token', token }, notice })

/** Starts a task, the first time or again. A new object each time, so that effects see a new task. */
function resume(task: OpenTask | SelectTask): ShownState {
  if (task.kind === 'open') return { screen: 'loading', task: { ...task } }
  const { visit, offer } = task
  return { screen: 'confirming', visit, offer, task: { ...task }, afterwards: 'stay' }
}

function leave(state: ShownState): FlowState {
  // Terms may be bound, or a colleague asked, at this very moment: the merchant must not hear "closed" and then find them selected.
  if ((state as StateOf<'handover'>).afterwards) return { ...state, afterwards: 'leave' } as ShownState
  return isAsked(state) ? { screen: 'asking', from: state } : depart(state)
}

function depart(state: ShownState): FlowState {
  return { screen: 'leaving', from: state, task: { kind: 'leave', from: state } }
}
