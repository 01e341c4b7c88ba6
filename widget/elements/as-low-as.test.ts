// @vitest-environment node
import type { Plan } from '@backd/contract/plans.ts'
import { describe, expect, test } from 'vitest'
import { wordsFor } from './as-low-as.ts'

const month = (payments: number, fee_bps: number): Plan => ({
  id: `m${payments}`,
  name: `${payments} monthly payments`,
  payments,
  interval: { unit: 'month', count: 1 },
  fee_bps,
})
const week: Plan = {
  id: 'w',
  name: '12 weekly',
  payments: 12,
  interval: { unit: 'week', count: 1 },
  fee_bps: 200,
}
const net30: Plan = { id: 'n', name: 'Net 30', payments: 1, interval: { unit: 'day', count: 30 }, fee_bps: 0 }
const say = (plans: Plan[], cents = 895_000) => wordsFor(plans, cents, '2026-04-16')

describe('the sentence', () => {
  test('names the lowest monthly payment, as the checkout shows it', () => {
    expect(say([net30, week, month(3, 250), month(12, 850)]).sentence).toBe(
      'As low as $809.23 / month with BackdPay',
    )
  })

  test('names no weekly payment as long as one goes by the month', () => {
    expect(say([week, month(3, 0)]).sentence).toContain('/ month')
    expect(say([week, net30]).sentence).toBe('As low as $760.75 / week with BackdPay')
  })

  test('names no figure when all is due at once', () => {
    expect(say([net30]).sentence).toBe('Buy now, pay later with BackdPay')
  })

  test('is never below the largest payment', () => {
    expect(say([month(3, 0)], 100).sentence).toBe('As low as $0.34 / month with BackdPay')
  })
})

test('the elements may be imported and defined on a server', async () => {
  const { defineElements } = await import('./index.ts')
  expect(() => defineElements({ origin: 'https://backd.example' })).not.toThrow()
})

test('each plan says its payments, fee and total', () => {
  const fortnightly = {
    ...week,
    name: 'Fortnightly',
    payments: 2,
    interval: { unit: 'week', count: 2 },
  } as const
  expect(say([net30, month(12, 850), fortnightly]).plans).toEqual([
    { name: 'Net 30', payments: 'One payment of $8,950.00 after 30 days', cost: 'No fee, $8,950.00 in all' },
    {
      name: '12 monthly payments',
      payments: '12 payments of about $809.23, monthly',
      cost: '$760.75 fee, $9,710.75 in all',
    },
    {
      name: 'Fortnightly',
      payments: '2 payments of $4,564.50, every 2 weeks',
      cost: '$179.00 fee, $9,129.00 in all',
    },
  ])
})
