import { type Series, summarise } from '../api/report.ts'
import type { Journey } from './journey.ts'
import type { Vitals } from './vitals.ts'

/** What one round found on one screen. */
export interface ScreenFigures {
  name: string
  /** Layout shifts without an input just before, as CLS counts them; and those after one. */
  cls: number
  shiftedAfterInput: number
  /** What moved, without an input just before. */
  moved: string[]
  /** Tasks over 50 ms that began after the first paint. */
  longTasks: { ms: number; where: string }[]
  /** The slowest press on it; null where there was none. Under 16 ms the browser does not say how short. */
  inpMs: number | null
  frameMs: number | null
}

/** Lays what a document measured under the screens that stood at the time. */
export function figuresOf({ screens, vitals }: Journey): ScreenFigures[] {
  return screens.map(({ name, fromMs }, index) => {
    const untilMs = screens[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY
    const during = <Entry extends { atMs: number }>(entries: Entry[]) =>
      entries.filter(({ atMs }) => atMs >= fromMs && atMs < untilMs)
    const shifts = during(vitals.shifts)
    const sum = (afterInput: boolean) =>
      shifts.filter((shift) => shift.afterInput === afterInput).reduce((all, { value }) => all + value, 0)
    const slowest = (entries: { ms: number }[]) =>
      entries.length > 0 ? Math.max(...entries.map(({ ms }) => ms)) : null
    return {
      name,
      cls: sum(false),
      shiftedAfterInput: sum(true),
      moved: shifts.filter(({ afterInput }) => !afterInput).flatMap(({ moved }) => moved),
      longTasks: during(vitals.tasks)
        .filter(({ atMs }) => atMs > (vitals.firstPaintMs ?? 0))
        .map(({ atMs, ms }) => ({ ms, where: whereOf(vitals, atMs, ms) })),
      inpMs: slowest(during(vitals.interactions)),
      frameMs: slowest(during(vitals.presses)),
    }
  })
}

function whereOf({ frames }: Vitals, atMs: number, ms: number): string {
  const frame = frames.find((one) => one.atMs < atMs + ms && one.atMs + one.ms > atMs)
  if (!frame) return 'nothing of a frame'
  const rendering = frame.renderMs >= 1 ? [`rendering ${Math.round(frame.renderMs)} ms`] : []
  return [...frame.scripts, ...rendering].join(', ') || 'no script'
}

/** One line a screen over all rounds, and below it what was long in the middle one. */
export function printScreens(title: string, rounds: ScreenFigures[][]): void {
  const line = (cells: string[]) =>
    console.log(cells.map((cell, index) => cell.padEnd([36, 10, 24, 24, 0][index] ?? 0)).join(''))
  console.log()
  line([title, 'CLS', 'longest task, ms', 'press → frame, ms', 'INP, ms'])
  for (const [index, { name }] of (rounds[0] ?? []).entries()) {
    const each = rounds.flatMap((round) => round[index] ?? [])
    const longest = each.map(({ longTasks }) => Math.max(50, ...longTasks.map(({ ms }) => ms)))
    const cls = Math.max(...each.map((one) => one.cls))
    const frames = spreadOf(each.flatMap(({ frameMs }) => frameMs ?? []))
    const presses = spreadOf(each.flatMap(({ inpMs }) => inpMs ?? []))
    line([`  ${name}`, cls.toFixed(4), spreadOf(longest), frames, presses])
    const { median } = summarise(longest)
    const middle = each[longest.findIndex((ms) => ms >= median && median > 50)]
    for (const { ms, where } of middle?.longTasks ?? []) console.log(`      ${ms.toFixed(0)} ms: ${where}`)
    for (const moved of new Set(each.flatMap((one) => one.moved))) console.log(`      moved: ${moved}`)
  }
}

/** The figures' spread, in whole ms. */
export function spreadOf(series: Series): string {
  if (series.length === 0) return '–'
  const { median, low, high } = summarise(series)
  return `${median.toFixed(0)} (${low.toFixed(0)} to ${high.toFixed(0)})`
}
