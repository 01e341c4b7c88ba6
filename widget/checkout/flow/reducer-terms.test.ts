import { describe, expect, it } from 'vitest'
import {
  chosen,
  confirming,
  interrupted,
  offer,
  open,
  refused,
  review,
  select,
  selectFailed,
  session,
  stored,
  terms,
  termsChosen,
  testRows,
  unreachable,
} from '../testing/flow-states.ts'
import { net30, offerOf } from '../testing/sessions.ts'
import { reduceFlow } from './reducer.ts'
import type { StateOf } from './state.ts'

describe('choosing and agreeing', () => {
  testRows([
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
    [
      'Confirm without the tick',
      review,
      { type: 'confirm_pressed' },
      { screen: 'review', consent: 'missing' },
    ],
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
    // The browser's Forward
    ['Forward with a plan chosen', termsChosen, { type: 'forward_pressed' }, { screen: 'review', offer }],
    ['Forward without a plan', terms, { type: 'forward_pressed' }, terms],
  ])

  it('gives a repeated task an identity of its own, so that it runs again', () => {
    const retried = reduceFlow({ ...interrupted, retry: select }, { type: 'retry_pressed' })
    expect(retried).toMatchObject({ task: select })
    expect((retried as StateOf<'confirming'>).task).not.toBe(select)
  })

  it('answers each refused press anew, so that the focus moves again', () => {
    const first = reduceFlow(terms, { type: 'continue_pressed' }) as StateOf<'terms'>
    const second = reduceFlow(first, { type: 'continue_pressed' }) as StateOf<'terms'>
    expect(second.choice).not.toBe(first.choice)
  })
})
