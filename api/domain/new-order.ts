import type { Contact, Item } from '@backd/contract/order.ts'
import { type AmountsDollars, amountsInCents } from './amounts.ts'
import { withoutNulls } from './content.ts'
import { holdsFromCreation } from './holds.ts'
import type { Order, OrderEvent, OrderSource } from './order.ts'

const HOUR_MS = 3_600_000

/** How long a checkout stays open: a week for a link that may be mailed, a day for a page's own. */
export const lifetimeMs: Record<OrderSource, number> = { server: 7 * 24 * HOUR_MS, widget: 24 * HOUR_MS }

/** What both ways of making an order send. */
export interface OrderInput extends AmountsDollars {
  merchant_order_id: string
  merchant_order_status?: string | null | undefined
  billing?: Contact | null | undefined
  shipping?: Contact | null | undefined
  items: Item[]
}

export interface NewOrderFacts {
  backdOrderId: string
  merchantId: string
  source: OrderSource
  now: Date
  /** How long its checkout stays open. */
  openForMs: number
  customerEmail?: string | null | undefined
  contentDigest?: string
}

/** The order that an input makes, in its first status. */
export function createOrderFrom(input: OrderInput, facts: NewOrderFacts): Order {
  return {
    ...withoutNulls({
      backdOrderId: facts.backdOrderId,
      merchantId: facts.merchantId,
      source: facts.source,
      merchantOrderId: input.merchant_order_id,
      holdsMerchantOrderId: holdsFromCreation(facts.source),
      merchantOrderStatus: input.merchant_order_status ?? undefined,
      amounts: amountsInCents(input),
      billing: input.billing ?? undefined,
      shipping: input.shipping ?? undefined,
      items: input.items,
      customerEmail: facts.customerEmail ?? undefined,
      contentDigest: facts.contentDigest,
    }),
    version: 1,
    status: 'order_created',
    expiresAt: new Date(facts.now.getTime() + facts.openForMs),
    createdAt: facts.now,
  } as Order
}

/** The event with which an order's history begins. */
export function createdEvent(order: Order): OrderEvent {
  return {
    backdOrderId: order.backdOrderId,
    actor: order.source === 'server' ? 'merchant' : 'customer',
    type: 'order_created',
    from: null,
    to: order.status,
    data: { source: order.source, ...order.amounts },
    at: order.createdAt,
  }
}
