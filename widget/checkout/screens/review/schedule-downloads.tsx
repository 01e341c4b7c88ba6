import type { Offer } from '@backd/contract/plans.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { createSheet } from '../../exports/csv.ts'
import { downloadFile } from '../../exports/download.ts'
import { createCalendar } from '../../exports/ics.ts'
import { useLaterI18n } from '../../i18n/later.ts'

interface ScheduleDownloadsProps {
  session: CheckoutSession
  schedule: Offer
}

/** The schedule to take along, for a calendar or a spreadsheet. */
export function ScheduleDownloads({ session, schedule }: ScheduleDownloadsProps) {
  const { later, format } = useLaterI18n()
  const words = later.exports
  const given = {
    backdOrderId: session.backd_order_id,
    merchantOrderId: session.merchant_order_id,
    merchant: session.merchant_name,
    schedule,
  }
  const { number: payment, dueDate, amount } = later.review
  const { currency, merchant, order } = words
  const sheetWords = { payment, dueDate, amount, currency, merchant, order, reference: later.done.reference }
  const calendarWords = {
    summary: (payment: number, payments: number, cents: number, merchant: string) =>
      words.event(payment, payments, format.money(cents), merchant),
    description: words.eventDetails,
  }
  return (
    <div class="downloads">
      <button
        type="button"
        class="text-button"
        onClick={() => downloadFile(createCalendar(given, calendarWords, new Date()))}
      >
        {words.calendar}
      </button>
      <button type="button" class="text-button" onClick={() => downloadFile(createSheet(given, sheetWords))}>
        {words.sheet}
      </button>
    </div>
  )
}
