import type { CalendarDate } from '@backd/contract/calendar.ts'
import type { Language } from '@backd/contract/locale.ts'
import { callersLine, linesOf, personsName } from './mail-text.ts'
import { en, type Words } from './words/en.ts'
import { es } from './words/es.ts'

/** What a mail says and how, in its reader's language. */
export interface Speech {
  language: Language
  words: Words
  /** Integer cents: 895000 → "$8,950.00". */
  dollars(cents: number): string
  /** In Chicago, Backd's own time zone, which is named in the text: a mail does not know its reader's. */
  instant(at: Date): string
  day(date: CalendarDate): string
  /** mail-text.ts, with our own words in place of a stranger's links. */
  line(text: string): string
  name(text: string): string
  lines(text: string): string[]
}

/** Dollars are written as in the United States, whatever the language: "es" alone would be Spain's "8950,00 US$". */
function createSpeech(language: Language, words: Words): Speech {
  const locale = `${language}-US`
  const dollars = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' })
  const date = { year: 'numeric', day: 'numeric' } as const
  const day = new Intl.DateTimeFormat(locale, {
    ...date,
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
  })
  const instant = new Intl.DateTimeFormat(locale, {
    ...date,
    timeZone: 'America/Chicago',
    weekday: 'long',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return {
    language,
    words,
    dollars: (cents) => dollars.format(cents / 100),
    // Some versions of ICU put a narrow no-break space before PM; not every mail client has it.
    instant: (at) => instant.format(at).replace(/\s/gu, ' '),
    day: (value) => day.format(new Date(`${value}T00:00:00Z`)),
    line: (text) => callersLine(text, { leftOut: words.linkLeftOut }),
    name: (text) => personsName(text, words.linkLeftOut),
    lines: (text) => linesOf(text, words.linkLeftOut),
  }
}

const speeches: Record<Language, Speech> = { en: createSpeech('en', en), es: createSpeech('es', es) }

export const speechOf = (language: Language): Speech => speeches[language]
