import { randomBytes } from 'node:crypto'
import type { Clock } from './use-cases/ports/clock.ts'
import type { Random } from './use-cases/ports/random.ts'

/** The machine's own time and randomness. */
export const systemClock: Clock = { now: () => new Date() }
export const systemRandom: Random = { bytes: (length) => randomBytes(length) }
