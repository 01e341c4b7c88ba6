import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annualPercentageRate, offerApr, type Transaction, unitPeriod } from './apr.ts'
import { createOffer, type Plan, splitEvenly } from './plans.ts'

const equal = (payments: number, cents: number) => Array.from({ length: payments }, () => cents)

/** The examples that Appendix J, paragraph (c), prints: those whose first period is a whole one. */
const published: [string, Transaction, number][] = [
  [
    '(c)(1)(i): 24 monthly payments of $230 for $5,000',
    { advanceCents: 500_000, paymentsCents: equal(24, 23_000), stepUnits: 1, unitsPerYear: 12 },
    9.69,
  ],
  [
    '(c)(5)(i): one payment of $1,080 for $1,000 after 255 days',
    { advanceCents: 100_000, paymentsCents: [108_000], stepUnits: 1, unitsPerYear: 365 / 255 },
    11.45,
  ],
  [
    '(c)(5)(ii): one payment of $1,044 for $1,000 after six months',
    { advanceCents: 100_000, paymentsCents: [104_400], stepUnits: 1, unitsPerYear: 2 },
    8.8,
  ],
  [
    '(c)(5)(iv): one payment of $1,240 for $1,000 after two years',
    { advanceCents: 100_000, paymentsCents: [124_000], stepUnits: 2, unitsPerYear: 1 },
    11.36,
  ],
]

describe('the published examples of Regulation Z', () => {
  it.each(published)('%s', (_, transaction, percent) => {
    expect(Math.round(annualPercentageRate(transaction) * 100) / 100).toBe(percent)
  })
})

const plan = (change: Partial<Plan>): Plan => ({
  id: 'p',
  name: 'P',
  payments: 3,
  interval: { unit: 'month', count: 1 },
  fee_bps: 250,
  ...change,
})
const aprOf = (change: Partial<Plan>, total = 1_000_000) =>
  offerApr(createOffer(plan(change), total, '2026-11-21'))

describe('the APR of an offer', () => {
  it.each<[string, Partial<Plan>, number]>([
    ['nothing without a fee', { fee_bps: 0 }, 0],
    ['three months for 2.5 %', {}, 14.94],
    [
      'Net 60 for 2 %: 365 / 60 times the fee',
      { payments: 1, interval: { unit: 'day', count: 60 }, fee_bps: 200 },
      12.17,
    ],
    [
      'one payment after half a year for 4.4 %',
      { payments: 1, interval: { unit: 'month', count: 6 }, fee_bps: 440 },
      8.8,
    ],
    [
      'one payment after two years for 24 %',
      { payments: 1, interval: { unit: 'month', count: 24 }, fee_bps: 2400 },
      11.36,
    ],
  ])('%s', (_, change, percent) => {
    expect(aprOf(change)).toBe(percent)
  })

  it('is the same for seven days and for a week', () => {
    const weekly = { payments: 12, fee_bps: 200 }
    expect(aprOf({ ...weekly, interval: { unit: 'day', count: 14 } })).toBe(
      aprOf({ ...weekly, interval: { unit: 'week', count: 2 } }),
    )
  })

  it('does not depend on the month in which it is asked for', () => {
    const offers = ['2026-01-31', '2026-02-28', '2028-02-29'].map((day) =>
      createOffer(plan({}), 895_000, day),
    )
    expect(new Set(offers.map(offerApr)).size).toBe(1)
  })

  it('is a finite figure for an order of one cent and for the largest fee there can be', () => {
    expect(aprOf({}, 1)).toBe(0)
    expect(aprOf({ fee_bps: 10_000, payments: 1, interval: { unit: 'day', count: 1 } })).toBe(36_500)
    expect(aprOf({ fee_bps: 10_000, payments: 60, interval: { unit: 'day', count: 366 } })).toBeGreaterThan(0)
  })
})

describe('a unit-period', () => {
  it.each([
    [{ unit: 'month', count: 3 }, 4, { stepUnits: 1, unitsPerYear: 4 }],
    [{ unit: 'day', count: 10 }, 4, { stepUnits: 1, unitsPerYear: 36.5 }],
    [{ unit: 'week', count: 4 }, 4, { stepUnits: 1, unitsPerYear: 13 }],
    [{ unit: 'week', count: 4 }, 1, { stepUnits: 1, unitsPerYear: 365 / 28 }],
    [{ unit: 'month', count: 18 }, 2, { stepUnits: 1.5, unitsPerYear: 1 }],
  ] as const)('of %o with %i payments is %o', (interval, count, expected) => {
    const payments = equal(count, 1).map((amount_cents) => ({ due_on: '2026-01-01', amount_cents }))
    expect(unitPeriod({ interval, payments })).toEqual(expected)
  })
})

describe('whatever the payments are', () => {
  const transactions = fc.record({
    advanceCents: fc.integer({ min: 1_000, max: 999_999_999 }),
    payments: fc.integer({ min: 1, max: 60 }),
    feeBps: fc.integer({ min: 1, max: 10_000 }),
    unitsPerYear: fc.constantFrom(1, 2, 4, 12, 26, 52, 365 / 30),
  })

  it('interest at the rate found, charged on what is still owed, leaves nothing after the last payment', () => {
    fc.assert(
      fc.property(transactions, ({ advanceCents, payments, feeBps, unitsPerYear }) => {
        const paymentsCents = splitEvenly(
          advanceCents + Math.ceil((advanceCents * feeBps) / 10_000),
          payments,
        )
        const percent = annualPercentageRate({ advanceCents, paymentsCents, stepUnits: 1, unitsPerYear })
        const rate = percent / 100 / unitsPerYear
        const owed = paymentsCents.reduce((balance, paid) => balance * (1 + rate) - paid, advanceCents)
        expect(Math.abs(owed)).toBeLessThan(0.01 + advanceCents * 1e-6)
      }),
    )
  })

  it('a rate that payments were worked out from is found again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 100_00 }),
        (payments, basisPoints) => {
          const rate = basisPoints / 10_000 / 12
          const payment = (100_000_000 * rate) / (1 - (1 + rate) ** -payments)
          const found = annualPercentageRate({
            advanceCents: 100_000_000,
            paymentsCents: equal(payments, payment),
            stepUnits: 1,
            unitsPerYear: 12,
          })
          expect(found).toBeCloseTo(basisPoints / 100, 6)
        },
      ),
    )
  })
})
