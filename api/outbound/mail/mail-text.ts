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
const MAX_NAME_LENGTH = 60

/** No line breaks (they would begin a header of their own), no bidi or other invisible characters, not too long. */
export function oneLine(text: string, maxLength = MAX_LENGTH): string {
  const signs = [...tidied(text)]
  return signs.length > maxLength ? `${signs.slice(0, maxLength - 1).join('')}…` : signs.join('')
}

/** What came with an order, such as its id: one line, and no links, since our mail must not carry a stranger's. */
export function callersLine(text: string, maxLength = MAX_LENGTH): string {
  const line = tidied(text)
  return oneLine(isAddress(line) ? line : withoutLinks(line.replace(/\s*@\s*/gu, ' @ ')), maxLength)
}

/** Whoever asked or answered: a name that somebody typed, or an address, whole. */
export function personsName(text: string): string {
  return callersLine(text, isAddress(text) ? undefined : MAX_NAME_LENGTH)
}

/** What a customer wrote, line by line, in the same way. The checkout shows the words whole. */
export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => withoutLinks(tidied(line)))
}

const tidied = (text: string) => text.replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim()

const isAddress = (text: string) => /^[\w.+-]+@[\w.-]+$/u.test(text)

/**
 * What mail clients make a link of: an address with a scheme or www, one with a path behind its domain, and a domain alone.
 * Those of mailboxes come first, so that they stay; 3.5 and e.g. are no domains.
 */
const LINK =
  /(?<kept>[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?![\w.:/?#-]*[:/?#]))|(?:[a-z][a-z0-9+.-]*:\/\/|(?<![\p{L}\p{N}])www[.。．｡])\S+|(?<domain>(?:[\p{L}\p{N}_-]+[.。．｡])+(?:xn--[\w-]+|\p{L}{2,}|(?<=(?:\d+\.){3})\d+))(?<rest>\.?(?::\d+|[/?#])\S*)?/giu

/** A domain alone is mostly a missing space, or part of an id, so it is only kept from becoming a link. */
function withoutLinks(text: string): string {
  return text.replace(LINK, (match: string, ...rest: unknown[]) => {
    const found = rest.at(-1) as Record<'kept' | 'domain' | 'rest', string | undefined>
    if (found.kept) return match
    if (!found.domain || found.rest) return '[link left out]'
    return match.replace(/[.。．｡]/gu, '. ')
  })
}
