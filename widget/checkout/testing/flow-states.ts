import type { Order } from '@backd/contract/order.ts'
import { expect, it } from 'vitest'
import { type FlowEvent, reduceFlow } from '../flow/reducer.ts'
import type { FlowState, OpenTask, SelectTask, StateOf } from '../flow/state.ts'
import type { ApiFault } from '../ports/api.ts'
import {
  createSelectedSession,
  createSession,
  createUnverifiedSession,
  monthly3,
  offerOf,
} from './sessions.ts'

/** States and events of the flow, for the tables of its rules. */

export const session = createSession()
export const chosen = createSelectedSession()
export const visit = { token: 't', session }
export const offer = offerOf(monthly3)
export const refused = (code: string, httpStatus = 409): ApiFault => ({
  kind: 'refused',
  httpStatus,
  code,
  message: 'Said so.',
  fields: [],
})
export const order = {} as Order
export const open: OpenTask = { kind: 'open', source: { kind: 'token', token: 't' }, notice: 'none' }
export const orderSource = { kind: 'order', order, pageOrigin: 'o', wishes: {} } as const
export const create: OpenTask = { kind: 'open', source: orderSource, notice: 'none' }
export const select: SelectTask = { kind: 'select', visit, offer }
export const detail = expect.objectContaining({ message: 'Said so.' })

export const connecting: FlowState = { screen: 'connecting', task: { kind: 'await_host' } }
export const loading: StateOf<'loading'> = { screen: 'loading', task: open }
export const unverified = { token: 't', session: createUnverifiedSession() }
export const codeless = { token: 't', session: createUnverifiedSession('none') }
export const verify: StateOf<'verify'> = {
  screen: 'verify',
  visit: unverified,
  problem: { kind: 'none' },
  task: null,
}
export const checking: FlowState = {
  ...verify,
  task: { kind: 'check_code', visit: unverified, code: '123456' },
}
export const sendingTask = { kind: 'send_code', visit: unverified } as const
export const entered: FlowState = { ...verify, task: sendingTask, entered: '123456' }
export const undeliverable: FlowState = { ...verify, problem: { kind: 'undeliverable' } }
export const pending = { token: 't', session: createSession({ decision: 'pending' }) }
export const deciding: FlowState = {
  screen: 'deciding',
  visit: pending,
  task: { kind: 'await_decision', token: 't' },
}
export const codeFailed = (fault: ApiFault): FlowEvent => ({ type: 'code_failed', fault })
export const terms: StateOf<'terms'> = { screen: 'terms', visit, choice: { kind: 'none' }, notice: 'none' }
export const termsChosen: FlowState = { ...terms, choice: { kind: 'chosen', offer } }
export const review: StateOf<'review'> = { screen: 'review', visit, offer, consent: 'open' }
export const confirming: StateOf<'confirming'> = {
  screen: 'confirming',
  visit,
  offer,
  task: select,
  afterwards: 'stay',
}
export const leavingSoon: FlowState = { ...confirming, afterwards: 'leave' }
export const done: FlowState = { screen: 'done', session, selected: { offer } as never, finished: 'now' }
export const interrupted: StateOf<'interrupted'> = { screen: 'interrupted', cause: 'network', retry: select }
export const stopped: FlowState = { screen: 'stopped', reason: 'expired', detail: null }
export const asking: FlowState = { screen: 'asking', from: terms }
export const leaving: FlowState = { screen: 'leaving', from: done, task: { kind: 'leave', from: done } }

export const refundedTerms = chosen.selected && {
  ...chosen.selected,
  schedule: { ...chosen.selected.schedule, total_cents: 0, payments: [] },
}
export const stored: FlowEvent = { type: 'terms_stored', session: chosen }
export const selectFailed = (fault: ApiFault): FlowEvent => ({ type: 'select_failed', fault })
export const openFailed = (fault: ApiFault): FlowEvent => ({ type: 'open_failed', fault })
export const unreachable: ApiFault = { kind: 'unreachable' }

/** What happens · in which state · after which event · the state it leads to (the fields that matter). */
export type Row = [string, FlowState, FlowEvent, object]

/** A test for each row. */
export function testRows(rows: Row[]): void {
  it.each(rows)('%s', (_, state, event, next) => {
    expect(reduceFlow(state, event)).toMatchObject(next)
  })
}
