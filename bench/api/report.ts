import type { Measured } from './load.ts'

/** A figure of each round, in the rounds' order. */
export type Series = number[]

/** The middle one, and the lowest and highest: a machine that does other things shows in the spread. */
export function summarise(series: Series): { median: number; low: number; high: number } {
  const sorted = [...series].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [left = Number.NaN, right = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return { median: (left + right) / 2, low: sorted[0] ?? Number.NaN, high: sorted.at(-1) ?? Number.NaN }
}

/** Each round's figure by that of its own reference: what slows the machine slows both. */
export function divide(series: Series, reference: Series): Series {
  return series.map((value, round) => value / (reference[round] ?? Number.NaN))
}

function spread(series: Series, digits: number): string {
  const { median, low, high } = summarise(series)
  return `${median.toFixed(digits).padStart(8)}  (${low.toFixed(digits)} to ${high.toFixed(digits)})`
}

export function printSeries(name: string, series: Series, aim: string, digits = 2): void {
  console.log(`${name.padEnd(34)}${spread(series, digits).padEnd(30)}${aim}`)
}

/** Times, failures and what was busy, over the rounds. */
export function printMeasured(name: string, rounds: Measured[], p99Aim: string): void {
  const each = (of: (round: Measured) => number) => rounds.map(of)
  printSeries(
    `${name}, a second`,
    each(({ perSecond }) => perSecond),
    '',
    0,
  )
  printSeries(
    `${name}, p50 ms`,
    each(({ p50Ms }) => p50Ms),
    '',
    0,
  )
  printSeries(
    `${name}, p99 ms`,
    each(({ p99Ms }) => p99Ms),
    p99Aim,
    0,
  )
  const failed = rounds.reduce((sum, round) => sum + round.failed, 0)
  console.log(`${`${name}, not 2xx`.padEnd(34)}${String(failed).padStart(8)}`)
  const used = Object.keys(rounds[0]?.cores ?? {}).map((who) => ({
    who,
    share: summarise(each(({ cores }) => cores[who] ?? Number.NaN)).median,
    micros: summarise(each(({ cores, perSecond }) => ((cores[who] ?? Number.NaN) / perSecond) * 1e6)).median,
  }))
  const list = (of: (one: (typeof used)[number]) => string) =>
    used.map((one) => `${one.who} ${of(one)}`).join(', ')
  console.log(`${`${name}, CPU µs a call`.padEnd(34)}  ${list(({ micros }) => micros.toFixed(0))}`)
  console.log(`${`${name}, of one core`.padEnd(34)}  ${list(({ share }) => `${Math.round(share * 100)} %`)}`)
  console.log(`${`${name}, limited by`.padEnd(34)}  ${describeLimit(used)}`)
}

/** A core is full at this share: what is left goes to whatever else the machine does. */
const FULL = 0.85

/**
 * What keeps a measure from being higher.
 * @param used how much of one core each process used, of the two that there are
 */
export function describeLimit(used: { who: string; share: number }[]): string {
  // One thread cannot use more than a core; a database has a process for each connection.
  const full = used.find(({ who, share }) => who !== 'database' && share >= FULL)
  if (full) return `the ${full.who}, which has all of its core`
  const together = used.reduce((sum, { share }) => sum + share, 0)
  if (Number.isNaN(together)) return 'unknown: there is no /proc here'
  if (together >= 2 * FULL) return 'both cores, which are full'
  return 'waiting: for the disk, or for whatever else runs on this machine'
}
