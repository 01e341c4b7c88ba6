// @vitest-environment node
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, fromOklch, parseHex, type Rgb, toHex, toOklch } from './colour.ts'
import { createPalette, grounds } from './palette.ts'

const schemes = ['light', 'dark'] as const
const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)
const ratio = (one: string, other: string) => contrast(parseHex(one), parseHex(other))

/** How far apart two hues are, in degrees; greys have none. */
function hueDistance(one: Rgb, other: Rgb): number {
  const [, chroma, hue] = toOklch(one)
  const [, otherChroma, otherHue] = toOklch(other)
  if (Math.min(chroma, otherChroma) < 0.03) return 0
  const degrees = (Math.abs(hue - otherHue) * 180) / Math.PI
  return Math.min(degrees, 360 - degrees)
}

function judge(accent: string, scheme: (typeof schemes)[number]) {
  const palette = createPalette(accent, scheme)
  const { surfaces, inks } = grounds[scheme]
  const colour = palette['--accent']
  for (const value of Object.values(palette)) expect(value).toMatch(/^#[\da-f]{6}$/)
  for (const ground of [...surfaces, palette['--accent-tint']]) {
    expect([accent, scheme, ground, ratio(colour, ground) >= 4.5]).toEqual([accent, scheme, ground, true])
  }
  for (const ink of inks) expect(ratio(ink, palette['--accent-tint'])).toBeGreaterThanOrEqual(4.5)
  for (const ground of [colour, palette['--accent-strong']]) {
    expect(ratio(palette['--on-accent'], ground)).toBeGreaterThanOrEqual(4.5)
  }
  expect([accent, hueDistance(parseHex(accent), parseHex(colour)) < 12]).toEqual([accent, true])
}

describe.each(schemes)('in the %s scheme', (scheme) => {
  it('whatever accent comes can be read, in its hue', () => {
    fc.assert(
      fc.property(colours, (accent) => judge(accent, scheme)),
      { numRuns: 3000 },
    )
  }, 120_000)

  it.each([
    '#000000',
    '#ffffff',
    '#ffff00',
    '#00ff00',
    '#0000ff',
    '#ff0000',
    '#ff00ff',
    '#00ffff',
    '#808080',
    '#777',
    '#F60',
  ])('%s as well', (accent) => judge(accent, scheme))
})

it('an accent that can be read is taken as it is', () => {
  expect(createPalette('#0D5C4B', 'light')['--accent']).toBe('#0d5c4b')
  expect(createPalette('#63c7ab', 'dark')['--accent']).toBe('#63c7ab')
})

it('hovering is seen with any accent that there is room for', () => {
  for (const accent of ['#000000', '#0d5c4b', '#ffffff', '#c41e3a']) {
    for (const scheme of schemes) {
      const palette = createPalette(accent, scheme)
      expect([accent, scheme, palette['--accent-strong']]).not.toEqual([accent, scheme, palette['--accent']])
    }
  }
})

it('a colour comes back from OKLCH as it went', () => {
  fc.assert(
    fc.property(colours, (text) => {
      const back = fromOklch(toOklch(parseHex(text)))
      const away = parseHex(text).map((part, index) => Math.abs(part - (back[index] ?? -9)))
      expect(Math.max(...away)).toBeLessThanOrEqual(1)
      expect(toHex(parseHex(text))).toBe(text)
    }),
  )
})

it('contrast is what WCAG says', () => {
  expect(ratio('#000', '#fff')).toBeCloseTo(21, 5)
  expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

it('the grounds are the tokens’ own', () => {
  const css = readFileSync('widget/checkout/styles/tokens.css', 'utf8')
  const tokensOf = (scheme: (typeof schemes)[number], names: string[]) =>
    names.map((name) => {
      const [, light, dark] = new RegExp(`${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? []
      return toHex(parseHex({ light, dark }[scheme] ?? 'none'))
    })
  expect(new Set(tokensOf('light', ['--raised', '--surface', '--ground']))).toEqual(
    new Set(grounds.light.surfaces),
  )
  expect(tokensOf('dark', ['--raised', '--surface', '--ground'])).toEqual([...grounds.dark.surfaces])
  for (const scheme of schemes) {
    expect(tokensOf(scheme, ['--ink', '--ink-soft'])).toEqual([...grounds[scheme].inks])
  }
})
