export const MAX_LOCALE = 35

/** The languages that the checkout and its mails speak. */
export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** Whether a text is a well-formed BCP 47 language tag; one of a language that nobody speaks is as well. Free of zod. */
export function isLocale(text: string): boolean {
  try {
    return text.length <= MAX_LOCALE && Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
