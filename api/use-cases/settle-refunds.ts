import { settlement } from '@backd/contract/lifecycle.ts'
import { findActiveRefund, refundStatusAt, remainingCents } from '../domain/refund.ts'
import { rescheduled, scheduleSums } from '../domain/schedule.ts'
import type { Reporter } from './ports/reporter.ts'
import type { Repositories, Store } from './ports/store.ts'
import { untilDecided } from './until-decided.ts'

/** As many as one run takes on; what is left over is the next run's. */
const MAX_ORDERS = 200

/**
 * Settles every refund whose lock has come, each in a transaction of its own: the customer's payments follow what is
 * left, and an order of which nothing is left becomes `refund` (CONTRACT section 2, Refunds). Safe to run anywhere, at
 * any time and several times at once: one of them settles a refund, the others find it settled.
 * @returns how many were settled; an order that fails is reported and left for the next run
 */
export async function settleRefunds(
  { store, reporter }: { store: Store; reporter: Reporter },
  now: Date,
): Promise<number> {
  let settled = 0
  for (const backdOrderId of await store.refunds.findOrdersToSettle(now, MAX_ORDERS)) {
    try {
      if (await settleRefundOf(store, backdOrderId, now)) settled += 1
    } catch (error) {
      reporter.report(error, `The refund of ${backdOrderId} could not be settled.`)
    }
  }
  return settled
}

/** @returns whether this call settled it */
async function settleRefundOf(store: Store, backdOrderId: string, now: Date): Promise<boolean> {
  return await store.transact((repositories) =>
    untilDecided(
      () => attempt(repositories, backdOrderId, now),
      () => repositories.orders.hold(backdOrderId),
    ),
  )
}

/** @returns undefined when another call changed the order in the meantime */
async function attempt(
  { orders, refunds: repository }: Repositories,
  backdOrderId: string,
  now: Date,
): Promise<boolean | undefined> {
  const found = await orders.findWithRefunds(backdOrderId)
  const active = found && findActiveRefund(found.refunds)
  if (!active || refundStatusAt(active, now) !== 'approved') return false

  const { order } = found
  const before = remainingCents(found)
  const after = before - active.amountCents
  const status = after === 0 ? settlement.to : order.status
  const { schedule } = rescheduled(order, after)
  const moved = await orders.compareAndSet(
    order,
    { status, ...(schedule ? { schedule } : {}) },
    {
      backdOrderId,
      actor: 'backd',
      type: 'refund_settled',
      from: order.status,
      to: status,
      data: {
        amount_cents: active.amountCents,
        before: { remaining_cents: before, ...scheduleSums(order.schedule) },
        after: { remaining_cents: after, ...scheduleSums(schedule) },
      },
      at: now,
    },
  )
  if (!moved) return undefined
  await repository.end(active.id, 'settled', now)
  return true
}
