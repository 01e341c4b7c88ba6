import type { Clock } from '../ports/clock.ts'
import { type FetchCatalogue, waitingTexts } from './catalogues.ts'
import { en } from './en.ts'
import { createI18n, type I18n } from './i18n.ts'
import { chooseLocale } from './locales.ts'

/** A catalogue that takes longer is not waited for: a customer who reads some English is better off than one who waits. */
export const CATALOGUE_TIMEOUT_MS = 4000

/** Which language the checkout speaks just now. */
export interface Speech {
  current(): I18n
  /** Speaks the merchant's language from now on if there is a catalogue for it, else the browser's. */
  ask(locale: unknown): void
  /** Calls when the language has changed or its catalogue has come. @returns what stops it */
  listen(listener: () => void): () => void
}

export interface SpeechOptions {
  /** The language to begin with, where it is known. */
  wanted: unknown
  /** The browser's languages, in order of preference. */
  browser: readonly string[]
  fetchCatalogue: FetchCatalogue
  clock: Clock
}

/**
 * Speaks one language until asked for another. While a catalogue is under way nothing is said but that the order is
 * loading; without one in time the checkout speaks English.
 */
export function createSpeech({ wanted, browser, fetchCatalogue, clock }: SpeechOptions): Speech {
  const listeners = new Set<() => void>()
  let current: I18n | undefined
  const become = (next: I18n) => {
    current = next
    for (const listener of listeners) listener()
  }

  const ask = (tag: unknown) => {
    const { language, locale } = chooseLocale([tag, ...browser], browser)
    if (current?.locale === locale) return
    if (language === 'en') return become(createI18n(locale))
    const coming: I18n = {
      ...createI18n(locale, { text: { ...en, ...waitingTexts[language] }, later: null, handover: null }),
      state: 'coming',
    }
    const settle = (next: () => I18n) => {
      callOff()
      // Another language may have been asked for since.
      if (current === coming) become(next())
    }
    const speakEnglish = () => createI18n(browser.find((tag) => /^en-/i.test(tag)) ?? 'en-US')
    const callOff = clock.after(CATALOGUE_TIMEOUT_MS, () => settle(speakEnglish))
    fetchCatalogue(language).then(
      (catalogue) => settle(() => createI18n(locale, catalogue)),
      () => settle(speakEnglish),
    )
    become(coming)
  }
  ask(wanted)

  return {
    current: () => current as I18n,
    ask,
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
