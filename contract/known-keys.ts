import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { quoteKey } from './key-text.ts'

/** How many letters may differ before a suggestion would be a guess. */
const MAX_DISTANCE = 3
/** Longer than any field's name by more than a slip; comparing costs time that grows with the length. */
const MAX_COMPARED_LENGTH = 40

/** "shiping" is not a field here; did you mean "shipping"? */
export function unknownKeyMessage(key: string, known: readonly string[]): string {
  const nearest = nearestOf(key, known)
  return `${quoteKey(key)} is not a field here${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`
}

function nearestOf(key: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || key.length > MAX_COMPARED_LENGTH) return undefined
  const nearest = closest(key, known)
  return distance(key, nearest) <= Math.min(MAX_DISTANCE, key.length - 1) ? nearest : undefined
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
