import { describe } from 'vitest'
import {
  checking,
  codeFailed,
  codeless,
  entered,
  loading,
  open,
  pending,
  type Row,
  refused,
  sendingTask,
  session,
  testRows,
  undeliverable,
  unreachable,
  unverified,
  verify,
  visit,
} from '../testing/flow-states.ts'
import { createSession, createUnverifiedSession } from '../testing/sessions.ts'

describe('verifying', () => {
  testRows([
    [
      'a session that has to be verified opens',
      loading,
      { type: 'session_opened', visit: unverified },
      { screen: 'verify', task: null },
    ],
    [
      'a session to which no code was sent opens',
      loading,
      { type: 'session_opened', visit: { token: 't', session: createUnverifiedSession('none') } },
      { screen: 'verify', task: { kind: 'send_code' } },
    ],
    [
      'a code is entered, pasted with spaces and dashes',
      verify,
      { type: 'code_entered', code: ' 123-456\n' },
      { task: { kind: 'check_code', code: '123456' } },
    ],
    [
      'a code is entered in wide digits',
      verify,
      { type: 'code_entered', code: '１２３４５６' },
      { task: { kind: 'check_code', code: '123456' } },
    ],
    [
      'too few digits are entered',
      verify,
      { type: 'code_entered', code: '12345' },
      { problem: { kind: 'incomplete' }, task: null },
    ],
    ['a code is entered while one is checked', checking, { type: 'code_entered', code: '654321' }, checking],
    [
      'a code is entered while one is still being sent',
      { ...verify, task: sendingTask },
      { type: 'code_entered', code: '123 456' },
      { problem: { kind: 'none' }, task: sendingTask, entered: '123456' },
    ],
    [
      'the code that was sent meanwhile is there',
      entered,
      { type: 'code_answered', session: unverified.session },
      { screen: 'verify', task: { kind: 'check_code', code: '123456' }, entered: undefined },
    ],
    [
      'sending did not answer, but a code was entered',
      entered,
      codeFailed(unreachable),
      { screen: 'verify', problem: { kind: 'none' }, task: { kind: 'check_code', code: '123456' } },
    ],
    [
      'it was verified elsewhere while a code waited to be checked',
      entered,
      { type: 'code_answered', session },
      { screen: 'terms' },
    ],
    [
      'another code is entered in place of the one that waits',
      entered,
      { type: 'code_entered', code: '654321' },
      { task: sendingTask, entered: '654321' },
    ],
    [
      'too few digits are entered in place of the one that waits',
      entered,
      { type: 'code_entered', code: '65' },
      { problem: { kind: 'incomplete' }, task: sendingTask, entered: undefined },
    ],
    [
      'the session is read again while a code waits to be checked',
      entered,
      { type: 'session_opened', visit: unverified },
      { task: sendingTask, entered: '123456' },
    ],
    ['a new code is asked for', verify, { type: 'new_code_pressed' }, { task: sendingTask }],
    ['a new code is asked for while one is checked', checking, { type: 'new_code_pressed' }, checking],
    [
      'a code was sent',
      { ...verify, task: sendingTask },
      { type: 'code_answered', session: unverified.session },
      { screen: 'verify', problem: { kind: 'none' }, task: null },
    ],
    ['the code is right', checking, { type: 'code_answered', session }, { screen: 'terms' }],
    [
      'the code is right, and a decision is not there yet',
      checking,
      { type: 'code_answered', session: pending.session },
      { screen: 'deciding' },
    ],
    [
      'the code is right, and the customer is declined',
      checking,
      { type: 'code_answered', session: createSession({ decision: 'declined' }) },
      { screen: 'stopped', reason: 'declined' },
    ],
    [
      'the code is right, and the limit too low',
      checking,
      { type: 'code_answered', session: createSession({ decision: 'limit_too_low' }) },
      { screen: 'stopped', reason: 'over_limit' },
    ],
    ...(
      [
        ['code_wrong', 422, 'wrong'],
        ['code_expired', 410, 'expired'],
        ['email_undeliverable', 422, 'undeliverable'],
        ['too_many_requests', 429, 'busy'],
        ['internal_error', 500, 'service'],
      ] as const
    ).map(
      ([code, status, kind]): Row => [
        `${code} is told at the field`,
        checking,
        codeFailed(refused(code, status)),
        { screen: 'verify', problem: { kind }, task: null },
      ],
    ),
    [
      'too many codes were sent',
      { ...verify, task: sendingTask },
      codeFailed(refused('too_many_requests', 429)),
      { screen: 'verify', problem: { kind: 'too_many' }, task: null },
    ],
    [
      'the network fails while a code is checked',
      checking,
      codeFailed(unreachable),
      { screen: 'verify', problem: { kind: 'network' }, task: null },
    ],
    [
      'the checkout expires while a code is checked',
      checking,
      codeFailed(refused('checkout_expired', 410)),
      { screen: 'stopped', reason: 'expired' },
    ],
    [
      'the order was finished meanwhile in another tab',
      checking,
      codeFailed(refused('terms_already_selected')),
      { screen: 'loading', task: open },
    ],
    [
      'the same code is still waited for',
      { ...verify, problem: { kind: 'wrong' } },
      { type: 'session_opened', visit: unverified },
      { screen: 'verify', problem: { kind: 'wrong' }, task: null },
    ],
    [
      'the code has run out meanwhile',
      verify,
      { type: 'session_opened', visit: codeless },
      { screen: 'verify', visit: codeless, task: { kind: 'send_code', visit: codeless } },
    ],
    [
      'the code runs out while one is sent',
      { ...verify, task: sendingTask },
      { type: 'session_opened', visit: codeless },
      { screen: 'verify', visit: codeless, task: sendingTask },
    ],
    [
      'no code could be sent, and there is still none',
      undeliverable,
      { type: 'session_opened', visit: codeless },
      { screen: 'verify', problem: { kind: 'undeliverable' }, task: null },
    ],
    [
      'it was verified in another tab',
      verify,
      { type: 'session_opened', visit },
      { screen: 'terms', notice: 'none' },
    ],
    ['verifying is left half-way', verify, { type: 'leave_pressed' }, { screen: 'asking', from: verify }],
    [
      'an address that no mail reaches is left at once',
      undeliverable,
      { type: 'leave_pressed' },
      { screen: 'leaving', from: undeliverable },
    ],
    [
      'a code was sent behind the question',
      { screen: 'asking', from: { ...verify, task: sendingTask } },
      { type: 'code_answered', session: unverified.session },
      { screen: 'asking', from: { screen: 'verify', task: null } },
    ],
  ])
})
