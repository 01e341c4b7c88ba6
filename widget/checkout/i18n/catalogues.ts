import type { Language } from '@backd/contract/locale.ts'
import type { Text } from './en.ts'
import type { HandoverText } from './en-handover.ts'
import type { LaterText } from './en-later.ts'

export type FetchHandover = () => Promise<HandoverText>

/** Every sentence in one language. */
export interface Catalogue {
  text: Text
  later: LaterText
  /** Of the screens of handing over, which few need: fetched with them. */
  handover: FetchHandover
}

/** What the skeleton says to those who do not see it, before the catalogue is there. */
interface WaitingText {
  loading: Text['loading']
  closeCheckout: string
}

type LaterLanguage = Exclude<Language, 'en'>

export const waitingTexts: Record<LaterLanguage, WaitingText> = {
  es: { loading: { title: 'Cargando su pedido' }, closeCheckout: 'Cerrar el proceso de pago' },
}

export type FetchCatalogue = (language: LaterLanguage) => Promise<Catalogue>

const fetches: Record<LaterLanguage, () => Promise<Catalogue>> = {
  es: () => import('./es.ts'),
}

export const fetchCatalogue: FetchCatalogue = (language) => fetches[language]()
