import { addDays, type CalendarDate } from '@backd/contract/calendar.ts'
import type { ExportFile, ScheduleExport } from './schedule-export.ts'

/** What the events say, in the reader's language. */
export interface CalendarWords {
  summary(payment: number, payments: number, amountCents: number, merchant: string): string
  description(merchantOrderId: string, backdOrderId: string): string
}

/**
 * The schedule as a calendar (RFC 5545): one event of a whole day for each payment. An event's UID is made of the order
 * and the payment's number, so that a file downloaded again changes the events and does not double them.
 * @param now when the file is made
 */
export function createCalendar(
  { backdOrderId, merchantOrderId, merchant, schedule }: ScheduleExport,
  words: CalendarWords,
  now: Date,
): ExportFile {
  const { payments } = schedule
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const events = payments.flatMap(({ due_on, amount_cents }, index) => [
    'BEGIN:VEVENT',
    `UID:${escapeText(backdOrderId)}-${index + 1}@backd`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(due_on)}`,
    // The day after: an event ends before its DTEND (RFC 5545 section 3.6.1).
    `DTEND;VALUE=DATE:${compact(addDays(due_on, 1))}`,
    `SUMMARY:${escapeText(words.summary(index + 1, payments.length, amount_cents, merchant))}`,
    `DESCRIPTION:${escapeText(words.description(merchantOrderId, backdOrderId))}`,
    // A payment takes no time out of the day.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Backd//BackdPay checkout//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ]
  return {
    name: `backdpay-${backdOrderId}.ics`,
    type: 'text/calendar;charset=utf-8',
    text: lines.map((line) => `${foldLine(line)}\r\n`).join(''),
  }
}

const compact = (date: CalendarDate) => date.replaceAll('-', '')

/** TEXT of RFC 5545 section 3.3.11; control characters, which it forbids, are left out. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** Folds a line so that no part is longer than 75 octets (section 3.1), never inside a character. */
export function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}
