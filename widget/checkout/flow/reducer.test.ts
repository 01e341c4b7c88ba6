import type { Order } from '@backd/contract/order.ts'
import { describe, expect, it } from 'vitest'
import type { ApiFault } from '../ports/api.ts'
import {
  createSelectedSession,
  createSession,
  createUnverifiedSession,
  monthly3,
  net30,
  offerOf,
} from '../testing/sessions.ts'
import { type FlowEvent, reduceFlow } from './reducer.ts'
import type { FlowState, OpenTask, SelectTask, StateOf } from './state.ts'

const session = createSession()
const chosen = createSelectedSession()
const visit = { token: 't', session }
const offer = offerOf(monthly3)
const refused = (code: string, httpStatus = 409): ApiFault => ({
  kind: 'refused',
  httpStatus,
  code,
  message: 'Said so.',
  fields: [],
})
const order = {} as Order
const open: OpenTask = { kind: 'open', source: { kind: 'token', token: 't' }, notice: 'none' }
const create: OpenTask = { kind: 'open', source: { kind: 'order', order, pageOrigin: 'o' }, notice: 'none' }
const select: SelectTask = { kind: 'select', visit, offer }
const detail = expect.objectContaining({ message: 'Said so.' })

const connecting: FlowState = { screen: 'connecting', task: { kind: 'await_host' } }
const loading: StateOf<'loading'> = { screen: 'loading', task: open }
const unverified = { token: 't', session: createUnverifiedSession() }
const codeless = { token: 't', session: createUnverifiedSession('none') }
const verify: StateOf<'verify'> = {
  screen: 'verify',
  visit: unverified,
  problem: { kind: 'none' },
  task: null,
}
const checking: FlowState = { ...verify, task: { kind: 'check_code', visit: unverified, code: '123456' } }
const sendingTask = { kind: 'send_code', visit: unverified } as const
const entered: FlowState = { ...verify, task: sendingTask, entered: '123456' }
const undeliverable: FlowState = { ...verify, problem: { kind: 'undeliverable' } }
const pending = { token: 't', session: createSession({ decision: 'pending' }) }
const deciding: FlowState = {
  screen: 'deciding',
  visit: pending,
  task: { kind: 'await_decision', token: 't' },
}
const codeFailed = (fault: ApiFault): FlowEvent => ({ type: 'code_failed', fault })
const terms: StateOf<'terms'> = { screen: 'terms', visit, choice: { kind: 'none' }, notice: 'none' }
const termsChosen: FlowState = { ...terms, choice: { kind: 'chosen', offer } }
const review: StateOf<'review'> = { screen: 'review', visit, offer, consent: 'open' }
const confirming: StateOf<'confirming'> = {
  screen: 'confirming',
  visit,
  offer,
  task: select,
  afterwards: 'stay',
}
const leavingSoon: FlowState = { ...confirming, afterwards: 'leave' }
const done: FlowState = { screen: 'done', session, selected: { offer } as never, finished: 'now' }
const interrupted: FlowState = { screen: 'interrupted', cause: 'network', retry: select }
const stopped: FlowState = { screen: 'stopped', reason: 'expired', detail: null }
const asking: FlowState = { screen: 'asking', from: terms }
const leaving: FlowState = { screen: 'leaving', from: done, task: { kind: 'leave', from: done } }

const refundedTerms = chosen.selected && {
  ...chosen.selected,
  schedule: { ...chosen.selected.schedule, total_cents: 0, payments: [] },
}
const stored: FlowEvent = { type: 'terms_stored', session: chosen }
const selectFailed = (fault: ApiFault): FlowEvent => ({ type: 'select_failed', fault })
const openFailed = (fault: ApiFault): FlowEvent => ({ type: 'open_failed', fault })
const unreachable: ApiFault = { kind: 'unreachable' }

/** What happens · in which state · after which event · the state it leads to (the fields that matter). */
const table: [string, FlowState, FlowEvent, object][] = [
  // Opening
  [
    'the order arrives',
    connecting,
    { type: 'host_opened', order, pageOrigin: 'o' },
    { screen: 'loading', task: create },
  ],
  ['nobody sends one', connecting, { type: 'host_silent' }, { screen: 'stopped', reason: 'host_silent' }],
  ['the session opens', loading, { type: 'session_opened', visit }, { screen: 'terms', notice: 'none' }],
  [
    'the session opens after a change',
    { ...loading, task: { ...open, notice: 'offer_changed' } },
    { type: 'session_opened', visit },
    { screen: 'terms', choice: { kind: 'none' }, notice: 'offer_changed' },
  ],
  [
    'a finished order is opened again',
    loading,
    { type: 'session_opened', visit: { token: 't', session: chosen } },
    { screen: 'done', finished: 'earlier' },
  ],
  [
    'a cancelled order is opened',
    loading,
    { type: 'session_opened', visit: { token: 't', session: { ...chosen, status: 'order_cancelled' } } },
    { screen: 'stopped', reason: 'cancelled' },
  ],
  [
    'an order without plans is opened',
    loading,
    { type: 'session_opened', visit: { token: 't', session: { ...session, offers: [] } } },
    { screen: 'stopped', reason: 'no_offers' },
  ],
  [
    'opening fails',
    loading,
    openFailed(unreachable),
    { screen: 'interrupted', cause: 'network', retry: open },
  ],
  [
    'the key is unknown',
    { screen: 'loading', task: create },
    openFailed(refused('unauthorized', 401)),
    { screen: 'stopped', reason: 'bad_key', detail },
  ],
  [
    'reading asks to be read again',
    loading,
    openFailed(refused('offer_changed')),
    { screen: 'interrupted', retry: open },
  ],
  // Verifying
  [
    'a session that has to be verified opens',
    loading,
    { type: 'session_opened', visit: unverified },
    { screen: 'verify', task: null },
  ],
  [
    'a session to which no code was sent opens',
    loading,
    { type: 'session_opened', visit: { token: 't', session: createUnverifiedSession('none') } },
    { screen: 'verify', task: { kind: 'send_code' } },
  ],
  [
    'a code is entered, pasted with spaces and dashes',
    verify,
    { type: 'code_entered', code: ' 123-456\n' },
    { task: { kind: 'check_code', code: '123456' } },
  ],
  [
    'a code is entered in wide digits',
    verify,
    { type: 'code_entered', code: '１２３４５６' },
    { task: { kind: 'check_code', code: '123456' } },
  ],
  [
    'too few digits are entered',
    verify,
    { type: 'code_entered', code: '12345' },
    { problem: { kind: 'incomplete' }, task: null },
  ],
  ['a code is entered while one is checked', checking, { type: 'code_entered', code: '654321' }, checking],
  [
    'a code is entered while one is still being sent',
    { ...verify, task: sendingTask },
    { type: 'code_entered', code: '123 456' },
    { problem: { kind: 'none' }, task: sendingTask, entered: '123456' },
  ],
  [
    'the code that was sent meanwhile is there',
    entered,
    { type: 'code_answered', session: unverified.session },
    { screen: 'verify', task: { kind: 'check_code', code: '123456' }, entered: undefined },
  ],
  [
    'sending did not answer, but a code was entered',
    entered,
    codeFailed(unreachable),
    { screen: 'verify', problem: { kind: 'none' }, task: { kind: 'check_code', code: '123456' } },
  ],
  [
    'it was verified elsewhere while a code waited to be checked',
    entered,
    { type: 'code_answered', session },
    { screen: 'terms' },
  ],
  [
    'another code is entered in place of the one that waits',
    entered,
    { type: 'code_entered', code: '654321' },
    { task: sendingTask, entered: '654321' },
  ],
  [
    'too few digits are entered in place of the one that waits',
    entered,
    { type: 'code_entered', code: '65' },
    { problem: { kind: 'incomplete' }, task: sendingTask, entered: undefined },
  ],
  [
    'the session is read again while a code waits to be checked',
    entered,
    { type: 'session_reread', visit: unverified },
    { task: sendingTask, entered: '123456' },
  ],
  ['a new code is asked for', verify, { type: 'new_code_pressed' }, { task: sendingTask }],
  ['a new code is asked for while one is checked', checking, { type: 'new_code_pressed' }, checking],
  [
    'a code was sent',
    { ...verify, task: sendingTask },
    { type: 'code_answered', session: unverified.session },
    { screen: 'verify', problem: { kind: 'none' }, task: null },
  ],
  ['the code is right', checking, { type: 'code_answered', session }, { screen: 'terms' }],
  [
    'the code is right, and a decision is not there yet',
    checking,
    { type: 'code_answered', session: pending.session },
    { screen: 'deciding' },
  ],
  [
    'the code is right, and the customer is declined',
    checking,
    { type: 'code_answered', session: createSession({ decision: 'declined' }) },
    { screen: 'stopped', reason: 'declined' },
  ],
  [
    'the code is right, and the limit too low',
    checking,
    { type: 'code_answered', session: createSession({ decision: 'limit_too_low' }) },
    { screen: 'stopped', reason: 'over_limit' },
  ],
  ...(
    [
      ['code_wrong', 422, 'wrong'],
      ['code_expired', 410, 'expired'],
      ['email_undeliverable', 422, 'undeliverable'],
      ['too_many_requests', 429, 'busy'],
      ['internal_error', 500, 'service'],
    ] as const
  ).map(([code, status, kind]): [string, FlowState, FlowEvent, object] => [
    `${code} is told at the field`,
    checking,
    codeFailed(refused(code, status)),
    { screen: 'verify', problem: { kind }, task: null },
  ]),
  [
    'too many codes were sent',
    { ...verify, task: sendingTask },
    codeFailed(refused('too_many_requests', 429)),
    { screen: 'verify', problem: { kind: 'too_many' }, task: null },
  ],
  [
    'the network fails while a code is checked',
    checking,
    codeFailed(unreachable),
    { screen: 'verify', problem: { kind: 'network' }, task: null },
  ],
  [
    'the checkout expires while a code is checked',
    checking,
    codeFailed(refused('checkout_expired', 410)),
    { screen: 'stopped', reason: 'expired' },
  ],
  [
    'the order was finished meanwhile in another tab',
    checking,
    codeFailed(refused('terms_already_selected')),
    { screen: 'loading', task: open },
  ],
  [
    'the same code is still waited for',
    { ...verify, problem: { kind: 'wrong' } },
    { type: 'session_reread', visit: unverified },
    { screen: 'verify', problem: { kind: 'wrong' }, task: null },
  ],
  [
    'the code has run out meanwhile',
    verify,
    { type: 'session_reread', visit: codeless },
    { screen: 'verify', visit: codeless, task: { kind: 'send_code', visit: codeless } },
  ],
  [
    'the code runs out while one is sent',
    { ...verify, task: sendingTask },
    { type: 'session_reread', visit: codeless },
    { screen: 'verify', visit: codeless, task: sendingTask },
  ],
  [
    'no code could be sent, and there is still none',
    undeliverable,
    { type: 'session_reread', visit: codeless },
    { screen: 'verify', problem: { kind: 'undeliverable' }, task: null },
  ],
  [
    'it was verified in another tab',
    verify,
    { type: 'session_reread', visit },
    { screen: 'terms', notice: 'none' },
  ],
  ['verifying is left half-way', verify, { type: 'leave_pressed' }, { screen: 'asking', from: verify }],
  [
    'an address that no mail reaches is left at once',
    undeliverable,
    { type: 'leave_pressed' },
    { screen: 'leaving', from: undeliverable },
  ],
  [
    'a code was sent behind the question',
    { screen: 'asking', from: { ...verify, task: sendingTask } },
    { type: 'code_answered', session: unverified.session },
    { screen: 'asking', from: { screen: 'verify', task: null } },
  ],
  // Deciding
  ['the decision is there', deciding, { type: 'session_opened', visit }, { screen: 'terms' }],
  [
    'the decision is still not there',
    deciding,
    { type: 'session_opened', visit: pending },
    { screen: 'deciding', task: { kind: 'await_decision' } },
  ],
  [
    'the network fails while the decision is awaited',
    deciding,
    openFailed(unreachable),
    { screen: 'interrupted', cause: 'network', retry: open },
  ],
  ['deciding is left', deciding, { type: 'leave_pressed' }, { screen: 'leaving', from: deciding }],
  [
    'terms are refused until the customer is verified',
    confirming,
    selectFailed(refused('verification_required')),
    { screen: 'loading', task: open },
  ],
  [
    'terms are refused to a customer who was declined meanwhile',
    confirming,
    selectFailed(refused('declined', 422)),
    { screen: 'stopped', reason: 'declined' },
  ],
  [
    'an order that was refunded whole is opened',
    loading,
    {
      type: 'session_opened',
      visit: { token: 't', session: { ...chosen, status: 'refund', selected: refundedTerms } },
    },
    { screen: 'stopped', reason: 'refunded' },
  ],
  // Choosing
  [
    'a plan is chosen',
    terms,
    { type: 'plan_chosen', planId: 'monthly-3' },
    { choice: { kind: 'chosen', offer } },
  ],
  [
    'another plan is chosen',
    termsChosen,
    { type: 'plan_chosen', planId: 'net-30' },
    { choice: { kind: 'chosen', offer: offerOf(net30) } },
  ],
  ['a plan that is not offered is chosen', terms, { type: 'plan_chosen', planId: 'x' }, terms],
  [
    'Continue without a plan',
    terms,
    { type: 'continue_pressed' },
    { screen: 'terms', choice: { kind: 'missing' } },
  ],
  ['Continue', termsChosen, { type: 'continue_pressed' }, { screen: 'review', offer, consent: 'open' }],
  // Agreeing
  ['Back', review, { type: 'back_pressed' }, { screen: 'terms', choice: { kind: 'chosen', offer } }],
  ['the box is ticked', review, { type: 'consent_changed', consent: 'given' }, { consent: 'given' }],
  ['Confirm without the tick', review, { type: 'confirm_pressed' }, { screen: 'review', consent: 'missing' }],
  [
    'Confirm',
    { ...review, consent: 'given' },
    { type: 'confirm_pressed' },
    { screen: 'confirming', task: select, afterwards: 'stay' },
  ],
  // Confirming
  ['Confirm is pressed again', confirming, { type: 'confirm_pressed' }, confirming],
  ['Back while confirming', confirming, { type: 'back_pressed' }, confirming],
  [
    'the terms are stored',
    confirming,
    stored,
    { screen: 'done', finished: 'now', selected: chosen.selected },
  ],
  ['the answer has no selection', confirming, { type: 'terms_stored', session }, { screen: 'stopped' }],
  [
    'the network fails',
    confirming,
    selectFailed(unreachable),
    { screen: 'interrupted', cause: 'network', retry: select },
  ],
  [
    'the offer has changed',
    confirming,
    selectFailed(refused('offer_changed')),
    { screen: 'loading', task: { ...open, notice: 'offer_changed' } },
  ],
  [
    'other terms were selected elsewhere',
    confirming,
    selectFailed(refused('terms_already_selected')),
    { screen: 'loading', task: open },
  ],
  [
    'the checkout has expired meanwhile',
    confirming,
    selectFailed(refused('checkout_expired', 410)),
    { screen: 'stopped', reason: 'expired' },
  ],
  // Trying again
  ['Try again', interrupted, { type: 'retry_pressed' }, { screen: 'confirming', task: select }],
  [
    'Try again at the start',
    { ...interrupted, retry: open },
    { type: 'retry_pressed' },
    { screen: 'loading', task: open },
  ],
  // Leaving
  ...[connecting, loading, done, interrupted, stopped].map(
    (state): [string, FlowState, FlowEvent, object] => [
      `${state.screen} is left`,
      state,
      { type: 'leave_pressed' },
      { screen: 'leaving', from: state, task: { kind: 'leave', from: state } },
    ],
  ),
  ...[terms, review].map((state): [string, FlowState, FlowEvent, object] => [
    `${state.screen} is left half-way`,
    state,
    { type: 'leave_pressed' },
    { screen: 'asking', from: state },
  ]),
  ['Stay', asking, { type: 'stay_pressed' }, terms],
  ['Escape in the question', asking, { type: 'leave_pressed' }, terms],
  ["the browser's Forward in the question", asking, { type: 'forward_pressed' }, terms],
  [
    'Leave',
    asking,
    { type: 'leave_confirmed' },
    { screen: 'leaving', from: terms, task: { kind: 'leave', from: terms } },
  ],
  [
    "the browser's Back from the review behind the question",
    { screen: 'asking', from: review },
    { type: 'back_pressed' },
    { screen: 'asking', from: { screen: 'terms' } },
  ],
  [
    'the order turns out to be finished behind the question',
    asking,
    { type: 'session_reread', visit: { token: 't', session: chosen } },
    { screen: 'done', finished: 'earlier' },
  ],
  ['an event that means nothing behind the question', asking, { type: 'confirm_pressed' }, asking],
  ['it is left while confirming', confirming, { type: 'leave_pressed' }, leavingSoon],
  [
    'the terms are stored, then it is left',
    leavingSoon,
    stored,
    { screen: 'leaving', from: { screen: 'done' } },
  ],
  [
    'the network fails, then it is left',
    leavingSoon,
    selectFailed(unreachable),
    { screen: 'leaving', from: { screen: 'interrupted' } },
  ],
  [
    'the offer has changed, then it is left',
    leavingSoon,
    selectFailed(refused('offer_changed')),
    { screen: 'leaving', from: { screen: 'loading' } },
  ],
  [
    'terms turn out to be selected while leaving',
    leavingSoon,
    selectFailed(refused('terms_already_selected')),
    { screen: 'loading' },
  ],
  ['it is left twice', leaving, { type: 'leave_pressed' }, leaving],
  // The browser's Forward
  ['Forward with a plan chosen', termsChosen, { type: 'forward_pressed' }, { screen: 'review', offer }],
  ['Forward without a plan', terms, { type: 'forward_pressed' }, terms],
  // Back after a while
  [
    'nothing has changed meanwhile',
    termsChosen,
    { type: 'session_reread', visit: { token: 't', session: { ...session, expires_at: 'later' } } },
    { ...termsChosen, visit: { session: { expires_at: 'later' } } },
  ],
  [
    'nothing has changed meanwhile on the review',
    { ...review, consent: 'given' },
    { type: 'session_reread', visit },
    { screen: 'review', consent: 'given' },
  ],
  [
    'the dates have moved meanwhile',
    { ...review, consent: 'given' },
    { type: 'session_reread', visit: { token: 't', session: { ...session, offers: [offerOf(net30)] } } },
    { screen: 'terms', choice: { kind: 'none' }, notice: 'offer_changed' },
  ],
  [
    'the agreement has changed meanwhile',
    termsChosen,
    {
      type: 'session_reread',
      visit: { token: 't', session: { ...session, agreement: { version: 'new', text: 'New.' } } },
    },
    { screen: 'terms', choice: { kind: 'none' }, notice: 'offer_changed' },
  ],
  [
    'the order was finished in another tab meanwhile',
    review,
    { type: 'session_reread', visit: { token: 't', session: chosen } },
    { screen: 'done', finished: 'earlier' },
  ],
  [
    'the checkout has expired meanwhile',
    review,
    { type: 'reread_failed', fault: refused('checkout_expired', 410) },
    { screen: 'stopped', reason: 'expired', detail },
  ],
  ['the network is not back yet', review, { type: 'reread_failed', fault: unreachable }, review],
  ['it is read again while confirming', confirming, { type: 'session_reread', visit }, confirming],
  // Late or out of place
  ['a late answer after leaving', leaving, stored, leaving],
  ['a second order from the page', terms, { type: 'host_opened', order, pageOrigin: 'o' }, terms],
  ['Continue on the review', review, { type: 'continue_pressed' }, review],
  ['Try again when done', done, { type: 'retry_pressed' }, done],
]

describe('the flow', () => {
  it.each(table)('%s', (_, state, event, next) => {
    expect(reduceFlow(state, event)).toMatchObject(next)
  })

  it('gives a repeated task an identity of its own, so that it runs again', () => {
    const retried = reduceFlow({ ...interrupted, retry: select }, { type: 'retry_pressed' })
    expect(retried).toMatchObject({ task: select })
    expect((retried as StateOf<'confirming'>).task).not.toBe(select)
  })

  it('keeps the task when the customer wants to leave while confirming, so that it does not run twice', () => {
    const next = reduceFlow(confirming, { type: 'leave_pressed' }) as StateOf<'confirming'>
    expect(next.task).toBe(confirming.task)
  })

  it('answers each refused press anew, so that the focus moves again', () => {
    const first = reduceFlow(terms, { type: 'continue_pressed' }) as StateOf<'terms'>
    const second = reduceFlow(first, { type: 'continue_pressed' }) as StateOf<'terms'>
    expect(second.choice).not.toBe(first.choice)
  })
})
