import { expect, test } from 'vitest'
import type { Finding } from '../sdk/types.ts'
import { writeReport } from './report.ts'

const fine: Finding = { code: 'PAGE', level: 'ok', message: 'Fine.' }
const warning: Finding = { code: 'SCRIPT_COUNT', level: 'warning', message: 'Twice.', change: 'Keep one' }
const error: Finding = { code: 'FRAME_SRC', level: 'error', message: 'Blocked.', change: 'frame-src x' }

test('the report is one block: errors, then warnings, each with its change, then what is fine', () => {
  expect(writeReport('https://b.example', [fine, warning, error])).toEqual([
    'error',
    `BackdPay diagnose: 2 of 3 to look at (https://b.example)
error FRAME_SRC: Blocked.
  -> frame-src x
warning SCRIPT_COUNT: Twice.
  -> Keep one
ok: PAGE
Each is explained in the guide: "When it does not open"`,
  ])
})

test('it is as loud as the worst', () => {
  expect(writeReport('', [fine])[0]).toBe('info')
  expect(writeReport('', [fine, warning])[0]).toBe('warn')
})

test('after a failure it names it', () => {
  const failure = { code: 'FRAME_UNREACHABLE', message: '', recoverable: true } as const
  expect(writeReport('', [fine], failure)[1]).toContain('after FRAME_UNREACHABLE: 0 of 1')
})
