import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { FetchHandover } from './catalogues.ts'
import { en, type Text } from './en.ts'
import type { LaterText } from './en-later.ts'
import { createFormat, type Format } from './format.ts'

/** Sentences, money and dates of one locale. They go together: a German date in an English sentence is neither. */
export interface I18n {
  /** A BCP 47 tag, for Intl and for the document. */
  locale: string
  direction: 'ltr' | 'rtl'
  /** `coming`: the catalogue is under way, and nothing is to be read yet. */
  state: 'spoken' | 'coming'
  text: Text
  /** The later screens' sentences, where they are not English: English comes with the screens themselves. */
  later: LaterText | null
  /** Theirs of handing over, to be fetched. */
  handover: FetchHandover | null
  format: Format
}

/** What there is to be said in a locale; English when no catalogue is given. */
export function createI18n(
  locale: string,
  catalogue: Pick<I18n, 'text' | 'later' | 'handover'> = { text: en, later: null, handover: null },
): I18n {
  return { ...catalogue, locale, direction: 'ltr', state: 'spoken', format: createFormat(locale) }
}

const I18nContext = createContext(createI18n('en-US'))

export const I18nProvider = I18nContext.Provider

export const useI18n = (): I18n => useContext(I18nContext)
