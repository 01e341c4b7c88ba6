import { describe } from 'vitest'
import {
  chosen,
  confirming,
  connecting,
  create,
  deciding,
  detail,
  interrupted,
  loading,
  open,
  openFailed,
  orderSource,
  pending,
  refundedTerms,
  refused,
  review,
  select,
  selectFailed,
  session,
  termsChosen,
  testRows,
  unreachable,
  visit,
} from '../testing/flow-states.ts'
import { net30, offerOf } from '../testing/sessions.ts'

describe('opening an order', () => {
  testRows([
    // Opening
    [
      'the order arrives',
      connecting,
      { type: 'host_opened', source: orderSource },
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
    // Trying again
    ['Try again', interrupted, { type: 'retry_pressed' }, { screen: 'confirming', task: select }],
    [
      'Try again at the start',
      { ...interrupted, retry: open },
      { type: 'retry_pressed' },
      { screen: 'loading', task: open },
    ],
    // Back after a while
    [
      'nothing has changed meanwhile',
      termsChosen,
      { type: 'session_opened', visit: { token: 't', session: { ...session, expires_at: 'later' } } },
      { ...termsChosen, visit: { session: { expires_at: 'later' } } },
    ],
    [
      'nothing has changed meanwhile on the review',
      { ...review, consent: 'given' },
      { type: 'session_opened', visit },
      { screen: 'review', consent: 'given' },
    ],
    [
      'the dates have moved meanwhile',
      { ...review, consent: 'given' },
      { type: 'session_opened', visit: { token: 't', session: { ...session, offers: [offerOf(net30)] } } },
      { screen: 'terms', choice: { kind: 'none' }, notice: 'offer_changed' },
    ],
    [
      'the agreement has changed meanwhile',
      termsChosen,
      {
        type: 'session_opened',
        visit: { token: 't', session: { ...session, agreement: { version: 'new', text: 'New.' } } },
      },
      { screen: 'terms', choice: { kind: 'none' }, notice: 'offer_changed' },
    ],
    [
      'the order was finished in another tab meanwhile',
      review,
      { type: 'session_opened', visit: { token: 't', session: chosen } },
      { screen: 'done', finished: 'earlier' },
    ],
    [
      'the checkout has expired meanwhile',
      review,
      { type: 'open_failed', fault: refused('checkout_expired', 410) },
      { screen: 'stopped', reason: 'expired', detail },
    ],
    ['the network is not back yet', review, { type: 'open_failed', fault: unreachable }, review],
    ['it is read again while confirming', confirming, { type: 'session_opened', visit }, confirming],
  ])
})
