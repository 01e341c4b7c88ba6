/**
 * Calendar dates without a clock: a due date is a day in America/Chicago, not an instant.
 * Dates are ISO strings, "2026-04-16". Free of zod.
 */

/** The zone in which Backd's days begin and end (CONTRACT section 2). */
export const BACKD_TIME_ZONE = 'America/Chicago'

export type CalendarDate = string

/** Made when it is first asked for: it takes a phone 40 ms, and who only adds days has no use for it. */
let chicagoDate: Intl.DateTimeFormat | undefined

/** The calendar date in Chicago at an instant. */
export function dateInChicago(instant: Date): CalendarDate {
  chicagoDate ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: BACKD_TIME_ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const part = Object.fromEntries(chicagoDate.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${part['year']}-${part['month']}-${part['day']}`
}

/** `date` plus a number of days. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const at = parse(date)
  return format(new Date(Date.UTC(at.year, at.month - 1, at.day + days)))
}

/**
 * `date` plus a number of months; the day is held to the month's last one: 31 January + 1 month = 28 or 29 February.
 * Count from the first date, not from the one before, or a month-end start drifts to the 28th for good.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const at = parse(date)
  const lastDay = new Date(Date.UTC(at.year, at.month - 1 + months + 1, 0)).getUTCDate()
  return format(new Date(Date.UTC(at.year, at.month - 1 + months, Math.min(at.day, lastDay))))
}

function parse(date: CalendarDate): {
  year: number
  month: number
  day: number
} {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) throw new RangeError(`${date} is not a calendar date like 2026-04-16`)
  return {
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
  }
}

function format(date: Date): CalendarDate {
  return date.toISOString().slice(0, 10)
}
