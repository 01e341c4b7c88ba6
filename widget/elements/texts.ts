import type { Language } from '@backd/contract/locale.ts'
import type { IntervalUnit } from '@backd/contract/plans.ts'

/** What `<backd-terms>` says in one language. Amounts and spans ("30 days") come as Intl writes them. */
export interface Text {
  /** The lowest payment that comes once in each unit. */
  lowest(amount: string, unit: IntervalUnit): string
  /** Where all is due at once. */
  later: string
  open: string
  title: string
  lead: string
  close: string
  once(amount: string, span: string): string
  /** @param about the payments are not all the same */
  several(count: string, amount: string, rhythm: string, about: boolean): string
  /** @param span undefined for one payment in each unit */
  rhythm(unit: IntervalUnit, span?: string): string
  noFee: string
  fee(amount: string): string
  total(amount: string): string
}

const en: Text = {
  lowest: (amount, unit) => `As low as ${amount} / ${unit} with BackdPay`,
  later: 'Buy now, pay later with BackdPay',
  open: 'How it works',
  title: 'How BackdPay works',
  lead: 'Choose a plan at the checkout. You see every date and amount before you agree.',
  close: 'Close',
  once: (amount, span) => `One payment of ${amount} after ${span}`,
  several: (count, amount, rhythm, about) =>
    `${count} payments of ${about ? 'about ' : ''}${amount}, ${rhythm}`,
  rhythm: (unit, span) => (span ? `every ${span}` : { month: 'monthly', week: 'weekly', day: 'daily' }[unit]),
  noFee: 'No fee',
  fee: (amount) => `${amount} fee`,
  total: (amount) => `${amount} in all`,
}

/** As the checkout says it (widget/checkout/i18n/es.ts): usted, and the terms that customers in the United States know. */
const es: Text = {
  lowest: (amount, unit) =>
    `Desde ${amount} ${{ month: 'al mes', week: 'a la semana', day: 'al día' }[unit]} con BackdPay`,
  later: 'Compre ahora y pague después con BackdPay',
  open: 'Cómo funciona',
  title: 'Cómo funciona BackdPay',
  lead: 'Elija sus condiciones al pagar. Verá cada fecha y cada importe antes de aceptar.',
  close: 'Cerrar',
  once: (amount, span) => `Un pago de ${amount} después de ${span}`,
  several: (count, amount, rhythm, about) =>
    `${count} pagos de ${about ? 'aprox. ' : ''}${amount}, ${rhythm}`,
  rhythm: (unit, span) => `cada ${span ?? { month: 'mes', week: 'semana', day: 'día' }[unit]}`,
  noFee: 'Sin cargo',
  fee: (amount) => `${amount} de cargo`,
  total: (amount) => `${amount} en total`,
}

export const texts: Record<Language, Text> = { en, es }
