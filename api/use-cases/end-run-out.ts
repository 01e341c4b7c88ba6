import { hasRunOut } from '../domain/approval.ts'
import type { Order } from '../domain/order.ts'
import type { OpenedLink } from '../domain/verification.ts'
import type { Repositories } from './ports/store.ts'

/**
 * Writes down that a request ran out, when whoever comes next finds it still pending: it would keep another from being made.
 * @returns the order as it is now, or undefined when another call changed it in the meantime
 */
export async function endRunOut(
  { orders, approvals }: Pick<Repositories, 'orders' | 'approvals'>,
  { order, approval }: Pick<OpenedLink, 'order' | 'approval'>,
  now: Date,
): Promise<Order | undefined> {
  if (!hasRunOut(approval, now)) return order
  const { backdOrderId, status } = order
  const moved = await orders.compareAndSet(
    order,
    {},
    { backdOrderId, actor: 'backd', type: 'approval_expired', from: status, to: status, data: {}, at: now },
  )
  if (moved) await approvals.close(approval.id, { state: 'expired' })
  return moved
}
