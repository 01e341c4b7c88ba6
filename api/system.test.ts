import { expect, test, vi } from 'vitest'
import { createSystemClock } from './system.ts'

const HOUR_MS = 3_600_000

test('the sandbox puts its time forward for each merchant, production for none', () => {
  vi.useFakeTimers({ now: Date.parse('2026-04-16T15:00:00Z'), toFake: ['Date'] })
  try {
    const ahead = { clockOffsetMs: HOUR_MS }
    expect(createSystemClock('sandbox').now(ahead)).toEqual(new Date('2026-04-16T16:00:00Z'))
    expect(createSystemClock('production').now(ahead)).toEqual(new Date('2026-04-16T15:00:00Z'))
  } finally {
    vi.useRealTimers()
  }
})
