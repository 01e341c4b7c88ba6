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
  const numbers = (options?: Intl.NumberFormatOptions) => when(() => new Intl.NumberFormat(locale, options))
  const dates = (options: Intl.DateTimeFormatOptions) =>
    when(
      () => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', ...options }),
    )
  const money = numbers({ style: 'currency', currency: 'USD' })
  const number = numbers()
  const percent = numbers({
    style: 'percent',
    minimumFractionDigits: 2,
    trailingZeroDisplay: 'stripIfInteger',
  })
  // A due date is a calendar day, not an instant: read and written in UTC it never slips to the day before.
  const date = dates({ timeZone: 'UTC' })
  const weekday = dates({ weekday: 'short', timeZone: 'UTC' })
  const local = dates({})
  return {
    money: (cents) => money().format(cents / 100),
    number: (value) => number().format(value),
    percent: (value) => percent().format(value / 100),
    date: (value) => date().format(new Date(value)),
    dateWithWeekday: (value) => weekday().format(new Date(value)),
    day: (instant) => local().format(new Date(instant)),
  }
}

/** Made when it is first asked for: each takes a phone some 10 ms, and the first screen needs one of the six. */
function when<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}
