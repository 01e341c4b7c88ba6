import { divide, type Series, summarise } from '../../api/report.ts'
import type { Contestant } from './contestant.ts'
import type { Measured } from './measure.ts'

/** One line of the table. */
export interface Row {
  name: string
  aim: string
  usableMs: Series
  /** Of the floor's in the same round. */
  ofFloor: Series
  /** The merchant's page's heap over the floor's in the same round. */
  heapMb: Series
  /** The longest task on the merchant's page after the click, a round; 0 when none took over 50 ms. */
  longestTaskMs: Series
}

/** @param rounds what each found, a round; the first is the floor */
export function rowsOf(rounds: Map<Pick<Contestant, 'name' | 'aim'>, Measured[]>): Row[] {
  const [floor = []] = rounds.values()
  const floorMs = floor.map(({ usableMs }) => usableMs)
  return [...rounds].map(([{ name, aim = '' }, each]) => {
    const usableMs = each.map((one) => one.usableMs)
    return {
      name,
      aim,
      usableMs,
      ofFloor: divide(usableMs, floorMs),
      heapMb: each.map(({ heapBytes }, round) => (heapBytes - (floor[round]?.heapBytes ?? Number.NaN)) / 1e6),
      longestTaskMs: each.map(({ longTasks }) => Math.max(0, ...longTasks)),
    }
  })
}

/** Medians over the rounds, with the lowest and the highest. */
export function formatTable(rows: Row[]): string[] {
  const lines = [
    ['click → terms usable', 'ms', '÷ floor', 'aim', 'heap over floor, MB', 'longest task, ms'],
    ...rows.map(({ name, aim, usableMs, ofFloor, heapMb, longestTaskMs }) => [
      name,
      spread(usableMs, 0),
      spread(ofFloor, 2),
      aim,
      spread(heapMb, 2),
      spread(longestTaskMs, 0),
    ]),
  ]
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  return lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function spread(series: Series, digits: number): string {
  const { median, low, high } = summarise(series)
  return `${median.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`
}

export function printOpenings(rounds: Map<Pick<Contestant, 'name' | 'aim'>, Measured[]>): void {
  for (const line of formatTable(rowsOf(rounds))) console.log(line)
}
