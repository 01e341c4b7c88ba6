import type { Approval, CheckoutSession, Confirmation, SessionOffer } from '@backd/contract/session.ts'
import type {
  CodeProblem,
  FlowState,
  HandoverForm,
  Interruption,
  OpenTask,
  StateOf,
  StopReason,
  Visit,
  Waiting,
} from '../checkout/flow/state.ts'
import { stopEnds } from '../checkout/flow/stop-ending.ts'
import { en } from '../checkout/i18n/en.ts'
import { emptyForm, startWaiting } from '../checkout/screens/handover/rules.ts'

/** Every screen in every state, of an order. */

const opening: OpenTask = { kind: 'open', source: { kind: 'token', token: 't' }, notice: 'none' }

/** The plan that the later screens show: the one with most payments still readable at a glance. */
function offerOf({ offers }: CheckoutSession): SessionOffer {
  const offer = offers.find(({ plan_id }) => plan_id === 'monthly-6') ?? offers.at(-1)
  if (!offer) throw new Error('the gallery shows orders that have plans')
  return offer
}

function selectedOf(session: CheckoutSession, schedule = offerOf(session)) {
  const agreed = { agreement_version: session.agreement.version, selected_at: '2026-11-21T16:00:00.000Z' }
  return { offer: offerOf(session), schedule, ...agreed }
}

type Draw = (session: CheckoutSession) => FlowState

const visitOf = (session: CheckoutSession): Visit => ({ token: 't', session })
/** Sent just now, so that the countdown shows its whole time. */
const codeSent = () => {
  const now = Date.now()
  const at = (afterMs: number) => new Date(now + afterMs).toISOString()
  return { sent_at: at(0), resend_at: at(30_000), expires_at: at(600_000) }
}
const verify =
  (
    kind: CodeProblem['kind'],
    code: 'sent' | 'none' = 'sent',
    reason: 'first' | 'other_browser' = 'first',
  ): Draw =>
  (session) => {
    const email = 'j•••@acme.example'
    const verification = {
      state: 'required',
      email,
      reason,
      code: code === 'sent' ? codeSent() : null,
    } as const
    const visit = visitOf({ ...session, verification })
    return { screen: 'verify', visit, problem: { kind }, task: null }
  }
/** Problems that leave no code to enter. */
const codeless = new Set<CodeProblem['kind']>(['expired', 'undeliverable', 'too_many'])
const terms =
  (change: (session: CheckoutSession) => object = () => ({})): Draw =>
  (session) => ({
    screen: 'terms',
    visit: visitOf(session),
    choice: { kind: 'none' },
    notice: 'none',
    ...change(session),
  })
const review =
  (consent: 'open' | 'missing' | 'given'): Draw =>
  (session) => ({ screen: 'review', visit: visitOf(session), offer: offerOf(session), consent })
const confirming =
  (afterwards: 'stay' | 'leave'): Draw =>
  (session) => {
    const task = { kind: 'select', visit: visitOf(session), offer: offerOf(session) } as const
    return { screen: 'confirming', visit: task.visit, offer: task.offer, task, afterwards }
  }
const done =
  (
    finished: 'now' | 'earlier',
    schedule?: (offer: SessionOffer) => SessionOffer,
    confirmation: Confirmation['state'] = 'sent',
  ): Draw =>
  (session) => ({
    screen: 'done',
    session: {
      ...session,
      confirmation: {
        state: confirmation,
        email: session.role === 'buyer' ? 'j•••@acme.example' : 'm•••@acme.example',
      },
    },
    selected: selectedOf(session, schedule?.(offerOf(session))),
    finished,
  })

/** A colleague was asked, with a note that tries everything a note may. */
const asked = (change: Partial<Approval> = {}): Approval => ({
  state: 'pending',
  approver_email: 'maria.lopez@acme.example',
  requested_by: 'Joe Doe (Acme)',
  note: 'We need these before the fair on Monday 🙂\nCould you approve? <b>Thanks</b>',
  reason: null,
  requested_at: '2026-11-21T16:00:00.000Z',
  expires_at: '2026-11-28T16:00:00.000Z',
  decided_at: null,
  ...change,
})
const approvalOf = (change: Partial<Approval> = {}, role: CheckoutSession['role'] = 'buyer') => {
  const draw = (session: CheckoutSession): StateOf<'approval'> => ({
    screen: 'approval',
    visit: visitOf({ ...session, role, approval: asked(change) }),
  })
  return draw
}
const waiting =
  (change: Partial<Waiting>): Draw =>
  (session) => ({ ...approvalOf()(session), waiting: { ...startWaiting, ...change } })
const ofApprover = (session: CheckoutSession): CheckoutSession => ({
  ...session,
  role: 'approver',
  return_urls: null,
  verification: { state: 'done', email: 'm•••@acme.example' },
  approval: asked({ approver_email: 'm•••@acme.example' }),
})
const filled = { email: 'maria.lopez@acme.example', note: 'We need these before the fair on Monday.' }
const handover =
  (change: Partial<HandoverForm> = {}): Draw =>
  (session) => {
    const from = terms()(session) as StateOf<'terms'>
    return { screen: 'handover', visit: from.visit, from, form: { ...emptyForm, ...change } }
  }
/** Who pressed the close button while it was being sent: it waits for the answer. */
const leaving =
  (draw: Draw): Draw =>
  (session) => ({ ...(draw(session) as StateOf<'handover' | 'approval'>), afterwards: 'leave' })
const byApprover =
  (draw: Draw): Draw =>
  (session) =>
    draw(ofApprover(session))

/** Of an order without a billing contact. */
const byApproverOfNobody =
  (draw: Draw): Draw =>
  (session) => {
    const own = ofApprover({ ...session, buyer: null })
    return draw({ ...own, approval: asked({ requested_by: null, approver_email: 'm•••@acme.example' }) })
  }

const interrupted =
  (cause: Interruption): Draw =>
  () => ({ screen: 'interrupted', cause, retry: opening })

const detail = {
  code: 'invalid_request',
  message: 'One field is wrong: items[0].qty must be more than 0.',
  fields: [{ path: 'items[0].qty', message: 'must be more than 0' }],
}
const stopped =
  (reason: StopReason): Draw =>
  () => ({
    screen: 'stopped',
    reason,
    detail: 'failed' in stopEnds[reason] ? detail : null,
  })

const halved = (offer: SessionOffer): SessionOffer => ({
  ...offer,
  total_cents: offer.total_cents / 2,
  payments: offer.payments.map((payment) => ({ ...payment, amount_cents: payment.amount_cents / 2 })),
})

export const states: Record<string, Draw> = {
  loading: () => ({ screen: 'loading', task: opening }),
  verify: verify('none'),
  'verify-sending': (session) => {
    const state = verify('none', 'none')(session) as StateOf<'verify'>
    return { ...state, task: { kind: 'send_code', visit: state.visit } }
  },
  'verify-other-browser': verify('none', 'sent', 'other_browser'),
  ...named('verify', Object.keys(en.verify.problems) as CodeProblem['kind'][], (kind) =>
    verify(kind, codeless.has(kind) ? 'none' : 'sent'),
  ),
  'verify-checking': (session) => {
    const state = verify('none')(session) as StateOf<'verify'>
    return { ...state, task: { kind: 'check_code', visit: state.visit, code: '123456' } }
  },
  deciding: (session) => ({
    screen: 'deciding',
    visit: visitOf(session),
    task: { kind: 'await_decision', token: 't' },
  }),
  terms: terms(),
  'terms-chosen': terms((session) => ({ choice: { kind: 'chosen', offer: offerOf(session) } })),
  'terms-missing': terms(() => ({ choice: { kind: 'missing' } })),
  'terms-changed': terms(() => ({ notice: 'offer_changed' })),
  review: review('open'),
  'review-missing': review('missing'),
  'review-agreed': review('given'),
  confirming: confirming('stay'),
  'confirming-leaving': confirming('leave'),
  asking: (session) => ({ screen: 'asking', from: terms()(session) as StateOf<'terms'> }),
  done: done('now'),
  'done-earlier': done('earlier'),
  'done-changed': done('earlier', halved),
  'done-sending': done('now', undefined, 'sending'),
  'done-unsent': done('now', undefined, 'failed'),
  'done-approved': (session) => done('now')({ ...session, approval: asked({ state: 'approved' }) }),
  handover: handover(),
  'handover-missing': handover({ problems: { email: 'missing' } }),
  'handover-problems': handover({
    email: 'maria.lopez',
    note: 'We need these. '.repeat(34),
    problems: { email: 'incomplete', note: 'too_long' },
  }),
  ...named('handover', ['own', 'undeliverable'], (email) => handover({ ...filled, problems: { email } })),
  ...named('handover', ['used_up', 'network'], (whole) => handover({ ...filled, problems: { whole } })),
  'handover-sending': handover({ ...filled, task: { kind: 'send' } }),
  'handover-leaving': leaving(handover({ ...filled, task: { kind: 'send' } })),
  waiting: waiting({}),
  'waiting-cut-off': waiting({ problem: 'network' }),
  'waiting-taking-back': waiting({ task: { kind: 'withdraw' } }),
  'waiting-leaving': leaving(waiting({ task: { kind: 'withdraw' } })),
  'approval-declined': approvalOf({
    state: 'declined',
    reason: 'Not in this quarter.\nPlease ask again in January.',
  }),
  'approval-declined-silently': approvalOf({ state: 'declined' }),
  'approval-expired': approvalOf({ state: 'expired' }),
  'approver-verify': (session) => {
    const state = verify('none')(session) as StateOf<'verify'>
    const email = 'm•••@acme.example'
    const verification = { ...state.visit.session.verification, email }
    const approval = asked({ note: null, approver_email: email })
    return { ...state, visit: visitOf({ ...ofApprover(session), verification, approval }) }
  },
  'approver-of-nobody': byApproverOfNobody(terms()),
  'approver-terms': byApprover(terms()),
  'approver-review': byApprover(review('open')),
  'approver-done': byApprover(done('now')),
  'approver-declining': byApprover(handover()),
  'approver-declining-sending': byApprover(
    handover({ note: 'Not in this quarter.', task: { kind: 'send' } }),
  ),
  'approver-declined': approvalOf({ state: 'declined' }, 'approver'),
  ...named('interrupted', ['network', 'service', 'busy'], interrupted),
  ...named(
    'approver-stopped',
    ['over_limit', 'expired', 'service', 'request_withdrawn', 'request_expired'],
    stopped,
  ),
  ...named('stopped', Object.keys(stopEnds) as StopReason[], stopped),
}

/** One entry for each kind of a screen: "stopped-over_limit". */
function named<Name extends string>(screen: string, names: Name[], draw: (name: Name) => Draw) {
  return Object.fromEntries(names.map((name) => [`${screen}-${name}`, draw(name)]))
}
