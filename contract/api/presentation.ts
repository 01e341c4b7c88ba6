import { z } from 'zod'
import { isLocale } from '../locale.ts'
import {
  type Appearance,
  accentPattern,
  colorSchemes,
  fontFamilyPattern,
  MAX_FONT_FAMILY,
  radii,
} from '../presentation.ts'

/** Judges what a merchant sends of contract/presentation.ts. Null counts as not given. */

export const localeSchema = z
  .string()
  .refine(isLocale, 'must be a language tag like es-MX')
  .meta({ description: 'A BCP 47 language tag; null: as the customer’s browser asks', examples: ['es'] })

export const appearanceSchema = z.strictObject({
  accent: z.string().regex(accentPattern, 'must be a colour like #0d5c4b').nullish(),
  radius: z.enum(radii).nullish(),
  fontFamily: z
    .string()
    .max(MAX_FONT_FAMILY, `must have at most ${MAX_FONT_FAMILY} characters`)
    .regex(
      fontFamilyPattern,
      'must be names of fonts like Inter, Arial: letters, digits, spaces, hyphens, quotes, commas',
    )
    .nullish(),
  colorScheme: z.enum(colorSchemes).nullish(),
})

/** As a session tells it: what was not given is not there. */
export const shownAppearanceSchema: z.ZodType<Appearance> = z.strictObject({
  accent: z.string().exactOptional(),
  radius: z.enum(radii).exactOptional(),
  fontFamily: z.string().exactOptional(),
  colorScheme: z.enum(colorSchemes).exactOptional(),
})

/** Beside an order. */
export const presentationShape = {
  locale: localeSchema.nullish(),
  appearance: appearanceSchema.nullish(),
}
