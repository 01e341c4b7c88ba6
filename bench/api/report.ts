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
  const busy = Object.keys(rounds[0]?.cores ?? {}).map(
    (who) => `${who} ${Math.round(summarise(each(({ cores }) => cores[who] ?? Number.NaN)).median * 100)} %`,
  )
  console.log(`${`${name}, of one core`.padEnd(34)}  ${busy.join(', ')}`)
}
