import { isLocale } from './locale.ts'

/**
 * How a merchant wants its checkout shown: in which language, and in which colours and shapes. No part of the order: the same cart
 * shown otherwise is the same order. Free of zod (contract/api/presentation.ts judges what a merchant sends).
 */
export interface Presentation {
  /** A BCP 47 language tag, "es-MX"; null: as the customer's browser asks. A language without a catalogue counts as none. */
  locale: string | null
  /** null: Backd's own. */
  appearance: Appearance | null
}

export interface Appearance {
  /** "#0d5c4b" or "#05b". Where a text would be hard to read in it, the checkout makes it darker or lighter. */
  accent?: string
  /** How round corners are. */
  radius?: Radius
  /** Names of fonts in order of preference, as in CSS. Nothing is downloaded: fonts that the customer's device has. */
  fontFamily?: string
  /** `auto`: as the customer's device is set. */
  colorScheme?: ColorScheme
}

export const radii = ['none', 'small', 'medium', 'large'] as const
export type Radius = (typeof radii)[number]

export const colorSchemes = ['light', 'dark', 'auto'] as const
export type ColorScheme = (typeof colorSchemes)[number]

export const accentPattern = /^#(?:[\da-f]{3}|[\da-f]{6})$/i

/** Names alone: nothing in them can end a CSS value or begin a function. */
export const fontFamilyPattern = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N} ,'"-]+$/u
export const MAX_FONT_FAMILY = 200

/** What can be used of a presentation that came from anywhere; the rest counts as not given. Never throws. */
export function readPresentation(value: unknown): Presentation {
  const { locale, appearance } = toRecord(value)
  return {
    locale: typeof locale === 'string' && isLocale(locale) ? locale : null,
    appearance: appearance ? readAppearance(appearance) : null,
  }
}

/** The same of an appearance alone. */
export function readAppearance(value: unknown): Appearance {
  const { accent, radius, fontFamily, colorScheme } = toRecord(value)
  return {
    ...(typeof accent === 'string' && accentPattern.test(accent) ? { accent } : {}),
    ...(isOneOf(radii, radius) ? { radius } : {}),
    ...(typeof fontFamily === 'string' &&
    fontFamily.length <= MAX_FONT_FAMILY &&
    fontFamilyPattern.test(fontFamily)
      ? { fontFamily }
      : {}),
    ...(isOneOf(colorSchemes, colorScheme) ? { colorScheme } : {}),
  }
}

const toRecord = (value: unknown) => Object(value) as Record<string, unknown>

const isOneOf = <Known extends string>(known: readonly Known[], value: unknown): value is Known =>
  known.includes(value as Known)
