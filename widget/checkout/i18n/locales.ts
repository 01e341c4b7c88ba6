import { isLocale, type Language, languages } from '@backd/contract/locale.ts'

/** English is in the document, the others are loaded (catalogues.ts). */
export interface Spoken {
  language: Language
  /** For Intl: the reader's own region where it is known. */
  locale: string
}

/**
 * The first of the wanted languages that there is a catalogue for; else American English. A language without a region is
 * written as the browser writes it, or as in the United States, since the amounts are dollars: "es" alone would be
 * Spain's "10.147,50 US$".
 * @param wanted tags in order of preference, whatever they are
 * @param browser the browser's own
 */
export function chooseLocale(wanted: readonly unknown[], browser: readonly string[] = []): Spoken {
  for (const tag of wanted) {
    if (typeof tag !== 'string' || !isLocale(tag)) continue
    const [primary] = tag.toLowerCase().split('-')
    const language = languages.find((one) => one === primary)
    if (!language) continue
    if (tag.length > language.length) return { language, locale: tag }
    const regional = browser.find((own) => isLocale(own) && own.toLowerCase().startsWith(`${language}-`))
    return { language, locale: regional ?? `${language}-US` }
  }
  return { language: 'en', locale: 'en-US' }
}
