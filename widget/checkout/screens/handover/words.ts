import { useEffect, useState } from 'preact/hooks'
import type { FetchHandover } from '../../i18n/catalogues.ts'
import { enHandover, type HandoverText } from '../../i18n/en-handover.ts'
import { type I18n, useI18n } from '../../i18n/i18n.ts'
import { systemClock } from '../../ports/clock.ts'

/** Who reads some English is better off than who waits longer. What comes after that is spoken from then on. */
export const WORDS_TIMEOUT_MS = 4000

const fetched = new Map<FetchHandover, HandoverText>()

/** The sentences of these screens beside the document's own; null while another language's are under way. */
export function useHandoverI18n(): (I18n & { words: HandoverText }) | null {
  const i18n = useI18n()
  const { handover } = i18n
  const [, draw] = useState<object>()
  useEffect(() => {
    if (!handover || fetched.has(handover)) return
    const keep = (words: HandoverText) => {
      fetched.set(handover, words)
      draw({})
    }
    const speakEnglish = () => keep(enHandover)
    const callOff = systemClock.after(WORDS_TIMEOUT_MS, speakEnglish)
    handover().then(keep, speakEnglish).finally(callOff)
    return callOff
  }, [handover])
  const words = handover ? fetched.get(handover) : enHandover
  return words ? { ...i18n, words } : null
}
