import { type Language, languages } from '@backd/contract/locale.ts'

export interface Spoken {
  language: Language
  /** A BCP 47 tag for Intl, with the page's own region where it names one. */
  locale: string
}

/** For a MutationObserver: whatever may change the page's language. */
export const pageLanguage: MutationObserverInit = { subtree: true, attributeFilter: ['lang'] }

/**
 * The language of an element: its attribute `locale`, else what the page around it is written in. Not the browser's: a Spanish
 * sentence in an English page helps nobody.
 */
export function spokenBy(element: Element): Spoken {
  return speak(element.getAttribute('locale') ?? findLang(element))
}

/**
 * English for what is no tag or in another language. A language without a region is written as in the United States, since
 * the amounts are dollars: "es" alone would be Spain's "809,23 US$".
 */
export function speak(tag = ''): Spoken {
  try {
    const { language: primary, region } = new Intl.Locale(tag)
    const language = languages.find((one) => one === primary)
    if (language) return { language, locale: region ? tag : `${language}-US` }
  } catch {
    // No tag at all: "es_MX", or none.
  }
  return { language: 'en', locale: 'en-US' }
}

/** The nearest `lang`, also around the shadow trees that the element may stand in. */
function findLang(element: Element | undefined): string | undefined {
  const found = element?.closest('[lang]')
  if (found || !element) return found?.getAttribute('lang') ?? undefined
  return findLang((element.getRootNode() as ShadowRoot).host)
}
