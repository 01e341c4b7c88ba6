// @vitest-environment node
import type { Plan } from '@backd/contract/plans.ts'
import { describe, expect, test } from 'vitest'
import { wordsFor } from './as-low-as.ts'
import { speak } from './locale.ts'

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
const fortnightly: Plan = {
  ...week,
  name: 'Fortnightly',
  payments: 2,
  interval: { unit: 'week', count: 2 },
}
const say = (plans: Plan[], cents = 895_000, locale = 'en') =>
  wordsFor(plans, cents, '2026-04-16', speak(locale))

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

describe('in Spanish', () => {
  test.each([
    [[month(12, 850)], 'Desde $809.23 al mes con BackdPay'],
    [[week], 'Desde $760.75 a la semana con BackdPay'],
    [[{ ...week, interval: { unit: 'day', count: 1 } } as const], 'Desde $760.75 al día con BackdPay'],
    [[net30], 'Compre ahora y pague después con BackdPay'],
  ])('the sentence of %j', (plans, sentence) => {
    expect(say(plans, 895_000, 'es').sentence).toBe(sentence)
  })

  test('each plan keeps the merchant’s name, and says its payments, fee and total', () => {
    const { plans } = say([net30, month(12, 850), fortnightly], 895_000, 'es')
    expect(plans).toEqual([
      {
        name: 'Net 30',
        payments: 'Un pago de $8,950.00 después de 30 días',
        cost: 'Sin cargo, $8,950.00 en total',
      },
      {
        name: '12 monthly payments',
        payments: '12 pagos de aprox. $809.23, cada mes',
        cost: '$760.75 de cargo, $9,710.75 en total',
      },
      {
        name: 'Fortnightly',
        payments: '2 pagos de $4,564.50, cada 2 semanas',
        cost: '$179.00 de cargo, $9,129.00 en total',
      },
    ])
  })

  test('one day is one day', () => {
    const plan: Plan = { ...net30, interval: { unit: 'day', count: 1 } }
    expect(say([plan], 100, 'es').plans[0]?.payments).toBe('Un pago de $1.00 después de 1 día')
    expect(say([plan], 100).plans[0]?.payments).toBe('One payment of $1.00 after 1 day')
  })

  test.each(['es-MX', 'es-ES', 'es-AR'])('%s writes dollars in its own way', (locale) => {
    const amount = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }).format(809.23)
    expect(amount).not.toBe('$809.23')
    expect(say([month(12, 850)], 895_000, locale).sentence).toBe(`Desde ${amount} al mes con BackdPay`)
  })
})
