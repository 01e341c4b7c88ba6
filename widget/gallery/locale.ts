import { fetchCatalogue } from '../checkout/i18n/catalogues.ts'
import { createI18n, type I18n } from '../checkout/i18n/i18n.ts'
import { chooseLocale } from '../checkout/i18n/locales.ts'
import { pseudoCatalogue } from './pseudo.ts'

/**
 * The language of `?locale=`: as the checkout would choose it, or one that only the gallery speaks. `en-XA` is longer
 * English, `ar-XB` the same from right to left (the codes that CLDR keeps for such tests).
 */
export async function speak(tag: string | null): Promise<I18n> {
  if (tag === 'en-XA') return createI18n('en-US', pseudoCatalogue)
  if (tag === 'ar-XB') return { ...createI18n('en-US', pseudoCatalogue), direction: 'rtl' }
  const { language, locale } = chooseLocale([tag])
  return language === 'en' ? createI18n(locale) : createI18n(locale, await fetchCatalogue(language))
}
