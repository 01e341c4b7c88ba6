import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dress } from './dress.ts'

beforeEach(() => {
  document.head.innerHTML =
    '<meta name="theme-color" content="#fff"><meta name="theme-color" content="#111">' +
    '<style>:root{--font:Arial}</style>'
})
afterEach(() => {
  dress({}, document)
  document.head.innerHTML = ''
})

/** What was written, as CSS. */
const written = () =>
  document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n')

describe('an appearance', () => {
  it('is written into the custom properties of both schemes', () => {
    dress({ accent: '#c41e3a', radius: 'large', fontFamily: 'Inter', colorScheme: 'auto' }, document)
    expect(written()).toMatch(/--accent: light-dark\(#c41e3a, #[\da-f]{6}\)/)
    expect(written()).toContain('--radius: 1rem')
    expect(written()).toMatch(/--font: "Inter"/)
    expect(document.documentElement.style.colorScheme).toBe('')
  })

  it.each([null, undefined, 5, 'dark', [], { accent: 'teal', radius: 4, fontFamily: ';', colorScheme: 'x' }])(
    'that is none changes nothing: %j',
    (wanted) => {
      dress(wanted, document)
      expect(written()).not.toContain('--')
      expect(document.documentElement.style.colorScheme).toBe('')
    },
  )

  it.each([
    ['dark', '#111'],
    ['light', '#fff'],
  ] as const)('in the scheme %s fixes it, with the bars around the page in %s', (colorScheme, bar) => {
    dress({ colorScheme }, document)
    expect(document.documentElement.style.colorScheme).toBe(colorScheme)
    expect([...document.querySelectorAll('meta')].map(({ content }) => content)).toEqual([bar, bar])
  })

  it('of anything at all writes custom properties of ours with plain values alone', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('#fff', '#12345', 'a;b', 'x}*{', 'Inter, "B"', 'dark', 'none'),
    )
    const given = fc.record({ accent: value, radius: value, fontFamily: value, colorScheme: value })
    fc.assert(
      fc.property(given, (appearance) => {
        dress(appearance, document)
        for (const sheet of document.adoptedStyleSheets) expect(sheet.cssRules).toHaveLength(1)
        expect(written()).not.toMatch(/url\(|expression|@import|var\(|\\/)
        for (const [, name] of written().matchAll(/([\w-]+):/g)) {
          expect(name).toMatch(/^(--(accent|on-accent|radius|font)[\w-]*|root)$/)
        }
      }),
      { numRuns: 500 },
    )
  }, 60_000)
})

describe('a look that comes after another', () => {
  const whole = { accent: '#c41e3a', radius: 'large', fontFamily: 'Inter', colorScheme: 'dark' }
  const bars = () => [...document.querySelectorAll('meta')].map(({ content }) => content)

  it('leaves nothing of it', () => {
    dress(whole, document)
    dress({ radius: 'small', colorScheme: 'auto' }, document)
    expect(written()).toContain('--radius: 0.25rem')
    expect(written()).not.toMatch(/--accent|--font/)
    expect(document.documentElement.style.colorScheme).toBe('')
    expect(bars()).toEqual(['#fff', '#111'])
    expect(document.adoptedStyleSheets).toHaveLength(1)
  })

  it('has the other scheme’s own bars around the page', () => {
    dress({ colorScheme: 'dark' }, document)
    dress({ colorScheme: 'light' }, document)
    expect(document.documentElement.style.colorScheme).toBe('light')
    expect(bars()).toEqual(['#fff', '#fff'])
  })

  it('has its own font in front of Backd’s, without the one before', () => {
    dress(whole, document)
    dress({ ...whole, fontFamily: 'Lato' }, document)
    expect(written()).toMatch(/--font: "Lato", Arial;/)
  })

  it('is not worked out again when it is the same', () => {
    dress(whole, document)
    const before = written()
    const replace = vi.spyOn(CSSStyleSheet.prototype, 'replaceSync')
    dress({ ...whole, unknown: 1 }, document)
    expect(replace).not.toHaveBeenCalled()
    expect(written()).toBe(before)
    dress({ radius: 'none' }, document)
    expect(replace).toHaveBeenCalledOnce()
    replace.mockRestore()
  })
})

it('no style sheet asks for the device’s scheme, which a merchant may have fixed otherwise', () => {
  const sheets = globSync('widget/checkout/styles/*.css')
  expect(sheets.length).toBeGreaterThan(5)
  for (const file of sheets) {
    expect([file, readFileSync(file, 'utf8').includes('prefers-color-scheme')]).toEqual([file, false])
  }
})
