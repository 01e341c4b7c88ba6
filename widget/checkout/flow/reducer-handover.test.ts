import { describe, expect, it } from 'vitest'
import {
  asking,
  confirming,
  detail,
  loading,
  openFailed,
  refused,
  review,
  selectFailed,
  terms,
  termsChosen,
  testRows,
  unreachable,
  verify,
} from '../testing/flow-states.ts'
import {
  createApproval,
  createApproverSession,
  createSelectedSession,
  createSession,
} from '../testing/sessions.ts'
import type { FlowEvent } from './reducer.ts'
import { reduceFlow } from './reducer.ts'
import type { StateOf, Visit } from './state.ts'
import { startFlow } from './state.ts'

type Change = Parameters<typeof createApproval>[0]

/** What the buyer reads of a request. */
const visitOf = (change: Change): Visit => ({
  token: 't',
  session: createSession({ approval: createApproval(change) }),
})
const opened = (visit: Visit): FlowEvent => ({ type: 'session_opened', visit })
const reread = (visit: Visit): FlowEvent => ({ type: 'session_opened', visit })

const asked = visitOf({})
const declinedVisit = visitOf({ state: 'declined' })
const expiredVisit = visitOf({ state: 'expired' })
const withdrawnVisit = visitOf({ state: 'withdrawn' })
const completed: Visit = {
  token: 't',
  session: { ...createSelectedSession(), approval: createApproval({ state: 'approved' }) },
}
const approver: Visit = { token: 't', session: createApproverSession() }
const approverDeclined: Visit = {
  token: 't',
  session: createApproverSession({ approval: createApproval({ state: 'declined' }) }),
}
const approverTerms: StateOf<'terms'> = { ...terms, visit: approver }

const form: StateOf<'handover'> = { screen: 'handover', visit: terms.visit, from: terms }
const declining: StateOf<'handover'> = { screen: 'handover', visit: approver, from: approverTerms }
const waiting: StateOf<'approval'> = { screen: 'approval', visit: asked }
const declined: StateOf<'approval'> = { screen: 'approval', visit: declinedVisit }
const formAgain: StateOf<'handover'> = { screen: 'handover', visit: declinedVisit, from: declined }

describe('asking a colleague', () => {
  testRows([
    ['at the terms', termsChosen, { type: 'handover_pressed' }, { screen: 'handover', from: termsChosen }],
    ['at the review', review, { type: 'handover_pressed' }, { screen: 'handover', from: review }],
    ['again, after a no', declined, { type: 'handover_pressed' }, { screen: 'handover', from: declined }],
    ['not before the address is verified', verify, { type: 'handover_pressed' }, verify],
    ['not while confirming', confirming, { type: 'handover_pressed' }, confirming],
    ['Back keeps the plan', { ...form, from: termsChosen as never }, { type: 'back_pressed' }, termsChosen],
    ['Back after a no', formAgain, { type: 'back_pressed' }, declined],
    ['the form is left half-way', form, { type: 'leave_pressed' }, { screen: 'asking', from: form }],
    ['Stay', { screen: 'asking', from: form }, { type: 'stay_pressed' }, form],
    ['the colleague is asked', form, reread(asked), waiting],
    ['the colleague was asked in another tab, behind the question', asking, reread(asked), waiting],
    ['another colleague is asked', formAgain, reread(asked), waiting],
    [
      'the order was finished meanwhile',
      form,
      reread({ token: 't', session: createSelectedSession() }),
      { screen: 'done', finished: 'earlier' },
    ],
    ['nothing has happened meanwhile', form, reread({ token: 't', session: createSession() }), form],
    ['nothing has happened since the no', formAgain, reread(declinedVisit), formAgain],
    [
      'the order was cancelled meanwhile',
      form,
      { type: 'open_failed', fault: refused('order_cancelled') },
      { screen: 'stopped', reason: 'cancelled' },
    ],
    ['reading failed for a moment', form, { type: 'open_failed', fault: unreachable }, form],
  ])
})

describe('waiting for a colleague', () => {
  testRows([
    ['an order that waits is opened', loading, opened(asked), waiting],
    ['nothing yet', waiting, reread(visitOf({})), { screen: 'approval' }],
    ['approved', waiting, reread(completed), { screen: 'done', finished: 'earlier' }],
    ['declined', waiting, reread(declinedVisit), declined],
    ['not answered in time', waiting, reread(expiredVisit), { screen: 'approval', visit: expiredVisit }],
    ['taken back', waiting, reread(withdrawnVisit), { screen: 'terms', notice: 'none' }],
    ['left', waiting, { type: 'leave_pressed' }, { screen: 'leaving', from: waiting }],
    ['reading failed for a moment', waiting, { type: 'open_failed', fault: unreachable }, waiting],
    [
      'the order was cancelled',
      waiting,
      reread({ token: 't', session: createSession({ status: 'order_cancelled' }) }),
      { screen: 'stopped', reason: 'cancelled' },
    ],
    [
      'a declined order is opened again',
      loading,
      opened(declinedVisit),
      { screen: 'approval', visit: declinedVisit },
    ],
    ['an order whose request was taken back is opened', loading, opened(withdrawnVisit), { screen: 'terms' }],
    [
      'the buyer chooses after all',
      declined,
      { type: 'choose_pressed' },
      { screen: 'terms', visit: declinedVisit, choice: { kind: 'none' }, notice: 'none' },
    ],
    [
      'a buyer who has gone on is not told of the no again',
      { ...terms, visit: declinedVisit },
      reread(declinedVisit),
      { screen: 'terms' },
    ],
    [
      'terms that moved after a no are shown, not the no',
      { ...loading, task: { ...loading.task, notice: 'offer_changed' } },
      opened(declinedVisit),
      { screen: 'terms', notice: 'offer_changed' },
    ],
    [
      'terms are refused to a buyer whose colleague is asked',
      confirming,
      selectFailed(refused('approval_pending')),
      { screen: 'loading', task: { source: { kind: 'token', token: 't' } } },
    ],
  ])
})

describe('leaving while the request is being sent', () => {
  const sending: StateOf<'handover'> = { ...form, afterwards: 'stay' }
  const sendingLeave: StateOf<'handover'> = { ...form, afterwards: 'leave' }
  const takingBack: StateOf<'approval'> = { ...waiting, afterwards: 'stay' }
  const takingBackLeave: StateOf<'approval'> = { ...waiting, afterwards: 'leave' }
  const gone = refused('checkout_expired', 410)
  const started: FlowEvent = { type: 'sending' }
  const over: FlowEvent = { type: 'sent', isKnown: false }
  const known: FlowEvent = { type: 'sent', isKnown: true }
  const leave: FlowEvent = { type: 'leave_pressed' }
  const left = (from: object) => ({ screen: 'leaving', from })

  testRows([
    ['it is being sent', form, started, sending],
    ['leaving waits', sending, leave, sendingLeave],
    ['Back waits', sending, { type: 'back_pressed' }, sending],
    ['nothing is read of it yet', sendingLeave, reread(terms.visit), sendingLeave],
    ['read elsewhere, the request is there', sendingLeave, reread(asked), left(waiting)],
    ['read elsewhere, the order is gone', sendingLeave, openFailed(gone), left({ screen: 'stopped' })],
    ['nothing came of it, and that is known', sendingLeave, known, left(sendingLeave)],
    ['read elsewhere, and nobody leaves', sending, reread(asked), waiting],
    ['read from before it was taken back', takingBackLeave, reread(asked), takingBackLeave],
    ['it is taken back', takingBackLeave, reread(withdrawnVisit), left({ screen: 'terms' })],
    ['it did not go through', sendingLeave, over, { ...form, afterwards: undefined }],
    ['it is being taken back', waiting, started, takingBack],
    ['leaving waits for that as well', takingBack, leave, { ...waiting, afterwards: 'leave' }],
    ['it could not be taken back', takingBack, over, { ...waiting, afterwards: undefined }],
    ['once it is over leaving is as before', { ...waiting, afterwards: undefined }, leave, left(waiting)],
    ['the wish is carried out', waiting, { type: 'leave_confirmed' }, left(waiting)],
  ])

  it('a form that did not go through can be left by Back', () => {
    expect(reduceFlow(reduceFlow(sending, over), { type: 'back_pressed' })).toMatchObject(terms)
  })
})

describe('the colleague', () => {
  testRows([
    ['opens the link', loading, opened(approver), { screen: 'terms' }],
    ['declines', approverTerms, { type: 'handover_pressed' }, { screen: 'handover', from: approverTerms }],
    ['has declined', declining, reread(approverDeclined), { screen: 'approval', visit: approverDeclined }],
    ['opens the link after declining', loading, opened(approverDeclined), { screen: 'approval' }],
    ['comes back, and nothing has happened', approverTerms, reread(approver), { screen: 'terms' }],
    [
      'opens a link that was taken back',
      loading,
      openFailed(refused('approval_withdrawn', 410)),
      { screen: 'stopped', reason: 'request_withdrawn', detail },
    ],
    [
      'agrees to an order that was taken back',
      confirming,
      selectFailed(refused('approval_withdrawn', 410)),
      { screen: 'stopped', reason: 'request_withdrawn' },
    ],
    [
      'comes back too late',
      approverTerms,
      { type: 'open_failed', fault: refused('approval_expired', 410) },
      { screen: 'stopped', reason: 'request_expired' },
    ],
    [
      'agrees to an order that somebody has decided',
      confirming,
      selectFailed(refused('approval_not_pending')),
      { screen: 'loading' },
    ],
  ])

  it.each([
    ['approval_withdrawn', 'request_withdrawn'],
    ['approval_expired', 'request_expired'],
  ] as const)('is told by a dead link: %s', (code, reason) => {
    const boot = { kind: 'dead_link', code, message: '', close_url: null } as const
    expect(startFlow({ boot, token: 't', surroundings: 'alone' })).toMatchObject({ reason })
  })
})

describe('a wrong address', () => {
  it('is left for the shop without a question', () => {
    expect(reduceFlow(verify, { type: 'leave_confirmed' })).toMatchObject({ screen: 'leaving', from: verify })
  })
})
