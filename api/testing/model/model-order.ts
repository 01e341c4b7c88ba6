/** What the reference model keeps of an order, and what it is asked. Amounts in cents, instants in ms. */

export interface ModelOrder {
  /** Given by the service once it has made the order. */
  id: string
  token: string
  owner: number
  status: string
  merchantOrderId: string
  /** Whether no other order of the merchant may have the id. */
  holds: boolean
  note: string
  total: number
  expiresAt: number
  /** What a page ordered, by which the same cart finds its order again. */
  cart?: string
  accepted?: { plan: string; total: number }
  refunds: ModelRefund[]
  /** Each event as "type from to". */
  history: string[]
  version: number
}

export interface ModelRefund {
  amount: number
  createdAt: number
  lockedAt: number
  end?: 'settled' | 'declined'
}

/** A call of the merchant API, a page's checkout or its customer's choice. What a call does not have stays unset. */
export interface Request {
  call: string
  /** Which merchant. */
  by: number
  id?: string
  key?: string
  merchantOrderId?: string
  total?: number
  amount?: number
  note?: string
  plan?: string
  /** The amounts do not add up; on select_terms: the customer saw another total. */
  isOff?: boolean
}

export interface Answer {
  code: number
  type: string
  order?: ModelOrder
  /** Orders of which any may be the one that is told. */
  oneOf?: ModelOrder[]
  /** The request that was answered so before, under the same key: this answer is the same to the byte. */
  replayOf?: Request
}

export const refuse = (code: number, type: string): Answer => ({ code, type })
export const accept = (order: ModelOrder): Answer => ({ code: 200, type: 'success', order })

/** The refund that is neither settled nor declined. */
export const findActive = (order: ModelOrder) => order.refunds.find(({ end }) => end === undefined)

/** What settled refunds have left of the total. */
export const remaining = (order: ModelOrder) =>
  order.refunds.reduce((left, { amount, end }) => left - (end === 'settled' ? amount : 0), order.total)

/** The fee of each plan in percent. */
export const fees: Record<string, number> = { 'net-30': 0, 'net-60': 1.5, 'monthly-3': 2.5 }
export const withFee = (total: number, plan = '') => total + Math.round((total * (fees[plan] ?? 0)) / 100)

/** What the customer has to pay: nothing for a cancelled order, else what is left and the plan's fee of it. */
export const scheduleTotal = (order: ModelOrder) =>
  withFee(order.status === 'order_cancelled' ? 0 : remaining(order), order.accepted?.plan)

const HOUR = 3_600_000
const chicago = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Chicago',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** Section 2: the next time that it is 17:00 in Chicago on a weekday, looked for hour by hour. */
export function lockAfter(at: number): number {
  let hour = Math.floor(at / HOUR) + 1
  while (!/^(Mon|Tue|Wed|Thu|Fri).*17/.test(chicago.format(hour * HOUR))) hour += 1
  return hour * HOUR
}
