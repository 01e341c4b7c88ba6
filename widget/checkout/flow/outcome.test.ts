import { failCodes } from '@backd/contract/frame/messages.ts'
import { describe, expect, it } from 'vitest'
import { en } from '../i18n/en.ts'
import { createSelectedSession, createSession } from '../testing/sessions.ts'
import { messageOf, outcomeOf, stopEnds } from './outcome.ts'
import type { ShownState } from './state.ts'

const visit = { token: 't', session: createSession() }
const terms: ShownState = { screen: 'terms', visit, choice: { kind: 'none' }, notice: 'none' }
const interrupted = (cause: 'network' | 'service' | 'busy'): ShownState => ({
  screen: 'interrupted',
  cause,
  retry: { kind: 'open', source: { kind: 'token', token: 't' }, notice: 'none' },
})

describe('what the merchant hears', () => {
  it('a finished checkout gives both ids', () => {
    const session = createSelectedSession()
    const done: ShownState = { screen: 'done', session, selected: session.selected as never, finished: 'now' }
    expect(outcomeOf(done)).toEqual({
      kind: 'completed',
      backd_order_id: 'BO-20261121-7K3M9QX2',
      merchant_order_id: 'JKLMO4321',
    })
  })

  it('a checkout left before that is closed by the customer', () => {
    expect(outcomeOf(terms)).toEqual({ kind: 'closed', code: 'CUSTOMER_CLOSED' })
    expect(messageOf(terms, en)).toBe('You closed the checkout before choosing payment terms.')
  })

  it.each([
    ['network', 'NETWORK_ERROR'],
    ['service', 'SERVICE_ERROR'],
    ['busy', 'SERVICE_ERROR'],
  ] as const)('an interruption by the %s fails, and may work later', (cause, code) => {
    expect(outcomeOf(interrupted(cause))).toEqual({ kind: 'failed', code, recoverable: true })
  })

  it('an expired or cancelled order is closed, not failed', () => {
    expect(outcomeOf({ screen: 'stopped', reason: 'expired', detail: null })).toEqual({
      kind: 'closed',
      code: 'CHECKOUT_EXPIRED',
    })
    expect(outcomeOf({ screen: 'stopped', reason: 'cancelled', detail: null })).toEqual({
      kind: 'closed',
      code: 'ORDER_CANCELLED',
    })
  })

  it("a stop tells the API's own words, else what the customer read", () => {
    const detail = { code: 'total_exceeds_limit', message: 'Over by 1.00.', fields: [] }
    expect(messageOf({ screen: 'stopped', reason: 'over_limit', detail }, en)).toBe('Over by 1.00.')
    expect(messageOf({ screen: 'stopped', reason: 'over_limit', detail: null }, en)).toBe(
      en.stopped.over_limit,
    )
  })

  it("every code the API's refusals can mean is reached by some screen", () => {
    const reached = Object.values(stopEnds).flatMap((end) => ('failed' in end ? [end.failed] : []))
    const elsewhere = ['NETWORK_ERROR', 'INVALID_OPTIONS']
    expect(new Set([...reached, ...elsewhere])).toEqual(new Set(failCodes))
  })
})
