import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthly3, offerOf } from '../testing/sessions.ts'
import { type CalendarWords, createCalendar, escapeText, foldLine } from './ics.ts'

const words: CalendarWords = {
  summary: (payment, payments, cents, merchant) =>
    `Payment ${payment} of ${payments}: ${cents} to ${merchant}`,
  description: (order, backd) => `Order ${order}\nReference ${backd}`,
}
const schedule = offerOf(monthly3)
const given = { backdOrderId: 'BO-1', merchantOrderId: 'A,1', merchant: 'Nuts; Bolts', schedule }
const now = new Date('2026-11-21T16:00:01.234Z')

describe('the calendar', () => {
  it('has an event of a whole day for each payment', () => {
    const { name, type, text } = createCalendar(given, words, now)
    expect(name).toBe('backdpay-BO-1.ics')
    expect(type).toBe('text/calendar;charset=utf-8')
    expect(text.split('\r\n').slice(0, 13)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Backd//BackdPay checkout//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:BO-1-1@backd',
      'DTSTAMP:20261121T160001Z',
      'DTSTART;VALUE=DATE:20261221',
      'DTEND;VALUE=DATE:20261222',
      'SUMMARY:Payment 1 of 3: 341667 to Nuts\\; Bolts',
      'DESCRIPTION:Order A\\,1\\nReference BO-1',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ])
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it('ends an event of 31 December on 1 January', () => {
    const payments = [{ due_on: '2026-12-31', amount_cents: 1 }]
    const { text } = createCalendar({ ...given, schedule: { ...schedule, payments } }, words, now)
    expect(text).toContain('DTEND;VALUE=DATE:20270101')
  })

  it('names the same events when it is made again', () => {
    const uids = (at: Date) => createCalendar(given, words, at).text.match(/^UID:.*$/gm)
    expect(uids(now)).toEqual(uids(new Date('2027-01-01T00:00:00Z')))
    expect(new Set(uids(now)).size).toBe(3)
  })

  it('lets no name end its line and begin another property', () => {
    const { text } = createCalendar(
      { ...given, merchant: 'A\r\nATTACH:file:///etc/passwd\u0000' },
      words,
      now,
    )
    expect(text).not.toMatch(/^ATTACH/m)
    expect(text).toContain('A\\nATTACH:file:///etc/passwd')
    expect(text).not.toContain('\u0000')
  })
})

describe('a text', () => {
  it.each([
    ['a\\b', 'a\\\\b'],
    ['a;b,c', 'a\\;b\\,c'],
    ['a\nb\r\nc\rd', 'a\\nb\\nc\\nd'],
    ['"a": 1', '"a": 1'],
  ])('%j is escaped as %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })
})

describe('a long line', () => {
  const octets = (text: string) => new TextEncoder().encode(text).length

  it('is folded at 75 octets, and unfolded is what it was, whatever its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const line = words.replace(/[\r\n]/g, '')
        const folded = foldLine(line)
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
        for (const part of folded.split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75)
      }),
    )
  })

  it('of 75 octets stays one', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75))
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
  })
})
