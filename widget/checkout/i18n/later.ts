import { enLater, type LaterText } from './en-later.ts'
import { type I18n, useI18n } from './i18n.ts'

/** For the screens that are loaded later: their sentences beside the document's own. */
export function useLaterI18n(): I18n & { later: LaterText } {
  const i18n = useI18n()
  return { ...i18n, later: i18n.later ?? enLater }
}
