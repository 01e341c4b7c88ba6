import type { CheckoutBoot } from '@backd/contract/session.ts'
import { describe, expect, it } from 'vitest'
import { createSelectedSession, createSession } from '../testing/sessions.ts'
import { startFlow } from './state.ts'

const start = (boot: CheckoutBoot, surroundings: 'framed' | 'alone' = 'framed') =>
  startFlow({ boot, token: 't', surroundings })

describe('the first screen', () => {
  it.each<[string, CheckoutBoot, object]>([
    ['a modal waits for its page', { kind: 'modal' }, { screen: 'connecting' }],
    [
      'a link shows its terms at once',
      { kind: 'page', session: createSession() },
      { screen: 'terms', visit: { token: 't' }, choice: { kind: 'none' } },
    ],
    [
      'a finished link says so',
      { kind: 'page', session: createSelectedSession() },
      { screen: 'done', finished: 'earlier' },
    ],
    [
      'an expired link',
      { kind: 'dead_link', code: 'checkout_expired', message: '', close_url: null },
      { screen: 'stopped', reason: 'expired' },
    ],
    [
      'an unknown link',
      { kind: 'dead_link', code: 'not_found', message: '', close_url: null },
      { screen: 'stopped', reason: 'unknown_link' },
    ],
    [
      'an unknown key',
      { kind: 'refused', code: 'unauthorized', message: 'No such key.' },
      { screen: 'stopped', reason: 'bad_key', detail: { message: 'No such key.' } },
    ],
    [
      'an origin that is not registered',
      { kind: 'refused', code: 'origin_not_allowed', message: 'Register it.' },
      { screen: 'stopped', reason: 'bad_origin', detail: { message: 'Register it.' } },
    ],
  ])('%s', (_, boot, state) => {
    expect(start(boot)).toMatchObject(state)
  })

  it('explains itself when somebody opens the modal by its address', () => {
    expect(start({ kind: 'modal' }, 'alone')).toMatchObject({ screen: 'stopped', reason: 'no_host' })
  })
})
