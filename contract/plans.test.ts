import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dateInChicago } from './calendar.ts'
import { createOffer, feeCents, type Plan, splitEvenly } from './plans.ts'

const plan = (change: Partial<Plan> = {}): Plan => ({
  id: 'monthly-3',
  name: '3 monthly payments',
  payments: 3,
  interval: { unit: 'month', count: 1 },
  fee_bps: 250,
  ...change,
})

describe('createOffer', () => {
  it('works the seed order out under three monthly payments', () => {
    expect(createOffer(plan(), 895_000, '2026-04-16')).toMatchObject({
      fee_cents: 22_375,
      total_cents: 917_375,
      payments: [
        { due_on: '2026-05-16', amount_cents: 305_792 },
        { due_on: '2026-06-16', amount_cents: 305_792 },
        { due_on: '2026-07-16', amount_cents: 305_791 },
      ],
    })
  })

  it('counts a month-end start from its own day, held to each month', () => {
    const { payments } = createOffer(plan({ payments: 5 }), 100, '2026-01-31')
    expect(payments.map((payment) => payment.due_on)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
    ])
  })

  it.each([
    ['Net 30', { payments: 1, interval: { unit: 'day', count: 30 } }, ['2026-03-31']],
    [
      'weekly over the change to summer time',
      { payments: 2, interval: { unit: 'week', count: 1 } },
      ['2026-03-08', '2026-03-15'],
    ],
  ] as const)('dates %s by the calendar', (_title, change, dates) => {
    const { payments } = createOffer(plan(change), 100, '2026-03-01')
    expect(payments.map((payment) => payment.due_on)).toEqual(dates)
  })

  it('has payments that sum to total + fee to the cent, none apart by more than a cent, dates rising', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }),
        (total, payments, fee_bps, unit, start) => {
          const offer = createOffer(
            plan({ payments, fee_bps, interval: { unit, count: 1 } }),
            total,
            start.toISOString().slice(0, 10),
          )
          const amounts = offer.payments.map((payment) => payment.amount_cents)
          expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total + offer.fee_cents)
          expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1)
          const dates = offer.payments.map((payment) => payment.due_on)
          expect(new Set(dates).size).toBe(payments)
          expect([offer.starts_on, ...dates]).toEqual([offer.starts_on, ...dates].sort())
        },
      ),
    )
  })
})

it('puts the odd cents first when it splits', () => {
  expect(splitEvenly(100, 3)).toEqual([34, 33, 33])
})

it('rounds half a cent of fee up', () => {
  expect(feeCents(100, 50)).toBe(1)
  expect(feeCents(99, 50)).toBe(0)
})

describe('the calendar', () => {
  it.each([
    ['2026-04-16T04:59:59Z', '2026-04-15'],
    ['2026-04-16T05:00:00Z', '2026-04-16'],
    ['2026-01-01T05:59:59Z', '2025-12-31'],
    ['2026-01-01T06:00:00Z', '2026-01-01'],
  ])('at %s it is %s in Chicago', (instant, date) => {
    expect(dateInChicago(new Date(instant))).toBe(date)
  })

  it('knows leap years and year ends', () => {
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })

  it('refuses what is no calendar date', () => {
    expect(() => addDays('16/04/2026', 1)).toThrow(RangeError)
  })
})
