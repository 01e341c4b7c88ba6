import type { CalendarDate } from '@backd/contract/calendar.ts'

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
/** Backd's own time zone, named in the text, since a mail does not know its reader's. */
const instant = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Chicago',
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
})
const day = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
})

export function formatDollars(cents: number): string {
  return dollars.format(cents / 100)
}

export function formatInstant(at: Date): string {
  // Some versions of ICU put a narrow no-break space before PM; not every mail client has it.
  return instant.format(at).replace(/\s/gu, ' ')
}

export function formatDay(date: CalendarDate): string {
  return day.format(new Date(`${date}T00:00:00Z`))
}

const MAX_LENGTH = 120

/** No line breaks (they would begin a header of their own), no bidi or other invisible characters, not too long. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim()
  const signs = [...line]
  return signs.length > MAX_LENGTH ? `${signs.slice(0, MAX_LENGTH - 1).join('')}…` : line
}

/** An address as mail clients make a link of it. */
const LINK = /\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+/giu

/**
 * What a customer wrote, line by line: no invisible characters, and no links, since our mail must not carry a stranger's
 * to somebody else. The checkout shows the words whole.
 */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim().replace(LINK, '[link left out]'))
}
