import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { en, type Text } from './en.ts'
import type { LaterText } from './en-later.ts'
import { createFormat, type Format } from './format.ts'

/** Sentences, money and dates of one locale. They go together: a German date in an English sentence is neither. */
export interface I18n {
  locale: string
  text: Text
  /** The later screens' sentences, where they are not English: English comes with the screens themselves. */
  later: LaterText | null
  format: Format
}

/** The reader's first language that there is a catalogue for; else American English. */
export function createI18n(languages: readonly string[]): I18n {
  const locale = languages.find((language) => /^en\b/i.test(language)) ?? 'en-US'
  return { locale, text: en, later: null, format: createFormat(locale) }
}

const I18nContext = createContext(createI18n(['en-US']))

export const I18nProvider = I18nContext.Provider

export const useI18n = (): I18n => useContext(I18nContext)
