import { createOffer, type Plan } from '@backd/contract/plans.ts'
import { describe, expect, test } from 'vitest'
import { rescheduled, scheduleSums } from './schedule.ts'

const plan: Plan = {
  id: 'monthly-3',
  name: '3 monthly payments',
  payments: 3,
  interval: { unit: 'month', count: 1 },
  fee_bps: 250,
}
const acceptance = {
  plan,
  offer: createOffer(plan, 100_000, '2026-01-31'),
  agreementVersion: '2026-04',
  selectedAt: new Date('2026-01-31T18:00:00.000Z'),
  language: 'en' as const,
  totalCents: 100_000,
}

describe('a schedule that is worked out again', () => {
  test('keeps the plan, its fee rate and the due dates that were accepted', () => {
    const { schedule } = rescheduled({ acceptance }, 50_000)
    expect(schedule).toMatchObject({ plan_id: 'monthly-3', starts_on: '2026-01-31', fee_cents: 1_250 })
    expect(schedule?.payments).toEqual([
      { due_on: '2026-02-28', amount_cents: 17_084 },
      { due_on: '2026-03-31', amount_cents: 17_083 },
      { due_on: '2026-04-30', amount_cents: 17_083 },
    ])
  })

  test('for the accepted total is the accepted offer', () => {
    expect(rescheduled({ acceptance }, 100_000)).toEqual({ schedule: acceptance.offer })
  })

  test('for nothing asks for nothing, fee included', () => {
    const { schedule } = rescheduled({ acceptance }, 0)
    expect(scheduleSums(schedule)).toEqual({ fee_cents: 0, schedule_total_cents: 0 })
    expect(schedule?.payments.map(({ amount_cents }) => amount_cents)).toEqual([0, 0, 0])
  })

  test('is none before terms are selected', () => {
    expect(rescheduled({}, 100_000)).toEqual({})
    expect(scheduleSums(undefined)).toBeNull()
  })
})
