/** Instants, days and spans for people. The back office tells all times in Chicago, where refunds lock at 17:00. */

const momentFormat = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'America/Chicago',
})
const zoneFormat = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short', timeZone: 'America/Chicago' })
const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

/** "2026-04-16T22:00:00Z" → "Apr 16, 2026, 5:00 PM CDT" */
export function formatMoment(iso: string): string {
  const at = new Date(iso)
  const zone = zoneFormat.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${momentFormat.format(at)} ${zone}`
}

/** "2026-05-16" → "May 16, 2026" */
export function formatDay(date: string): string {
  return dayFormat.format(new Date(`${date}T00:00:00Z`))
}

const UNITS = [
  { name: 'day', ms: 86_400_000 },
  { name: 'hour', ms: 3_600_000 },
  { name: 'minute', ms: 60_000 },
] as const

/** A span in its two largest units, rounded down: "2 days 3 hours", "12 minutes", "less than a minute". */
export function formatSpan(spanMs: number): string {
  let left = Math.max(0, spanMs)
  const parts: string[] = []
  for (const { name, ms } of UNITS) {
    const count = Math.floor(left / ms)
    left -= count * ms
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`)
    // "3 days 5 minutes" would be more exact than anybody needs.
    if (parts.length === 2 || (parts.length === 1 && count === 0)) break
  }
  return parts.join(' ') || 'less than a minute'
}
