import { describe, expect, it } from 'vitest'
import {
  asking,
  chosen,
  confirming,
  connecting,
  done,
  interrupted,
  leaving,
  leavingSoon,
  loading,
  orderSource,
  type Row,
  refused,
  review,
  selectFailed,
  stopped,
  stored,
  terms,
  testRows,
  unreachable,
} from '../testing/flow-states.ts'
import { reduceFlow } from './reducer.ts'
import type { StateOf } from './state.ts'

describe('leaving', () => {
  testRows([
    // Leaving
    ...[connecting, loading, done, interrupted, stopped].map(
      (state): Row => [
        `${state.screen} is left`,
        state,
        { type: 'leave_pressed' },
        { screen: 'leaving', from: state, task: { kind: 'leave', from: state } },
      ],
    ),
    ...[terms, review].map(
      (state): Row => [
        `${state.screen} is left half-way`,
        state,
        { type: 'leave_pressed' },
        { screen: 'asking', from: state },
      ],
    ),
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
      { type: 'session_opened', visit: { token: 't', session: chosen } },
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
    // Late or out of place
    ['a late answer after leaving', leaving, stored, leaving],
    ['a second order from the page', terms, { type: 'host_opened', source: orderSource }, terms],
    ['Continue on the review', review, { type: 'continue_pressed' }, review],
    ['Try again when done', done, { type: 'retry_pressed' }, done],
  ])

  it('keeps the task when the customer wants to leave while confirming, so that it does not run twice', () => {
    const next = reduceFlow(confirming, { type: 'leave_pressed' }) as StateOf<'confirming'>
    expect(next.task).toBe(confirming.task)
  })
})
