import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createMerchantOrderId } from './merchant-order-id.ts'
import type {
  CheckoutRoute,
  NewOrder,
  Outcome,
  PaymentLink,
  Purchase,
  ShopOrder,
  ShopOrderStatus,
} from './order.ts'
import type { Totals } from './pricing.ts'

/**
 * The shop's own order book: what was ordered and what it costs, written down before Backd hears of it. Everything the
 * browser or Backd says later is compared with this. One SQLite file, so a restart loses nothing.
 */

const DAY_MS = 86_400_000

export type OrderBook = ReturnType<typeof openOrderBook>

/** Opens the book, making its file and folder when they are missing. `:memory:` keeps it in memory, for tests. */
export function openOrderBook(file: string, now: () => Date = () => new Date()) {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const db = new DatabaseSync(file)
  db.exec(SCHEMA)
  const insert = db.prepare(
    'insert into orders (id, created_at, route, status, digest, purchase) values (?, ?, ?, ?, ?, ?)',
  )
  const select = db.prepare('select * from orders where id = ?')
  const selectEvents = db.prepare('select at, text from events where order_id = ? order by rowid')
  const lastEvent = db.prepare('select text from events where order_id = ? order by rowid desc limit 1')
  const insertEvent = db.prepare('insert into events (order_id, at, text) values (?, ?, ?)')
  const updateRoute = db.prepare('update orders set route = ? where id = ?')
  const updateLink = db.prepare('update orders set backd_order_id = ?, link = ?, mail = ? where id = ?')
  // A placed order stays placed, whatever a second, slower answer says.
  const updateOutcome = db.prepare(
    "update orders set status = ?, backd_order_id = ?, problem = ? where id = ? and status <> 'placed'",
  )

  const updateTotals = db.prepare(
    "update orders set purchase = json_set(purchase, '$.totals', json(?)) where id = ?",
  )

  function find(merchantOrderId: string): ShopOrder | undefined {
    const row = select.get(merchantOrderId) as OrderRow | undefined
    if (!row) return undefined
    return {
      ...(JSON.parse(row.purchase) as Purchase),
      merchantOrderId: row.id,
      createdAt: row.created_at,
      route: row.route,
      status: row.status,
      backdOrderId: row.backd_order_id,
      problem: row.problem,
      paymentLink: row.link === null || row.mail === null ? null : { url: row.link, mail: row.mail },
      events: selectEvents
        .all(row.id)
        .map((event) => ({ at: String(event['at']), text: String(event['text']) })),
    }
  }

  function get(merchantOrderId: string): ShopOrder {
    const order = find(merchantOrderId)
    if (!order) throw new Error(`no order ${merchantOrderId} in the book`)
    return order
  }

  function note(merchantOrderId: string, text: string): void {
    if (lastEvent.get(merchantOrderId)?.['text'] === text) return
    insertEvent.run(merchantOrderId, now().toISOString(), text)
  }

  function create(order: NewOrder): ShopOrder {
    const id = createMerchantOrderId(now())
    const purchase = toPurchase(order)
    const createdAt = now().toISOString()
    insert.run(id, createdAt, order.route, 'pending', digest(purchase), JSON.stringify(purchase))
    note(id, 'The shop wrote the order down, with totals from its own catalogue.')
    return get(id)
  }

  return {
    find,

    /** Adds a sentence to an order's history; the same one twice in a row (a reload) is kept once. */
    note,

    /** Writes a new pending order down. */
    create,

    /**
     * The pending order `merchantOrderId` when it is this very purchase, else a new one. A customer who closes the
     * checkout and opens it again so keeps their merchant_order_id, and Backd resumes where they left; one who changed
     * the cart gets a new id, since the old one may already be bound to the old total.
     */
    resumeOrCreate(merchantOrderId: string | undefined, order: NewOrder): ShopOrder {
      const row = merchantOrderId ? (select.get(merchantOrderId) as OrderRow | undefined) : undefined
      if (row?.status !== 'pending' || row.link !== null || row.digest !== digest(toPurchase(order))) {
        return create(order)
      }
      updateRoute.run(order.route, row.id)
      return get(row.id)
    },

    /**
     * The pending order `merchantOrderId` of the last day when it is this very purchase and is made by our server: with its
     * link, or, when create_order's answer was lost, still without one.
     */
    findServerMade(merchantOrderId: string | undefined, order: NewOrder): ShopOrder | undefined {
      const row = merchantOrderId ? (select.get(merchantOrderId) as OrderRow | undefined) : undefined
      if (row?.status !== 'pending' || row.route !== 'link' || row.digest !== digest(toPurchase(order)))
        return undefined
      return now().getTime() - Date.parse(row.created_at) < DAY_MS ? get(row.id) : undefined
    },

    /** Keeps what create_order answered. */
    keepLink(merchantOrderId: string, backdOrderId: string, link: PaymentLink): ShopOrder {
      updateLink.run(backdOrderId, link.url, link.mail, merchantOrderId)
      return get(merchantOrderId)
    },

    /** The order's own amounts, once the shop has changed them at Backd too. */
    reprice(merchantOrderId: string, totals: Totals, text: string): ShopOrder {
      updateTotals.run(JSON.stringify(totals), merchantOrderId)
      note(merchantOrderId, text)
      return get(merchantOrderId)
    },

    /** Keeps how far an order came, with a sentence for its history. */
    settle(merchantOrderId: string, outcome: Outcome, text: string): ShopOrder {
      const { status, backdOrderId, problem = null } = outcome
      const { changes } = updateOutcome.run(status, backdOrderId, problem, merchantOrderId)
      if (changes) note(merchantOrderId, text)
      return get(merchantOrderId)
    },

    close: () => db.close(),
  }
}

const SCHEMA = `
  pragma journal_mode = wal;
  create table if not exists orders (
    id text primary key,
    created_at text not null,
    route text not null check (route in ('modal', 'redirect', 'link')),
    status text not null check (status in ('pending', 'placed', 'needs_attention')),
    digest text not null,
    purchase text not null,
    backd_order_id text,
    problem text,
    link text,
    mail text check (mail in ('not_asked', 'sent', 'failed'))
  ) strict;
  create table if not exists events (
    order_id text not null references orders (id),
    at text not null,
    text text not null
  ) strict;
  create index if not exists events_of_order on events (order_id);
`

interface OrderRow {
  id: string
  created_at: string
  route: CheckoutRoute
  status: ShopOrderStatus
  digest: string
  purchase: string
  backd_order_id: string | null
  problem: string | null
  link: string | null
  mail: PaymentLink['mail'] | null
}

function toPurchase({ cart, totals, billing, shipping }: NewOrder): Purchase {
  const lines = cart.map(({ product, qty }) => ({
    sku: product.sku,
    name: product.name,
    illustration: product.illustration,
    unitPriceCents: product.unitPriceCents,
    qty,
  }))
  return { lines, totals, billing, shipping }
}

function digest(purchase: Purchase): string {
  return createHash('sha256').update(JSON.stringify(purchase)).digest('hex')
}
