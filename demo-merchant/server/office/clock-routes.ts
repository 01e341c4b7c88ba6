import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { BackdResult } from '../backd-answer.ts'
import type { BackdClient, BackdOrder } from '../backd-client.ts'
import { readFields, type Shop } from '../shop.ts'
import { doneAddress } from './done-words.ts'
import { findActiveRefund } from './order-facts.ts'
import { sendMissing, sendOrder } from './send-order.ts'

const DAY_S = 86_400
/** A refund that locks is settled a moment later, in the background; the page waits for that, but not for long. */
const SETTLING_MS = 4_000
const POLL_MS = 200

/** Moves the sandbox's time from an order's page. */
export function registerClock(app: FastifyInstance, shop: Shop): void {
  const { backd } = shop

  app.post<{ Params: { backd_order_id: string } }>(
    '/orders/:backd_order_id/clock',
    async (request, reply) => {
      const { backd_order_id } = request.params
      const found = await backd.findOrder(backd_order_id)
      if (!found.ok) return sendMissing(shop, request, reply, found)

      const values = readFields(request)
      const moved = await move(backd, found.data, values['move'])
      if (moved.ok) {
        await untilSettled(backd, backd_order_id)
        return reply.redirect(doneAddress(backd_order_id, 'clock'), 303)
      }
      return sendOrder(shop, request, reply, backd_order_id, {
        problem: { action: 'clock', message: moved.message, faults: [], values },
        status: moved.kind === 'refused' ? moved.status : 503,
      })
    },
  )
}

async function move(
  backd: BackdClient,
  order: BackdOrder,
  where: string | undefined,
): Promise<BackdResult<unknown>> {
  const refund = findActiveRefund(order)
  if (where === 'lock' && refund) {
    return await backd.moveClock({ now: new Date(Date.parse(refund.locked_at) + 1_000).toISOString() })
  }
  if (where === 'day') return await backd.moveClock({ advance_seconds: DAY_S })
  if (where === 'week') return await backd.moveClock({ advance_seconds: 7 * DAY_S })
  if (where === 'real') return await backd.resetClock()
  const message =
    where === 'lock'
      ? 'There is no refund that could lock, so the time was left as it is.'
      : 'There is no such move, so the time was left as it is; use one of the buttons.'
  return { ok: false, kind: 'refused', code: 'no_such_move', status: 400, message, faults: [] }
}

async function untilSettled(backd: BackdClient, backdOrderId: string): Promise<void> {
  const deadline = Date.now() + SETTLING_MS
  while (Date.now() < deadline) {
    const found = await backd.findOrder(backdOrderId)
    if (!found.ok || findActiveRefund(found.data)?.status !== 'approved') return
    await wait(POLL_MS)
  }
}
