import { BACKD_TIME_ZONE } from '@backd/contract/calendar.ts'
import { Temporal } from 'temporal-polyfill'

/** 17:00 in Chicago, on the clock on the wall: another UTC hour in summer than in winter. */
const LOCK_TIME = Temporal.PlainTime.from('17:00')
const FRIDAY = 5

/**
 * When a refund that is requested at an instant can no longer be replaced or deleted: 17:00 in Chicago of the same
 * weekday, or of the next weekday when it is 17:00 already or a weekend. Holidays count as other days do
 * (CONTRACT section 2, Refunds).
 */
export function refundLockedAt(requestedAt: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(requestedAt.getTime()).toZonedDateTimeISO(
    BACKD_TIME_ZONE,
  )
  const today = local.toPlainDate()
  const isBeforeLock = Temporal.PlainTime.compare(local.toPlainTime(), LOCK_TIME) < 0
  const day = isBeforeLock && today.dayOfWeek <= FRIDAY ? today : nextWeekday(today)
  return new Date(day.toZonedDateTime({ timeZone: BACKD_TIME_ZONE, plainTime: LOCK_TIME }).epochMilliseconds)
}

function nextWeekday(date: Temporal.PlainDate): Temporal.PlainDate {
  const next = date.add({ days: 1 })
  return next.dayOfWeek <= FRIDAY ? next : nextWeekday(next)
}
