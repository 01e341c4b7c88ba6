import type { OrderStatus } from '@backd/contract/lifecycle.ts'
import type { OrderEvent, OrderLine } from '../../domain/order.ts'
import type { OrderPlace } from '../../domain/order-cursor.ts'

export interface PageOfOrders {
  status?: OrderStatus | undefined
  /** The beginning of either id, in any case. */
  search?: string | undefined
  merchantOrderId?: string | undefined
  /** Only what comes after this place. */
  after?: OrderPlace | undefined
  limit: number
}

/** Orders as they are read by the many, and their histories; nothing here changes one. */
export interface OrderListRepository {
  /** A merchant's orders, newest first. */
  findPage(merchantId: string, page: PageOfOrders): Promise<OrderLine[]>
  /** All events of an order, oldest first. */
  findEvents(backdOrderId: string): Promise<OrderEvent[]>
}
