import { randomBytes } from 'node:crypto'
import type { Clock } from './use-cases/ports/clock.ts'
import type { Random } from './use-cases/ports/random.ts'

/** The machine's own time; in the sandbox, put forward for each merchant as it asked. */
export function createSystemClock(mode: 'sandbox' | 'production'): Clock {
  return mode === 'sandbox'
    ? { now: ({ clockOffsetMs }) => new Date(Date.now() + clockOffsetMs) }
    : { now: () => new Date() }
}

/** The machine's own randomness. */
export const systemRandom: Random = { bytes: (length) => randomBytes(length) }
