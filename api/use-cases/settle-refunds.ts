import { settlement } from '@backd/contract/lifecycle.ts'
import { findActiveRefund, refundStatusAt, remainingCents } from '../domain/refund.ts'
import { rescheduled, scheduleSums } from '../domain/schedule.ts'
import { type Clock, ON_TIME } from './ports/clock.ts'
import type { RefundToSettle } from './ports/refunds.ts'
import type { Repositories, Store } from './ports/store.ts'
import { untilDecided } from './until-decided.ts'
import { type WorkPorts, workOff } from './work-off.ts'

export interface SettlePorts extends WorkPorts {
  store: Store
  clock: Clock
}

/** What one run came to. */
export interface Settling {
  settled: number
  /** Reported, and left for the next run. */
  failed: number
}

/**
 * Settles every refund whose lock has come by its merchant's clock, each in a transaction of its own: the customer's
 * payments follow what is left, and an order of which nothing is left becomes `refund` (CONTRACT section 2, Refunds).
 * Safe to run anywhere, at any time and several times at once: one of them settles a refund, the others find it settled.
 * One that fails keeps none of the others waiting.
 * @param signal ends the run before the next refund
 * @throws what says that the database is gone
 */
export async function settleRefunds(ports: SettlePorts, signal?: AbortSignal): Promise<Settling> {
  const { store, clock } = ports
  const { done: settled, failed } = await workOff(
    ports,
    {
      find: (limit, after?: RefundToSettle) => store.refunds.findToSettle(clock.now(ON_TIME), limit, after),
      work: ({ backdOrderId }) => settleRefundOf(ports, backdOrderId),
      fault: ({ backdOrderId }) => `The refund of ${backdOrderId} could not be settled.`,
    },
    signal,
  )
  return { settled, failed }
}

/** @returns whether this call settled it */
async function settleRefundOf({ store, clock }: SettlePorts, backdOrderId: string): Promise<boolean> {
  return await store.transact((repositories) =>
    untilDecided(
      () => attempt(repositories, backdOrderId, clock),
      () => repositories.orders.hold(backdOrderId),
    ),
  )
}

/** @returns undefined when another call changed the order in the meantime */
async function attempt(
  { orders, merchants, refunds: repository }: Repositories,
  backdOrderId: string,
  clock: Clock,
): Promise<boolean | undefined> {
  const found = await orders.findWithRefunds(backdOrderId)
  const merchant = found && (await merchants.findById(found.order.merchantId))
  if (!merchant) return false
  const now = clock.now(merchant)
  const active = findActiveRefund(found.refunds)
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
