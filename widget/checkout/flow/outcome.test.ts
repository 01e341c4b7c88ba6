import { describe, expect, it } from 'vitest'
import { en } from '../i18n/en.ts'
import { createSelectedSession, createSession, createUnverifiedSession } from '../testing/sessions.ts'
import { endingOf } from './outcome.ts'
import type { ShownState } from './state.ts'

const visit = { token: 't', session: createSession() }
const terms: ShownState = { screen: 'terms', visit, choice: { kind: 'none' }, notice: 'none' }
const interrupted = (cause: 'network' | 'service' | 'busy'): ShownState => ({
  screen: 'interrupted',
  cause,
  retry: { kind: 'open', source: { kind: 'token', token: 't' }, notice: 'none' },
})
const stopped: ShownState = { screen: 'stopped', reason: 'expired', detail: null }
const end = (state: ShownState) => endingOf(state, en, () => undefined)

describe('what the merchant hears', () => {
  it('a finished checkout gives both ids, and the signature of a return', () => {
    const session = {
      ...createSelectedSession(),
      return_urls: {
        success: 'https://shop.example/',
        close: 'https://shop.example/',
        backd_signature: '1.ab',
      },
    }
    const done: ShownState = { screen: 'done', session, selected: session.selected as never, finished: 'now' }
    expect(end(done).outcome).toEqual({
      kind: 'completed',
      backd_order_id: 'BO-20261121-7K3M9QX2',
      merchant_order_id: 'JKLMO4321',
      backd_signature: '1.ab',
    })
  })

  it('a checkout left before that is closed by the customer', () => {
    expect(end(terms)).toEqual({
      outcome: { kind: 'closed', code: 'CUSTOMER_CLOSED' },
      message: 'You closed the checkout before choosing payment terms.',
    })
  })

  it('a checkout whose customer no mail reaches is closed with a code of its own', () => {
    const unverified = { token: 't', session: createUnverifiedSession('none') }
    const problem = { kind: 'undeliverable' } as const
    expect(end({ screen: 'verify', visit: unverified, problem, task: null })).toEqual({
      outcome: { kind: 'closed', code: 'EMAIL_UNDELIVERABLE' },
      message: 'Mail to your address came back, so BackdPay could not verify you.',
    })
  })

  it.each([
    ['network', 'NETWORK_ERROR'],
    ['service', 'SERVICE_ERROR'],
    ['busy', 'SERVICE_ERROR'],
  ] as const)('an interruption by the %s fails, and may work later', (cause, code) => {
    expect(end(interrupted(cause))).toEqual({
      outcome: { kind: 'failed', code, recoverable: true },
      message: en.interrupted[cause].title,
    })
  })

  it('a stop ends as the part says that explains it', () => {
    const ending = { outcome: { kind: 'closed', code: 'CHECKOUT_EXPIRED' }, message: 'Over.' } as const
    expect(endingOf(stopped, en, () => ending)).toBe(ending)
  })

  it('a stop that could not be explained fails like the network that did not bring the part', () => {
    expect(end(stopped)).toEqual(end(interrupted('network')))
  })
})
