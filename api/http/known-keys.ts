import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'

/** How many letters may differ before a suggestion would be a guess. */
const MAX_DISTANCE = 3

/** "shiping" is not a field here; did you mean "shipping"? */
export function unknownKeyMessage(key: string, known: readonly string[]): string {
  const nearest = known.length > 0 ? closest(key, known) : undefined
  const isNear = nearest !== undefined && distance(key, nearest) <= Math.min(MAX_DISTANCE, key.length - 1)
  const shown = JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key)
  return `${shown} is not a field here${isNear ? `; did you mean "${nearest}"?` : ''}`
}

/** The keys that an object at `path` of a schema may have; all of them where it is a union. */
export function knownKeysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const variants = unwrap(schema)
  const [step, ...rest] = path
  if (step === undefined) {
    const keys = variants.flatMap((variant) =>
      variant instanceof z.ZodObject ? Object.keys(variant.shape) : [],
    )
    return [...new Set(keys)]
  }
  const keys = variants.flatMap((variant) => {
    if (variant instanceof z.ZodArray) return knownKeysAt(variant.element as z.ZodType, rest)
    if (!(variant instanceof z.ZodObject) || !Object.hasOwn(variant.shape, step)) return []
    return knownKeysAt(variant.shape[String(step)], rest)
  })
  return [...new Set(keys)]
}

/** A schema without its wrappers; the members of a union each for itself. */
function unwrap(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap() as z.ZodType)
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => unwrap(option as z.ZodType))
  return [schema]
}
