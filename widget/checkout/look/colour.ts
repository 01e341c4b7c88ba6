/** Colours as numbers. Parsed from "#rgb" and "#rrggbb" alone and written as "#rrggbb": no text passes through. */

/** Red, green and blue from 0 to 255, whole. */
export type Rgb = readonly [number, number, number]

/** OKLab in polar form (Björn Ottosson): lightness 0 to 1, chroma, hue in radians. Equal steps look equal. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number]

export function parseHex(text: string): Rgb {
  const digits = text.slice(1)
  const wide = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  const value = Number.parseInt(wide, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export const toHex = ([red, green, blue]: Rgb): string =>
  `#${((1 << 24) | (red << 16) | (green << 8) | blue).toString(16).slice(1)}`

const toLinear = (part: number) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4)
const fromLinear = (part: number) =>
  255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055)

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(toLinear) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

export function toOklch(colour: Rgb): Oklch {
  const [red, green, blue] = colour.map(toLinear) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, b), Math.atan2(b, a)]
}

/** The nearest colour that a screen can show: same lightness and hue, less chroma where there is none so vivid. */
export function fromOklch([lightness, chroma, hue]: Oklch): Rgb {
  for (let kept = chroma; ; kept -= 0.004) {
    const colour = toLinearRgb(lightness, Math.max(kept, 0), hue)
    if (kept <= 0 || colour.every((part) => part > -0.0005 && part < 1.0005)) {
      return colour.map((part) => Math.round(fromLinear(Math.min(1, Math.max(0, part))))) as unknown as Rgb
    }
  }
}

function toLinearRgb(lightness: number, chroma: number, hue: number): number[] {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** `part` of one colour in another, as paint on a screen mixes. */
export const mix = (one: Rgb, other: Rgb, part: number): Rgb =>
  one.map((value, index) => Math.round(value * part + (other[index] ?? 0) * (1 - part))) as unknown as Rgb
