import { useI18n } from '../i18n/i18n.ts'

/** Cents as money, in digits of one width, never broken over two lines. */
export function Amount({ cents }: { cents: number }) {
  return <span class="amount">{useI18n().format.money(cents)}</span>
}
