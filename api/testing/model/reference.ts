import {
  type Answer,
  accept,
  fees,
  findActive,
  lockAfter,
  type ModelOrder,
  type Request,
  refuse,
  remaining,
} from './model-order.ts'

/**
 * CONTRACT sections 2, 3 and 5 said a second time, as plainly as they can be: what order-rules.test.ts holds the service
 * to. Nothing of the service or of contract/ is imported, so no mistake is shared.
 */

const DAY = 86_400_000

/** Section 3. `go` and a question are judged below; a code refuses. */
const table = `
                created             | selected            | placed              | confirmed               | refund                  | cancelled
  select_terms  go                  | same plan?          | terms_already_selected | terms_already_selected | terms_already_selected | order_cancelled
  order_placed  terms_not_selected  | go                  | same id?            | order_already_confirmed | order_already_confirmed | order_cancelled
  update_order  order_not_placed    | order_not_placed    | go                  | order_already_confirmed | order_already_confirmed | order_cancelled
  confirm_order order_not_placed    | order_not_placed    | go                  | replay                  | order_already_confirmed | order_cancelled
  cancel_order  order_not_placed    | order_not_placed    | go                  | order_already_confirmed | order_already_confirmed | replay
  refund        order_not_confirmed | order_not_confirmed | order_not_confirmed | go                      | already_refunded        | order_cancelled
  delete_refund order_not_confirmed | order_not_confirmed | order_not_confirmed | go                      | already_refunded        | order_cancelled`
const columns = [
  'order_created',
  'terms_selected',
  'order_placed',
  'order_confirmed',
  'refund',
  'order_cancelled',
]
const cellOf = (call: string, status: string) =>
  new RegExp(`\\n +${call} +(.*)`).exec(table)?.[1]?.split('|')[columns.indexOf(status)]?.trim() ?? ''

const contentOf = (request: Request) => JSON.stringify(Object.entries(request).sort())

export interface ModelMerchant {
  limit: number
  raisePercent: number
}

export class Model {
  readonly orders: ModelOrder[] = []
  private readonly kept = new Map<string, { request: Request; answer: Answer; at: number }>()
  /** What time it is for each merchant. */
  readonly now: number[]
  private readonly merchants: readonly ModelMerchant[]

  constructor(now: number, merchants: readonly ModelMerchant[]) {
    this.now = merchants.map(() => now)
    this.merchants = merchants
  }

  readonly timeOf = (merchant: number): number => this.now[merchant] ?? 0

  /** Section 4's order of judgement: shape, order, key, and only then the rules. */
  answer(request: Request): Answer {
    if (request.id === '' || request.amount === 0) return refuse(400, 'invalid_request')
    const isNew = request.call === 'create_order' || request.call === 'open_checkout'
    const order = isNew ? undefined : this.find(request)
    if (!order && !isNew) return refuse(404, 'order_not_found')
    const scope = request.key && JSON.stringify([request.by, request.call, request.key])
    const kept = scope ? this.kept.get(scope) : undefined
    if (kept && this.timeOf(request.by) - kept.at < 7 * DAY) {
      const isSame = contentOf(kept.request) === contentOf(request)
      return isSame ? { ...kept.answer, replayOf: kept.request } : refuse(422, 'idempotency_key_reused')
    }
    const answer = order ? this.change(order, request) : this.create(request)
    if (scope) this.kept.set(scope, { request, answer, at: this.timeOf(request.by) })
    return answer
  }

  /** Section 2: Backd settles what is locked; an order of which nothing is left becomes `refund`. */
  settle(): void {
    for (const order of this.orders) {
      const active = findActive(order)
      if (!active || active.lockedAt > this.timeOf(order.owner)) continue
      active.end = 'settled'
      this.move(order, 'refund_settled', remaining(order) === 0 ? 'refund' : order.status)
    }
  }

  /** Section 5: the limit of one order, and so much over what the customer accepted or is asked to; later no more. */
  maxTotal({ owner, status, accepted, total }: ModelOrder): number {
    const { limit = 0, raisePercent = 0 } = this.merchants[owner] ?? {}
    if (['order_confirmed', 'order_cancelled', 'refund'].includes(status)) return total
    const raised = Math.floor(((accepted?.total ?? total) * (100 + raisePercent)) / 100)
    return Math.max(total, Math.min(limit, raised))
  }

  private readonly hasLapsed = ({ owner, status, expiresAt }: ModelOrder) =>
    status === 'order_created' && expiresAt <= this.timeOf(owner)

  private find({ id, by, call }: Request): ModelOrder | undefined {
    return this.orders.find((order) => order.id === id && (order.owner === by || call === 'select_terms'))
  }

  private move(order: ModelOrder, event: string, to = order.status): Answer {
    order.history.push(`${event} ${order.status} ${to}`)
    order.status = to
    order.version += 1
    return accept(order)
  }

  /** Gives an id to an order, or says that another one holds it; a checkout that ran out lets its id go. */
  private claim(owner: number, id: string, own: ModelOrder | undefined, take: () => Answer): Answer {
    const holder = this.orders.find(
      (order) => order.owner === owner && order.holds && order.merchantOrderId === id && order !== own,
    )
    if (holder && !this.hasLapsed(holder)) return refuse(409, 'duplicate_merchant_order_id')
    const answer = take()
    if (holder && answer.code === 200) Object.assign(holder, { holds: false, version: holder.version + 1 })
    return answer
  }

  private create({ call, by, merchantOrderId = '', total = 0, note = '', isOff }: Request): Answer {
    const isServers = call === 'create_order'
    const cart = isServers ? {} : { cart: JSON.stringify([merchantOrderId, total, note, isOff]) }
    const expiresAt = this.timeOf(by) + (isServers ? 7 : 1) * DAY
    const again = this.orders.findLast(
      (order) =>
        order.owner === by &&
        order.cart &&
        order.cart === cart.cart &&
        order.status !== 'order_cancelled' &&
        !this.hasLapsed(order),
    )
    if (again?.status === 'order_created') Object.assign(again, { expiresAt, version: again.version + 1 })
    if (again) return accept(again)
    const agreed = isServers || isOff ? [] : this.findAgreed(by, merchantOrderId, total)
    if (agreed[0]) return { ...accept(agreed[0]), oneOf: agreed }
    return this.claim(by, merchantOrderId, undefined, () => {
      if (isOff) return refuse(422, 'amounts_do_not_add_up')
      if (total > (this.merchants[by]?.limit ?? 0)) return refuse(422, 'total_exceeds_limit')
      const made = { id: '', token: '', owner: by, status: 'order_created', holds: isServers, version: 1 }
      const history = ['order_created null order_created']
      const order = { ...made, ...cart, merchantOrderId, total, note, expiresAt, refunds: [], history }
      this.orders.push(order)
      return accept(order)
    })
  }

  /** ADR 0027: the same purchase, whose terms a customer selected before. Whoever asks is always the same buyer of the same articles. */
  private findAgreed(by: number, id: string, total: number): ModelOrder[] {
    return this.orders.filter(
      (order) =>
        order.owner === by &&
        order.cart &&
        order.accepted &&
        order.status !== 'order_cancelled' &&
        order.merchantOrderId === id &&
        order.total === total,
    )
  }

  private change(order: ModelOrder, request: Request): Answer {
    const { call, merchantOrderId: id } = request
    if (call === 'find_order') return accept(order)
    if (call === 'select_terms' && this.hasLapsed(order)) return refuse(410, 'checkout_expired')
    const cell = cellOf(call, order.status)
    if (cell.includes('_')) return refuse(409, cell)
    if (cell === 'same plan?') {
      return request.plan === order.accepted?.plan ? accept(order) : refuse(409, 'terms_already_selected')
    }
    const setsId = call === 'order_placed' && cell === 'go'
    if (id !== undefined && id !== order.merchantOrderId && !setsId) {
      return refuse(409, 'merchant_order_id_conflict')
    }
    if (cell === 'replay') return accept(order)
    return this.rules[call]?.(order, request, cell) ?? refuse(0, `no rule for ${call}`)
  }

  /** What the table leaves to be judged. */
  private readonly rules: Record<string, (order: ModelOrder, request: Request, cell: string) => Answer> = {
    select_terms: (order, { plan = '', isOff }) =>
      isOff || !(plan in fees)
        ? refuse(409, 'offer_changed')
        : this.claim(order.owner, order.merchantOrderId, order, () => {
            order.accepted = { plan, total: order.total }
            return this.move(order, 'terms_selected', 'terms_selected')
          }),
    order_placed: (order, { merchantOrderId = '', total }, cell) => {
      if (![undefined, order.total, order.accepted?.total].includes(total))
        return refuse(409, 'total_mismatch')
      if (cell === 'same id?') return accept(order)
      return this.claim(order.owner, merchantOrderId, order, () => {
        Object.assign(order, { merchantOrderId, holds: true })
        return this.move(order, 'order_placed', 'order_placed')
      })
    },
    update_order: (order, { total = 0, note = '', isOff }) => {
      if (isOff) return refuse(422, 'amounts_do_not_add_up')
      if (total === order.total && note === order.note) return accept(order)
      if (total > this.maxTotal(order)) return refuse(422, 'total_exceeds_limit')
      Object.assign(order, { total, note })
      return this.move(order, 'order_updated')
    },
    confirm_order: (order) => this.move(order, 'order_confirmed', 'order_confirmed'),
    cancel_order: (order) => {
      order.holds = false
      return this.move(order, 'order_cancelled', 'order_cancelled')
    },
    refund: (order, { amount = 0 }) => {
      const active = findActive(order)
      if (active && active.lockedAt <= this.timeOf(order.owner)) return refuse(409, 'refund_locked')
      if (active?.amount === amount) return accept(order)
      if (amount > remaining(order)) return refuse(422, 'refund_exceeds_remaining')
      if (active) active.end = 'declined'
      const createdAt = this.timeOf(order.owner)
      order.refunds.push({ amount, createdAt, lockedAt: lockAfter(createdAt) })
      return this.move(order, 'refund_requested')
    },
    delete_refund: (order) => {
      const active = findActive(order)
      if (!active) return refuse(409, 'no_active_refund')
      if (active.lockedAt <= this.timeOf(order.owner)) return refuse(409, 'refund_locked')
      active.end = 'declined'
      return this.move(order, 'refund_deleted')
    },
  }
}
