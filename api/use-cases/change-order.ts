import type { OrderEventType } from '@backd/contract/api/order-events.ts'
import type { OrderStatus } from '@backd/contract/lifecycle.ts'
import type { Merchant } from '../domain/merchant.ts'
import type { OrderEvent } from '../domain/order.ts'
import type { OrderWithRefunds } from '../domain/refund.ts'
import { findOwnOrder } from './find-order.ts'
import type { Clock } from './ports/clock.ts'
import type { Repositories, Store } from './ports/store.ts'
import { untilDecided } from './until-decided.ts'

/** What a call has before it when it judges. */
export interface Judging extends OrderWithRefunds {
  now: Date
  repositories: Repositories
}

/**
 * A merchant's call that changes one of its orders: read, judged and set in one transaction.
 * @param attempt gives undefined when its compare-and-set found the order changed; it is then asked again
 * @throws ApiError order_not_found, and whatever `attempt` refuses with
 */
export async function changeOwnOrder<Result>(
  { store, clock }: { store: Store; clock: Clock },
  merchant: Merchant,
  backdOrderId: string,
  attempt: (judging: Judging) => Promise<Result | undefined>,
): Promise<Result> {
  return await store.transact(
    (repositories) =>
      untilDecided(
        async () => {
          const found = await findOwnOrder(repositories.orders, merchant, backdOrderId)
          return await attempt({ ...found, now: clock.now(merchant), repositories })
        },
        () => repositories.orders.hold(backdOrderId),
      ),
    lineOf(merchant, backdOrderId),
  )
}

/** The line of calls that change one order. A merchant that names another's order stands in a line of its own. */
export function lineOf(merchant: Merchant, backdOrderId: string): string {
  return `${merchant.id} ${backdOrderId}`
}

/** The line that a merchant's call adds to the order's history. @param data without personal data */
export function merchantEvent(
  { order, now }: Judging,
  type: OrderEventType,
  to: OrderStatus,
  data: Record<string, unknown>,
): OrderEvent {
  return { backdOrderId: order.backdOrderId, actor: 'merchant', type, from: order.status, to, data, at: now }
}
