import { type ConfirmPorts, closeConfirmation, confirmByMail, noticesOf, toldOf } from './confirm-by-mail.ts'
import { recordNotice } from './notify-customer.ts'
import { type Clock, ON_TIME } from './ports/clock.ts'
import type { OpenConfirmation } from './ports/confirmations.ts'
import type { Store } from './ports/store.ts'
import { type WorkPorts, workOff } from './work-off.ts'

/** Longer than sending and writing down can take: whoever has not finished by then has died. */
const IN_HAND_MS = 60_000
/** How often mails are sent anew; from then on they count as not sent. */
const MAX_AGAIN = 2

export interface ConfirmAgainPorts extends ConfirmPorts, WorkPorts {
  store: Store
}

/** From when on a confirmation that is begun now counts as given up. */
export function dueAt(clock: Clock): Date {
  return new Date(clock.now(ON_TIME).getTime() + IN_HAND_MS)
}

/**
 * Sends the confirmations of terms whose process died before it wrote down what came of them: better twice than never, and no
 * more than MAX_AGAIN times. Of an order that was cancelled since nobody is told that they agreed to it. Several calls at once send each once.
 * @param signal ends the run before the next one
 * @throws what says that the database is gone
 */
export async function confirmAgain(
  ports: ConfirmAgainPorts,
  signal?: AbortSignal,
): Promise<{ confirmed: number; failed: number }> {
  const { store, clock } = ports
  const now = clock.now(ON_TIME)
  const { done: confirmed, failed } = await workOff(
    ports,
    {
      find: (limit, after?: OpenConfirmation) => store.confirmations.findDue(now, limit, after),
      work: (open) => resume(ports, open),
      fault: ({ backdOrderId }) => `The confirmation of ${backdOrderId} could not be sent again.`,
    },
    signal,
  )
  return { confirmed, failed }
}

async function resume(ports: ConfirmAgainPorts, open: OpenConfirmation): Promise<boolean> {
  const { store, clock } = ports
  const times = await store.confirmations.take(open, dueAt(clock))
  if (times === undefined) return false
  const order = await store.orders.find(open.backdOrderId)
  const merchant = order && (await store.merchants.findById(order.merchantId))
  if (!merchant) return false
  if (order.status === 'order_cancelled') {
    await closeConfirmation(ports, order)
    return false
  }
  const events = await store.orderLists.findEvents(order.backdOrderId)
  const missing = noticesOf(order).filter(({ notice }) => toldOf(events, notice) === undefined)
  if (times > MAX_AGAIN) {
    for (const { notice } of missing) {
      if (!(await recordNotice(ports, merchant, order, { notice }, false))) return false
    }
    await closeConfirmation(ports, order)
    return true
  }
  const approval = await store.approvals.last(order.backdOrderId)
  await confirmByMail(ports, { order, merchant, approval }, missing)
  return true
}
