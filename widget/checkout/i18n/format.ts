import type { CalendarDate } from '@backd/contract/calendar.ts'

/** Money and dates in the reader's own way of writing them. */
export interface Format {
  /** Integer cents as US dollars: 1014750 → "$10,147.50". */
  money(cents: number): string
  /** A plain number: 1250.5 → "1,250.5". */
  number(value: number): string
  /** A rate in percent: 8.8 → "8.80%", 0 → "0%". */
  percent(value: number): string
  /** "Dec 21, 2026" */
  date(date: CalendarDate): string
  /** "Mon, Dec 21, 2026": people plan payments by weekday. */
  dateWithWeekday(date: CalendarDate): string
  /** The day of an ISO 8601 instant, where the reader is. */
  day(instant: string): string
}

export function createFormat(locale: string): Format {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' })
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 2,
    trailingZeroDisplay: 'stripIfInteger',
  })
  const day = { year: 'numeric', month: 'short', day: 'numeric' } as const
  // A due date is a calendar day, not an instant: read and written in UTC it never slips to the day before.
  const date = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(locale, { ...day, weekday: 'short', timeZone: 'UTC' })
  const local = new Intl.DateTimeFormat(locale, day)
  return {
    money: (cents) => money.format(cents / 100),
    number: (value) => number.format(value),
    percent: (value) => percent.format(value / 100),
    date: (value) => date.format(new Date(value)),
    dateWithWeekday: (value) => weekday.format(new Date(value)),
    day: (instant) => local.format(new Date(instant)),
  }
}
