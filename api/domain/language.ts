import { isLocale, type Language, languages } from '@backd/contract/locale.ts'

/**
 * The first of the wanted languages that we speak; else English.
 * @param wanted BCP 47 tags in order of preference, or whatever came in their place
 */
export function chooseLanguage(wanted: readonly (string | null)[]): Language {
  for (const tag of wanted) {
    if (tag === null || !isLocale(tag)) continue
    const language = languages.find((one) => one === new Intl.Locale(tag).language)
    if (language) return language
  }
  return 'en'
}
