import type { BackdEvent } from '../backd-client.ts'
import { formatCents } from '../money.ts'
import { statusWords } from '../order-status.ts'
import { formatMoment } from './moments.ts'

/** An event for people: what was done, and what changed, line by line. */
export interface EventWords {
  who: string
  what: string
  changes: string[]
}

const actors: Record<BackdEvent['actor'], string> = {
  merchant: 'The shop',
  customer: 'The customer',
  backd: 'BackdPay',
}

/** Reads an event's data, which Backd keeps as it was written then: what is not there is not told. */
export function describeEvent({ type, actor, from, to, data }: BackdEvent): EventWords {
  const { what, changes } = describe(type, data)
  const moved = from !== null && from !== to ? [`${statusWords[from]} → ${statusWords[to]}`] : []
  return { who: actors[actor], what, changes: [...moved, ...changes] }
}

type Data = BackdEvent['data']

function describe(type: BackdEvent['type'], data: Data): Omit<EventWords, 'who'> {
  const before = part(data, 'before')
  const after = part(data, 'after')
  switch (type) {
    case 'order_created':
      return { what: 'made the order', changes: amount('Total', data, 'order_total_cents') }
    case 'approval_requested':
      return { what: 'asked a colleague to approve', changes: until(data['expires_at']) }
    case 'approval_withdrawn':
      return { what: withdrawnBy(data['reason']), changes: [] }
    case 'approval_declined':
      return { what: 'declined to approve, as the colleague who was asked', changes: [] }
    case 'approval_expired':
      return { what: 'closed the request: the colleague did not answer in time', changes: [] }
    case 'terms_selected':
      return {
        what: `chose the payment terms${byColleague(data['by'])}`,
        changes: amount('To be paid', data, 'total_cents'),
      }
    case 'order_placed':
      return { what: 'placed the order', changes: [] }
    case 'order_updated':
      return { what: `changed the order${listed(data['changed'])}`, changes: moneyChanges(before, after) }
    case 'order_confirmed':
      return { what: 'confirmed the order', changes: amount('Total', data, 'order_total_cents') }
    case 'order_cancelled':
      return { what: 'cancelled the order', changes: amount('Total', data, 'order_total_cents') }
    case 'refund_requested':
      return {
        what: before ? 'replaced the refund' : 'asked for a refund',
        changes: [...change('Amount', before, after, 'amount_cents'), ...lock(after)],
      }
    case 'refund_deleted':
      return { what: 'took the refund back', changes: amount('Amount', before, 'amount_cents') }
    case 'refund_settled':
      return {
        what: 'settled the refund',
        changes: [...amount('Amount', data, 'amount_cents'), ...moneyChanges(before, after)],
      }
    case 'customer_notified':
      return { what: `mailed ${noticeOf(data['notice'])}`, changes: [] }
    case 'customer_not_notified':
      return { what: `could not mail ${noticeOf(data['notice'])}`, changes: [] }
  }
}

/** What each notice is to its reader; the link has no name of its own. */
const notices: Record<string, string> = {
  confirmation: 'the confirmation to whoever agreed',
  approval_approved: 'the customer that the colleague approved',
  approval_declined: 'the customer that the colleague declined',
}

function noticeOf(notice: unknown): string {
  return notices[String(notice)] ?? 'the link to the customer'
}

function byColleague(by: unknown): string {
  return by === 'approver' ? ', as the colleague who was asked to approve' : ''
}

function withdrawnBy(reason: unknown): string {
  if (reason === 'email_undeliverable') return 'took the request back: the colleague’s address takes no mail'
  if (reason === 'superseded')
    return 'took the request back: terms were chosen for another cart of this order'
  if (reason === 'unavailable') return 'took the request back: the colleague could not be mailed'
  return 'took the order back from the colleague'
}

function until(instant: unknown): string[] {
  return typeof instant === 'string' ? [`Link open until ${formatMoment(instant)}`] : []
}

const moneyNames: Record<string, string> = {
  cart_amount_cents: 'Items',
  tax_amount_cents: 'Tax',
  shipping_amount_cents: 'Shipping',
  discount_amount_cents: 'Discount',
  order_total_cents: 'Total',
  remaining_cents: 'Remaining',
  fee_cents: 'Customer’s fee',
  schedule_total_cents: 'Customer pays in all',
}

function moneyChanges(before: Data | undefined, after: Data | undefined): string[] {
  return Object.entries(moneyNames).flatMap(([key, name]) => change(name, before, after, key))
}

/** "Total $8,950.00 → $9,150.00", the one there is, or nothing where nothing changed. */
function change(name: string, before: Data | undefined, after: Data | undefined, key: string): string[] {
  const [old, now] = [before?.[key], after?.[key]]
  if (typeof now !== 'number') return []
  if (typeof old !== 'number') return [`${name} ${formatCents(now)}`]
  return old === now ? [] : [`${name} ${formatCents(old)} → ${formatCents(now)}`]
}

function amount(name: string, data: Data | undefined, key: string): string[] {
  return change(name, undefined, data, key)
}

function lock(data: Data | undefined): string[] {
  const at = data?.['locked_at']
  return typeof at === 'string' ? [`Locks ${formatMoment(at)}`] : []
}

const partNames: Record<string, string> = {
  amounts: 'amounts',
  merchantOrderStatus: 'the shop’s own status',
  billing: 'billing contact',
  shipping: 'shipping contact',
  items: 'items',
}

function listed(changed: unknown): string {
  if (!Array.isArray(changed) || changed.length === 0) return ''
  return `: ${changed.map((name) => partNames[String(name)] ?? String(name)).join(', ')}`
}

function part(data: Data, key: string): Data | undefined {
  const value = data[key]
  return typeof value === 'object' && value !== null ? (value as Data) : undefined
}
