import type { Language } from '@backd/contract/locale.ts'

/** The button's words. By themselves, since React's face renders them where there is no element yet. */
export const payLabels: Record<Language, string> = {
  en: 'Checkout with BackdPay',
  es: 'Pagar con BackdPay',
}
