import type { BackdOrder, SandboxClock } from '../backd-client.ts'
import { toCents } from '../money.ts'

/** What follows from an order as Backd answers it. Pure. */

type Refund = BackdOrder['refunds'][number]

export const actions = ['place', 'update', 'confirm', 'cancel', 'refund', 'delete_refund'] as const
export type Action = (typeof actions)[number]

/** What the shop may do with the order as it is; Backd judges again when it is asked. */
export function actionsFor(order: Pick<BackdOrder, 'status' | 'refunds'>): Action[] {
  switch (order.status) {
    case 'terms_selected':
      return ['place']
    case 'order_placed':
      return ['update', 'confirm', 'cancel']
    case 'order_confirmed':
      switch (findActiveRefund(order)?.status) {
        case 'approved':
          return []
        case 'draft':
          return ['refund', 'delete_refund']
        default:
          return ['refund']
      }
    case 'order_created':
    case 'order_cancelled':
    case 'refund':
      return []
  }
}

/** The refund that is neither settled nor declined; an order has one at most. */
export function findActiveRefund({ refunds }: Pick<BackdOrder, 'refunds'>): Refund | undefined {
  return refunds.find(({ status }) => status === 'draft' || status === 'approved')
}

/** What settled refunds come to, in cents. */
export function refundedCents({ refunds }: Pick<BackdOrder, 'refunds'>): number {
  return refunds
    .filter(({ status }) => status === 'settled')
    .reduce((sum, { amount }) => sum + toCents(amount), 0)
}

/** What settled refunds have left of the order's total, in cents. */
export function remainingCents(order: Pick<BackdOrder, 'refunds' | 'order_total'>): number {
  return toCents(order.order_total) - refundedCents(order)
}

/** How far an update may still raise the total, in cents. */
export function headroomCents(order: Pick<BackdOrder, 'max_order_total' | 'order_total'>): number {
  return Math.max(0, toCents(order.max_order_total) - toCents(order.order_total))
}

/** How long until a refund locks, in ms, by the time that its order goes by. */
export function lockInMs(refund: Pick<Refund, 'locked_at'>, clock: Pick<SandboxClock, 'now'> | null): number {
  const now = clock ? Date.parse(clock.now) : Date.now()
  return Math.max(0, Date.parse(refund.locked_at) - now)
}
