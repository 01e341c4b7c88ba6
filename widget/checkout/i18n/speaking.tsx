import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { I18nProvider } from './i18n.ts'
import type { Speech } from './speech.ts'

/** Gives its children the language that is spoken just now, and tells the document. */
export function Speaking({ speech, children }: { speech: Speech; children: ComponentChildren }) {
  const [, redraw] = useState<object>()
  const i18n = speech.current()
  useEffect(() => {
    // It may have changed between the first drawing and now.
    redraw({})
    return speech.listen(() => redraw({}))
  }, [speech])
  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.lang = i18n.locale
    documentElement.dir = i18n.direction
  }, [i18n])
  return <I18nProvider value={i18n}>{children}</I18nProvider>
}
