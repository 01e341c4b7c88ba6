import { expect, test } from 'vitest'
import { formatDay, formatMoment, formatSpan } from './moments.ts'

test.each([
  ['2026-04-16T22:00:00.000Z', 'Apr 16, 2026, 5:00 PM CDT'],
  ['2026-11-02T23:00:00.000Z', 'Nov 2, 2026, 5:00 PM CST'],
])('%s is %s', (iso, words) => expect(formatMoment(iso).replaceAll('\u202f', ' ')).toBe(words))

test('a day is that day, wherever the server is', () => expect(formatDay('2026-05-16')).toBe('May 16, 2026'))

test.each([
  [-5, 'less than a minute'],
  [59_999, 'less than a minute'],
  [60_000, '1 minute'],
  [3_599_999, '59 minutes'],
  [3_600_000, '1 hour'],
  [3 * 3_600_000 + 720_000, '3 hours 12 minutes'],
  [86_400_000 + 300_000, '1 day'],
  [2 * 86_400_000 + 3 * 3_600_000 + 60_000, '2 days 3 hours'],
])('%d ms are %s', (ms, words) => expect(formatSpan(ms)).toBe(words))
