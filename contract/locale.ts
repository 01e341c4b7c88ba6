export const MAX_LOCALE = 35

/** Whether a text is a well-formed BCP 47 language tag; one of a language that nobody speaks is as well. Free of zod. */
export function isLocale(text: string): boolean {
  try {
    return text.length <= MAX_LOCALE && Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
