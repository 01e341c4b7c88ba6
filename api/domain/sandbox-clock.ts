import { MAX_YEARS_AHEAD, type MoveClock } from '@backd/contract/api/sandbox-clock.ts'
import { invalidRequest } from './api-error.ts'

/**
 * How far ahead of real time a merchant's clock is after a move, in ms.
 * @param real the machine's time
 * @param offsetMs how far ahead it is now
 * @throws ApiError invalid_request for a time that has passed, or lies too far ahead
 */
export function movedOffsetMs(move: MoveClock, real: Date, offsetMs: number): number {
  const current = real.getTime() + offsetMs
  const target = move.now === undefined ? current + (move.advance_seconds ?? 0) * 1000 : Date.parse(move.now)
  const path = move.now === undefined ? 'advance_seconds' : 'now'
  if (target < current) {
    const message = `must not lie before your current time, which is ${new Date(current).toISOString()}`
    throw invalidRequest([{ path, message }])
  }
  const latest = yearsAfter(real, MAX_YEARS_AHEAD)
  if (target > latest.getTime()) {
    const message = `must lead to ${latest.toISOString()} at the latest, ${MAX_YEARS_AHEAD} years ahead of real time`
    throw invalidRequest([{ path, message }])
  }
  return target - real.getTime()
}

function yearsAfter(date: Date, years: number): Date {
  const later = new Date(date)
  later.setUTCFullYear(date.getUTCFullYear() + years)
  return later
}
