import type { OrderStatus } from '@backd/contract/lifecycle.ts'
import type { AmountsCents } from '@backd/contract/money.ts'
import type { Contact, Item } from '@backd/contract/order.ts'
import type { CheckoutLink, Order, OrderEvent } from '../../domain/order.ts'
import type { OrderWithRefunds } from '../../domain/refund.ts'

/** What a transition writes. Absent fields stay as they are. */
export interface OrderChange {
  status?: OrderStatus
  merchantOrderId?: string
  merchantOrderStatus?: string
  amounts?: AmountsCents
  billing?: Contact
  shipping?: Contact
  items?: Item[]
  holdsMerchantOrderId?: boolean
  acceptance?: NonNullable<Order['acceptance']>
  schedule?: NonNullable<Order['schedule']>
  expiresAt?: Date
}

export interface NewDocument {
  filename: string
  document_ref: string
  media_type: string
  bytes: Uint8Array
}

/** An id that another order of the merchant holds: raised by compareAndSet. */
export class MerchantOrderIdHeld extends Error {
  override name = 'MerchantOrderIdHeld'
}

export interface OrderRepository {
  /**
   * Inserts an order with its first event and, if it is given, the link to its checkout: all of it or nothing.
   * @returns false when the backd_order_id is taken or another order holds the merchant_order_id
   */
  insert(order: Order, event: OrderEvent, link?: CheckoutLink): Promise<boolean>
  addDocuments(backdOrderId: string, documents: NewDocument[], at: Date): Promise<void>
  find(backdOrderId: string): Promise<Order | undefined>
  /** An order and its refunds as they are at one instant, never one older than the other. */
  findWithRefunds(backdOrderId: string): Promise<OrderWithRefunds | undefined>
  /** The same, of an order of this merchant alone. */
  findOfMerchant(merchantId: string, backdOrderId: string): Promise<OrderWithRefunds | undefined>
  /** The order whose hold on the merchant's id is still written down, lapsed or not. */
  findHolder(merchantId: string, merchantOrderId: string): Promise<Order | undefined>
  /** The widget order with this content that can still be opened (holds.ts), newest first. */
  findResumable(merchantId: string, contentDigest: string, now: Date): Promise<Order | undefined>
  /**
   * The widget's orders under a merchant_order_id for which terms were selected and that were not cancelled since, newest first.
   */
  findAgreed(merchantId: string, merchantOrderId: string): Promise<Order[]>
  /**
   * Changes the order if it is still the version that was read, and writes the event beside it.
   * @returns the order as it is now, or undefined when it changed since: read it again and judge again
   * @throws MerchantOrderIdHeld
   */
  compareAndSet(
    read: Pick<Order, 'backdOrderId' | 'version'>,
    change: OrderChange,
    event?: OrderEvent,
  ): Promise<Order | undefined>
  /** Keeps every other call from changing the order until this transaction ends. */
  hold(backdOrderId: string): Promise<void>
  addEvent(event: OrderEvent): Promise<void>
  addLink(link: CheckoutLink): Promise<void>
  findLink(tokenHash: Uint8Array): Promise<CheckoutLink | undefined>
  /** Makes others who name the same key wait until this transaction ends. */
  lock(key: string): Promise<void>
}
