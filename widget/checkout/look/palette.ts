import { contrast, fromOklch, mix, parseHex, type Rgb, toHex, toOklch } from './colour.ts'

/** The tokens that an accent decides, as in styles/tokens.css. */
export interface Palette {
  '--accent': string
  '--accent-strong': string
  '--accent-tint': string
  '--on-accent': string
}

/** What a palette is laid on; equal to styles/tokens.css (a test holds them so). */
export const grounds = {
  light: { surfaces: ['#ffffff', '#f4f7f5'], inks: ['#14211d', '#51605a'], on: '#ffffff', step: -0.01 },
  dark: {
    surfaces: ['#18221f', '#121a18', '#0c1311'],
    inks: ['#e9f0ed', '#a5b4ae'],
    on: '#000000',
    step: 0.01,
  },
} as const

/** Text in the accent, on it and on its tint (WCAG 1.4.3). Borders and rings ask for 3 (1.4.11) and so have it as well. */
const READABLE = 4.5

const TINT = 0.08

/**
 * The colours of a merchant's accent. Its hue is kept; it is made darker in the light scheme and lighter in the dark one
 * until everything that is written in it, on it and on its tint can be read. An accent that is dark or light enough is
 * taken as it is.
 * @param accent "#rgb" or "#rrggbb"
 */
export function createPalette(accent: string, scheme: keyof typeof grounds): Palette {
  const { surfaces, inks, on, step } = grounds[scheme]
  const wanted = parseHex(accent)
  const [lightness, chroma, hue] = toOklch(wanted)
  const grounded = surfaces.map(parseHex) as [Rgb, ...Rgb[]]
  const onAccent = parseHex(on)
  const at = (height: number) => fromOklch([Math.min(1, Math.max(0, height)), chroma, hue])

  for (let moved = 0; ; moved += step) {
    const colour = moved === 0 ? wanted : at(lightness + moved)
    const tint = mix(colour, grounded[0], TINT)
    const isReadable =
      [...grounded, tint, onAccent].every((ground) => contrast(colour, ground) >= READABLE) &&
      inks.every((ink) => contrast(parseHex(ink), tint) >= READABLE)
    // Black on white and white on black are readable, so the way ends.
    if (isReadable || Math.abs(moved) > 1) {
      const height = lightness + moved
      // A step on in the same direction; at its end the other way, so that hovering is seen.
      const strong = at(height + (height + 7 * step < 0.1 || height + 7 * step > 0.97 ? -9 : 7) * step)
      return {
        '--accent': toHex(colour),
        '--accent-strong': toHex(contrast(strong, onAccent) >= READABLE ? strong : colour),
        '--accent-tint': toHex(tint),
        '--on-accent': on,
      }
    }
  }
}
