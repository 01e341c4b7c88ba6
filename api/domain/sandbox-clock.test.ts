import { expect, test } from 'vitest'
import { movedOffsetMs } from './sandbox-clock.ts'

const real = new Date('2026-04-16T15:00:00.250Z')
const HOUR_MS = 3_600_000

test.each([
  ['its own time again', { now: '2026-04-16T16:00:00.250Z' }, HOUR_MS],
  ['an instant with an offset', { now: '2026-04-17T00:00:00+05:30' }, 3.5 * HOUR_MS - 250],
  ['so many seconds on', { advance_seconds: 60 }, HOUR_MS + 60_000],
  ['ten years ahead of real time', { now: '2036-04-16T15:00:00.250Z' }, 315_619_200_000],
])('a clock that is an hour ahead moves to %s', (_title, move, offsetMs) => {
  expect(movedOffsetMs(move, real, HOUR_MS)).toBe(offsetMs)
})

test.each([
  ['back by a millisecond', { now: '2026-04-16T16:00:00.249Z' }, 'now', /2026-04-16T16:00:00\.250Z/],
  ['back to real time', { now: '2026-04-16T15:00:00.250Z' }, 'now', /before your current time/],
  ['beyond ten years', { now: '2036-04-16T15:00:00.251Z' }, 'now', /2036-04-16T15:00:00\.250Z at the latest/],
  [
    'beyond it by seconds',
    { advance_seconds: 315_619_200 },
    'advance_seconds',
    /10 years ahead of real time/,
  ],
  ['to the end of all numbers', { advance_seconds: Number.MAX_SAFE_INTEGER }, 'advance_seconds', /10 years/],
])('and does not move %s', (_title, move, path, message) => {
  try {
    movedOffsetMs(move, real, HOUR_MS)
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid_request', fields: [{ path }] })
    expect((error as { fields: [{ message: string }] }).fields[0].message).toMatch(message)
  }
})

test('ten years from 29 February are 1 March', () => {
  const leapDay = new Date('2028-02-29T12:00:00Z')
  const move = { now: '2038-03-01T12:00:00Z' }
  expect(movedOffsetMs(move, leapDay, 0)).toBe(Date.parse(move.now) - leapDay.getTime())
})
