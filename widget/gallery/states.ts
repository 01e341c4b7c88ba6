import type { Offer } from '@backd/contract/plans.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { stopEnds } from '../checkout/flow/outcome.ts'
import type { FlowState, Interruption, OpenTask, StateOf, StopReason, Visit } from '../checkout/flow/state.ts'

/** Every screen in every state, of an order. */

const opening: OpenTask = { kind: 'open', source: { kind: 'token', token: 't' }, notice: 'none' }

/** The plan that the later screens show: the one with most payments still readable at a glance. */
function offerOf({ offers }: CheckoutSession): Offer {
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
  (finished: 'now' | 'earlier', schedule?: (offer: Offer) => Offer): Draw =>
  (session) => ({
    screen: 'done',
    session,
    selected: selectedOf(session, schedule?.(offerOf(session))),
    finished,
  })

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

const halved = (offer: Offer): Offer => ({
  ...offer,
  total_cents: offer.total_cents / 2,
  payments: offer.payments.map((payment) => ({ ...payment, amount_cents: payment.amount_cents / 2 })),
})

export const states: Record<string, Draw> = {
  loading: () => ({ screen: 'loading', task: opening }),
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
  ...named('interrupted', ['network', 'service', 'busy'], interrupted),
  ...named('stopped', Object.keys(stopEnds) as StopReason[], stopped),
}

/** One entry for each kind of a screen: "stopped-over_limit". */
function named<Name extends string>(screen: string, names: Name[], draw: (name: Name) => Draw) {
  return Object.fromEntries(names.map((name) => [`${screen}-${name}`, draw(name)]))
}
