import assert from 'node:assert/strict'
import type { OrderSummary } from '@backd/contract/api/find-orders.ts'
import type { OrderEvents } from '@backd/contract/api/order-events.ts'
import { seedBilling, seedItems, seedMode } from '@backd/contract/examples.ts'
import type { InjectOptions } from 'fastify'
import type { Reporter } from '../../use-cases/ports/reporter.ts'
import { settleRefunds } from '../../use-cases/settle-refunds.ts'
import { type Reply, SHOP, type TestApp, type TestMerchant } from '../test-app.ts'
import { type ModelOrder, type Request, withFee } from './model-order.ts'

/** A mail that was sent tells of no change, so the model knows none. */
const MAIL = 'customer_notified'

/** The real service as the model's requests reach it: over HTTP, with what a caller knows. */

/** A body that the caller means as cents, in dollars. */
const dollars = (cents: number | undefined) => (cents === undefined ? undefined : cents / 100)

const ids = ({ id, merchantOrderId }: Request) => ({ backd_order_id: id, merchant_order_id: merchantOrderId })

const amounts = ({ total = 0, isOff }: Request) => ({
  order_total: dollars(isOff ? total + 1 : total),
  cart_amount: dollars(total),
  tax_amount: 0,
  shipping_amount: 0,
  discount_amount: 0,
})

const newOrder = (request: Request) => ({
  merchant_order_id: request.merchantOrderId,
  merchant_order_status: request.note,
  billing: seedBilling,
  items: seedItems,
  ...amounts(request),
})

const bodies: Record<string, (request: Request) => object> = {
  create_order: (request) => ({ mode: seedMode, ...newOrder(request) }),
  order_placed: (request) => ({ ...ids(request), order_total: dollars(request.total) }),
  update_order: (request) => ({
    ...ids(request),
    merchant_order_status: request.note,
    ...amounts(request),
  }),
  refund: (request) => ({ ...ids(request), refund_amount: dollars(request.amount) }),
}

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' })
/** What nobody was given. */
const UNKNOWN_TOKEN = 'q'.repeat(43)

export interface StoredOrder {
  id: string
  status: string
  total: number
  version: number
  /** Events as "type from to", oldest first. */
  history: string
  refunds: string
}

/** Nothing may go wrong unheard. */
const failing: Reporter = {
  report(error) {
    throw error
  },
}

export class Service {
  readonly api: TestApp
  readonly merchants: readonly TestMerchant[]
  /** The agreement that customers are shown. */
  private readonly agreementVersion: string

  constructor(api: TestApp, merchants: readonly TestMerchant[], agreementVersion: string) {
    this.api = api
    this.merchants = merchants
    this.agreementVersion = agreementVersion
  }

  /** Makes a request. @param order the one it names, if that is there @param now what time it is for its merchant */
  async send(request: Request, order: ModelOrder | undefined, now: number): Promise<Reply> {
    const { call, by, id = '', key } = request
    const merchant = this.merchant(by)
    if (call === 'find_order') return await this.api.merchantCall(merchant, `/find_order/${id}`)
    if (call === 'select_terms') return await this.select(request, order, now)
    if (call === 'open_checkout') {
      const key = { public_api_key: merchant.publicKey, name: 'Northwind' }
      return await this.api.browserCall({ order: { merchant: key, ...newOrder(request) } }, { origin: SHOP })
    }
    const path = call === 'delete_refund' ? '/refund' : `/${call}`
    const more: InjectOptions = {
      method: call === 'delete_refund' ? 'DELETE' : 'POST',
      ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
    }
    return await this.api.merchantCall(merchant, path, (bodies[call] ?? ids)(request), more)
  }

  private async select({ plan, isOff }: Request, order: ModelOrder | undefined, now: number): Promise<Reply> {
    return await this.api.sessionCall(order?.token ?? UNKNOWN_TOKEN, {
      plan_id: plan,
      starts_on: today.format(now),
      total_cents: withFee(order?.total ?? 0, plan) + (isOff ? 1 : 0),
      agreement_version: this.agreementVersion,
      agreed: true,
    })
  }

  /** Moves a merchant's own clock, which goes back to real time alone. */
  async travelTo(by: number, instant: number): Promise<void> {
    const isBack = instant === this.api.clock.time.getTime()
    const body = isBack ? undefined : { now: new Date(instant).toISOString() }
    const more: InjectOptions = { method: isBack ? 'DELETE' : 'POST' }
    const reply = await this.api.merchantCall(this.merchant(by), '/sandbox/clock', body, more)
    assert.equal(reply.status, 200, reply.text)
  }

  /** What Backd does at its own time. */
  async settle(): Promise<void> {
    const { failed } = await settleRefunds({ ...this.api, reporter: failing, isDatabaseGone: () => false })
    assert.equal(failed, 0)
  }

  /** An order's history as its merchant reads it. */
  async eventsOf({ owner, id }: ModelOrder): Promise<string[]> {
    const { body } = await this.api.merchantCall(this.merchant(owner), `/order_events/${id}`)
    const { events } = body.data as OrderEvents
    return events
      .filter(({ type }) => type !== MAIL)
      .map((event) => `${event.type} ${event.from} ${event.to}`)
  }

  /** A merchant's list. */
  async list(by: number): Promise<string[]> {
    const { body } = await this.api.merchantCall(this.merchant(by), '/find_orders?limit=100')
    return body.data.orders.map(
      ({ backd_order_id, status, order_total }: OrderSummary) => `${backd_order_id} ${status} ${order_total}`,
    )
  }

  /** Every order of the merchants, with its events and refunds, as the tables have them. */
  async stored() {
    return await this.api.query<StoredOrder>(
      `select o.backd_order_id as id, o.status, o.order_total_cents::int as total, o.version,
         (select string_agg(concat_ws(' ', type, coalesce(from_status, 'null'), to_status), ', ' order by e.id)
          from order_events e where e.backd_order_id = o.backd_order_id and e.type <> '${MAIL}') as history,
         (select coalesce(string_agg(concat_ws(' ', amount_cents, r.status), ', ' order by r.id), '')
          from refunds r where r.backd_order_id = o.backd_order_id) as refunds
       from orders o join merchants m on m.id = o.merchant_id where m.public_key = any($1)`,
      [this.merchants.map(({ publicKey }) => publicKey)],
    )
  }

  merchant(index: number): TestMerchant {
    const merchant = this.merchants[index]
    if (!merchant) throw new Error(`there is no merchant ${index}`)
    return merchant
  }
}
