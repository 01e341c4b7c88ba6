import { formatCents } from '@backd/contract/money.ts'
import type { ExportFile, ScheduleExport } from './schedule-export.ts'

/** The names of the columns, in the reader's language. */
export type SheetWords = Record<
  'payment' | 'dueDate' | 'amount' | 'currency' | 'merchant' | 'order' | 'reference',
  string
>

/** Without it Excel takes UTF-8 for the system's own encoding. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The schedule as a table (RFC 4180): a line for each payment, amounts in dollars, dates as ISO 8601. */
export function createSheet(
  { backdOrderId, merchantOrderId, merchant, schedule }: ScheduleExport,
  words: SheetWords,
): ExportFile {
  const { payment, dueDate, amount, currency, merchant: shop, order, reference } = words
  const rows = [
    [payment, dueDate, amount, currency, shop, order, reference],
    ...schedule.payments.map(({ due_on, amount_cents }, index) => [
      String(index + 1),
      due_on,
      formatCents(amount_cents),
      'USD',
      merchant,
      merchantOrderId,
      backdOrderId,
    ]),
  ]
  return {
    name: `backdpay-${backdOrderId}.csv`,
    type: 'text/csv;charset=utf-8',
    text: BYTE_ORDER_MARK + rows.map((row) => `${row.map(toField).join(',')}\r\n`).join(''),
  }
}

/**
 * One field. A spreadsheet runs what begins like a formula, so such a text gets an apostrophe before it (OWASP "CSV
 * injection"), which spreadsheets hide. Where the comma is the decimal sign they take `;` for the separator, and a tab
 * or a line break when told to, whatever our quotes say: what follows one of these begins a field too.
 */
export function toField(text: string): string {
  const guarded = text
    .replace(/[;\t\r\n](?=[\s"]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/g, "$&'")
    .replace(/^(?=[\t\r\n]|[\s"]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/, "'")
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
