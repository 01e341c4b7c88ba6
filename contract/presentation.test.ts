import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appearanceSchema, localeSchema, shownAppearanceSchema } from './api/presentation.ts'
import { isLocale } from './locale.ts'
import { readPresentation } from './presentation.ts'

const full = {
  accent: '#0d5c4b',
  radius: 'large',
  fontFamily: `"Söhne Breit", 'Inter', system-ui`,
  colorScheme: 'dark',
}

/** What would do harm, or nothing, in a style sheet. */
const wrong: [field: string, values: unknown[]][] = [
  [
    'accent',
    [
      'teal',
      '#12',
      '#1234',
      '#12345g',
      '0d5c4b',
      '#fff;',
      '#fff}',
      'url(x)',
      'rgb(0,0,0)',
      ' #fff',
      '#fff\n',
      5,
      {},
    ],
  ],
  ['radius', ['huge', '', '4px', 4, 'toString', {}]],
  [
    'fontFamily',
    [
      '',
      ' ',
      '",",',
      'a;b',
      'a}b',
      'url(https://evil.example)',
      'a/**/b',
      'a\\3b b',
      'a:b',
      '@import x',
      'a<b',
      'a\nb',
      'var(--x)',
      'a'.repeat(201),
      ['Inter'],
      5,
    ],
  ],
  ['colorScheme', ['sepia', '', 'light dark', 1, {}]],
]

describe('an appearance', () => {
  test('is taken as it is given', () => {
    expect(appearanceSchema.parse(full)).toEqual(full)
    expect(readPresentation({ appearance: full }).appearance).toEqual(full)
    expect(shownAppearanceSchema.parse(full)).toEqual(full)
  })

  test.each(wrong)('with a wrong %s is refused by name, and shown without it', (field, values) => {
    for (const value of values) {
      const appearance = { ...full, [field]: value }
      expect([value, appearanceSchema.safeParse(appearance).error?.issues[0]?.path]).toEqual([value, [field]])
      const { [field]: _, ...rest } = full as Record<string, string>
      expect(readPresentation({ appearance }).appearance).toEqual(rest)
    }
  })

  test('counts null as not given', () => {
    const nothing = { accent: null, radius: null, fontFamily: null, colorScheme: null }
    expect(appearanceSchema.safeParse(nothing).success).toBe(true)
    expect(readPresentation({ appearance: nothing }).appearance).toEqual({})
  })

  test('with a field that is none is refused by name', () => {
    expect(appearanceSchema.safeParse({ ...full, colour: '#fff' }).error?.issues[0]).toMatchObject({
      code: 'unrecognized_keys',
      keys: ['colour'],
    })
  })

  test('of a megabyte is judged at once', () => {
    const started = performance.now()
    expect(appearanceSchema.safeParse({ fontFamily: `${' '.repeat(1_000_000)};` }).success).toBe(false)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('a locale', () => {
  test.each(['es', 'en-US', 'es-419', 'zh-Hant-TW', 'ES-mx', 'de-DE-u-co-phonebk'])('%s is one', (tag) => {
    expect([isLocale(tag), localeSchema.safeParse(tag).success]).toEqual([true, true])
  })

  test.each(['', 'es_MX', 'español', 'e', 'es-', 'es MX', '*', 'es"', `es-${'x-abc'.repeat(20)}`])(
    '"%s" is none',
    (tag) => {
      expect([isLocale(tag), localeSchema.safeParse(tag).success]).toEqual([false, false])
      expect(readPresentation({ locale: tag }).locale).toBeNull()
    },
  )
})

describe('a presentation that came from anywhere', () => {
  test('is read without throwing, and what comes of it the contract takes', () => {
    const field = fc.oneof(fc.anything(), fc.string(), fc.constantFrom(...Object.values(full)))
    const given = fc.record({
      locale: fc.oneof(fc.anything(), fc.constantFrom('es', 'en-US', 'es_MX')),
      appearance: fc.oneof(
        fc.anything(),
        fc.record(
          { accent: field, radius: field, fontFamily: field, colorScheme: field },
          { requiredKeys: [] },
        ),
      ),
    })
    fc.assert(
      fc.property(fc.oneof(given, fc.anything()), (value) => {
        const { locale, appearance } = readPresentation(value)
        expect(locale === null || isLocale(locale)).toBe(true)
        expect(appearance === null || appearanceSchema.safeParse(appearance).success).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('says the same whatever the prototype of Object was given', () => {
    expect(readPresentation({ appearance: { radius: '__proto__', colorScheme: 'constructor' } })).toEqual({
      locale: null,
      appearance: {},
    })
  })
})
