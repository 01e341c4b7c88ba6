import type { FoundOrder } from '@backd/contract/api/find-order.ts'
import { ApiError } from '../domain/api-error.ts'
import { isOrderId } from '../domain/ids.ts'
import type { Merchant } from '../domain/merchant.ts'
import { createFoundOrder } from '../domain/order-view.ts'
import type { OrderWithRefunds } from '../domain/refund.ts'
import type { Clock } from './ports/clock.ts'
import type { OrderRepository } from './ports/orders.ts'
import type { Repositories } from './ports/store.ts'

/**
 * A merchant reads one of its orders (S4).
 * @throws ApiError order_not_found
 */
export async function findOrder(
  { store, clock }: { store: Repositories; clock: Clock },
  merchant: Merchant,
  backdOrderId: string,
): Promise<FoundOrder> {
  return createFoundOrder(
    await findOwnOrder(store.orders, merchant, backdOrderId),
    merchant,
    clock.now(merchant),
  )
}

/**
 * An order of this merchant, with its refunds. An unknown id and another merchant's order are told alike, to the byte: the sentence names
 * no id.
 * @throws ApiError order_not_found
 */
export async function findOwnOrder(
  orders: OrderRepository,
  merchant: Merchant,
  backdOrderId: string,
): Promise<OrderWithRefunds> {
  const found = isOrderId(backdOrderId) ? await orders.findOfMerchant(merchant.id, backdOrderId) : undefined
  if (!found) {
    throw new ApiError(
      'order_not_found',
      'There is no such order; check backd_order_id and that the key is of the merchant who made it.',
    )
  }
  return found
}
