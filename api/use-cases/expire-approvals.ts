import { hasRunOut } from '../domain/approval.ts'
import { endRunOut } from './end-run-out.ts'
import type { ApprovalToExpire } from './ports/approvals.ts'
import { type Clock, ON_TIME } from './ports/clock.ts'
import type { Repositories, Store } from './ports/store.ts'
import { untilDecided } from './until-decided.ts'
import { type WorkPorts, workOff } from './work-off.ts'

export interface ExpirePorts extends WorkPorts {
  store: Store
  clock: Clock
}

/**
 * Writes down every request to a colleague that ran out by its merchant's clock, for those that nobody comes back to: the
 * history says so, and the buyer reads it. Safe to run anywhere, at any time and several times at once: one of them writes it.
 * @param signal ends the run before the next request
 * @throws what says that the database is gone
 */
export async function expireApprovals(
  ports: ExpirePorts,
  signal?: AbortSignal,
): Promise<{ expired: number; failed: number }> {
  const { store, clock } = ports
  const { done: expired, failed } = await workOff(
    ports,
    {
      find: (limit, after?: ApprovalToExpire) => store.approvals.findRunOut(clock.now(ON_TIME), limit, after),
      work: (request) =>
        store.transact((repositories) =>
          untilDecided(
            () => attempt(repositories, request, clock),
            () => repositories.orders.hold(request.backdOrderId),
          ),
        ),
      fault: ({ backdOrderId }) => `The request to approve ${backdOrderId} could not be ended.`,
    },
    signal,
  )
  return { expired, failed }
}

/** @returns whether it was this call that ended it; undefined when another call changed the order in the meantime */
async function attempt(
  { orders, merchants, approvals }: Repositories,
  { id, backdOrderId }: ApprovalToExpire,
  clock: Clock,
): Promise<boolean | undefined> {
  const order = await orders.find(backdOrderId)
  const merchant = order && (await merchants.findById(order.merchantId))
  if (!merchant) return false
  // After the order: whoever changes a request gives the order a new version.
  const approval = await approvals.find(id)
  const now = clock.now(merchant)
  if (!hasRunOut(approval, now)) return false
  return (await endRunOut({ orders, approvals }, { order, approval }, now)) && true
}
