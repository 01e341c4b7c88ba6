import type { OrderData } from '@backd/contract/api/order-data.ts'
import type { OrderPlaced } from '@backd/contract/api/order-placed.ts'
import { formatCents, toCents } from '@backd/contract/money.ts'
import { ApiError } from '../domain/api-error.ts'
import type { Merchant } from '../domain/merchant.ts'
import type { Order } from '../domain/order.ts'
import { createOrderData } from '../domain/order-view.ts'
import { decide } from '../domain/transitions.ts'
import { lineOf } from './change-order.ts'
import { findOwnOrder } from './find-order.ts'
import { claimMerchantOrderId, refusingHeldId } from './make-order.ts'
import type { Clock } from './ports/clock.ts'
import type { Repositories, Store } from './ports/store.ts'
import { untilDecided } from './until-decided.ts'

/**
 * The merchant has taken the order into its own system (CONTRACT section 2). The merchant_order_id sent here is the
 * order's final one, even when it was made under another.
 * @throws ApiError order_not_found, terms_not_selected, merchant_order_id_conflict, order_already_confirmed,
 *   order_cancelled, total_mismatch, duplicate_merchant_order_id
 */
export async function placeOrder(
  { store, clock }: { store: Store; clock: Clock },
  merchant: Merchant,
  body: OrderPlaced,
): Promise<OrderData> {
  return await refusingHeldId(
    () => body.merchant_order_id,
    () =>
      store.transact(
        (repositories) =>
          untilDecided(
            () => attempt(repositories, merchant, body, clock.now(merchant)),
            () => repositories.orders.hold(body.backd_order_id),
          ),
        lineOf(merchant, body.backd_order_id),
      ),
  )
}

/** @returns undefined when another call changed the order in the meantime */
async function attempt(
  { orders }: Repositories,
  merchant: Merchant,
  body: OrderPlaced,
  now: Date,
): Promise<OrderData | undefined> {
  const { order } = await findOwnOrder(orders, merchant, body.backd_order_id)
  const decision = decide('order_placed', order, order.merchantOrderId === body.merchant_order_id)
  assertSameTotal(order, body.order_total)
  if (decision.kind === 'replay') return createOrderData(order)

  await claimMerchantOrderId(orders, merchant, body.merchant_order_id, now, order)
  const moved = await orders.compareAndSet(
    order,
    { status: decision.to, merchantOrderId: body.merchant_order_id, holdsMerchantOrderId: true },
    {
      backdOrderId: order.backdOrderId,
      actor: 'merchant',
      type: 'order_placed',
      from: order.status,
      to: decision.to,
      data: { merchant_order_id: body.merchant_order_id, previous_merchant_order_id: order.merchantOrderId },
      at: now,
    },
  )
  return moved && createOrderData(moved)
}

/**
 * A total that was changed in the browser cannot slip through (CONTRACT section 4). An order that was updated since has two
 * that are right, and a call that is repeated may name either.
 */
function assertSameTotal({ amounts, acceptance }: Order, dollars: number | null | undefined): void {
  if (dollars === null || dollars === undefined) return
  const ours = amounts.order_total_cents
  const accepted = acceptance?.totalCents ?? ours
  const theirs = toCents(dollars)
  if (theirs === ours || theirs === accepted) return
  const both =
    `the order's total is ${formatCents(ours)}` +
    (accepted === ours ? '' : ` and the customer accepted ${formatCents(accepted)}`)
  throw new ApiError(
    'total_mismatch',
    `order_total is ${formatCents(theirs)}, but ${both}; do not ship it before you know why.`,
    [{ path: 'order_total', message: `is ${formatCents(theirs)}; ${both}` }],
  )
}
