import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { enLater } from './en-later.ts'
import { createI18n } from './i18n.ts'
import { chooseLocale } from './locales.ts'

describe('money and dates', () => {
  const { format } = createI18n('en-US')

  it.each([
    [0, '$0.00'],
    [1, '$0.01'],
    [1_014_750, '$10,147.50'],
    [999_999_999, '$9,999,999.99'],
    [-9300, '-$93.00'],
  ])('%d cents are %s', (cents, money) => {
    expect(format.money(cents)).toBe(money)
  })

  it.each([
    [0, '0%'],
    [8.8, '8.80%'],
    [14.94, '14.94%'],
    [36_500, '36,500%'],
  ])('%d percent are %s', (rate, percent) => {
    expect(format.percent(rate)).toBe(percent)
  })

  it('a due date is that day wherever the reader is', () => {
    expect(format.date('2026-12-21')).toBe('Dec 21, 2026')
    expect(format.dateWithWeekday('2026-12-21')).toBe('Mon, Dec 21, 2026')
  })
})

describe('the language', () => {
  it("is the reader's own English where there is one", () => {
    const { locale } = chooseLocale(['de-DE', 'en-GB', 'en-US'])
    expect(locale).toBe('en-GB')
    expect(createI18n(locale).format.date('2026-12-21')).toBe('21 Dec 2026')
  })

  it.each<[string, unknown[], string[], string]>([
    ['American English for everybody else', ['de-DE'], [], 'en-US'],
    ['the merchant’s before the browser’s', ['es-MX', 'en-US'], ['en-US'], 'es-MX'],
    ['the browser’s where the merchant’s has no catalogue', ['fr', 'es-CO'], ['es-CO'], 'es-CO'],
    ['Spanish as the browser writes it', ['es', 'en-US', 'es-419'], ['en-US', 'es-419'], 'es-419'],
    ['Spanish as in the United States, for dollars', ['es'], ['en-US'], 'es-US'],
    ['never what is no tag at all', ['es_MX', 'es"', '', 5, null, {}, 'est', 'toString', 'en-'], [], 'en-US'],
    ['told in any case', ['ES'], [], 'es-US'],
  ])('is %s', (_title, wanted, browser, locale) => {
    expect(chooseLocale(wanted, browser).locale).toBe(locale)
  })
})

describe('sentences that count', () => {
  it.each([
    [{ unit: 'month', count: 1 }, 'Monthly'],
    [{ unit: 'week', count: 2 }, 'Every 2 weeks'],
    [{ unit: 'day', count: 10 }, 'Every 10 days'],
  ] as const)('%o is %s', (interval, cadence) => {
    expect(en.offer.cadence(interval)).toBe(cadence)
  })

  it('know one from many', () => {
    expect(enLater.done.countdown(1)).toBe('Returning in 1 second')
    expect(enLater.done.countdown(5)).toBe('Returning in 5 seconds')
    expect(en.offer.paymentsSpoken(1, '$5.00')).toBe('one payment of $5.00')
    expect(en.offer.paymentsSpoken(3, '$5.00')).toBe('3 payments of $5.00')
  })
})
