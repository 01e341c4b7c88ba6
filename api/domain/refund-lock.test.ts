import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refundLockedAt } from './refund-lock.ts'

const vectors: [title: string, requestedAt: string, lockedAt: string][] = [
  ['a second before 17:00 on a Monday', '2026-04-13T21:59:59Z', '2026-04-13T22:00:00Z'],
  ['a millisecond before', '2026-04-13T21:59:59.999Z', '2026-04-13T22:00:00Z'],
  ['just after midnight of a Tuesday', '2026-04-14T05:00:00Z', '2026-04-14T22:00:00Z'],
  ['17:00 sharp on a Thursday', '2026-04-16T22:00:00Z', '2026-04-17T22:00:00Z'],
  ['Thursday evening, which is Friday in UTC', '2026-04-17T04:59:59Z', '2026-04-17T22:00:00Z'],
  ['17:00 sharp on a Friday', '2026-04-17T22:00:00Z', '2026-04-20T22:00:00Z'],
  ['a Saturday morning', '2026-04-18T15:00:00Z', '2026-04-20T22:00:00Z'],
  ['Sunday evening', '2026-04-19T23:59:00Z', '2026-04-20T22:00:00Z'],
  ['Sunday a second before midnight, Monday in UTC', '2026-04-20T04:59:59Z', '2026-04-20T22:00:00Z'],
  ['Friday evening before the clocks go forward', '2026-03-07T00:00:00Z', '2026-03-09T22:00:00Z'],
  ['Friday before 17:00, the same weekend', '2026-03-06T22:59:59Z', '2026-03-06T23:00:00Z'],
  ['Friday evening before the clocks go back', '2026-10-30T22:30:00Z', '2026-11-02T23:00:00Z'],
  ['the hour that Sunday has twice, the second time', '2026-11-01T07:30:00Z', '2026-11-02T23:00:00Z'],
  ['the last evening of a year that ends on a Thursday', '2026-12-31T23:00:00Z', '2027-01-01T23:00:00Z'],
]

describe.each(['UTC', 'Asia/Kolkata', 'America/Los_Angeles'])('on a machine in %s', (zone) => {
  const before = process.env['TZ']
  beforeAll(() => {
    process.env['TZ'] = zone
  })
  afterAll(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  test('the machine is there indeed', () => {
    const offsets = { UTC: 0, 'Asia/Kolkata': -330, 'America/Los_Angeles': 420 }
    expect(new Date('2026-07-01T00:00:00Z').getTimezoneOffset()).toBe(offsets[zone as keyof typeof offsets])
  })

  test.each(vectors)('a refund of %s locks at 17:00 in Chicago', (_title, requestedAt, lockedAt) => {
    expect(refundLockedAt(new Date(requestedAt))).toEqual(new Date(lockedAt))
  })

  test('whatever the hour, the lock is ahead, within three days, on a weekday at 17:00', () => {
    const inChicago = new Intl.DateTimeFormat('en-US', {
      timeZone: 'America/Chicago',
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    })
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 1_800_000) {
      const lockedAt = refundLockedAt(new Date(at))
      expect(lockedAt.getTime() - at).toBeGreaterThan(0)
      expect(lockedAt.getTime() - at).toBeLessThanOrEqual(73 * 3_600_000)
      expect(inChicago.format(lockedAt)).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? 17:00$/)
    }
  })
})
