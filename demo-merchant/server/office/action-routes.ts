import type { FastifyInstance } from 'fastify'
import { readFields, type Shop, sendPage } from '../shop.ts'
import { carryOut } from './carry-out.ts'
import { doneAddress } from './done-words.ts'
import { type Action, actionsFor } from './order-facts.ts'
import { cancelPage } from './pages/cancel.ts'
import { sendMissing, sendOrder } from './send-order.ts'

interface OrderRoute {
  Params: { backd_order_id: string }
}

const paths: Record<Action, string> = {
  place: 'place',
  update: 'update',
  confirm: 'confirm',
  cancel: 'cancel',
  refund: 'refund',
  delete_refund: 'delete-refund',
}

/** The buttons of an order's page: each posts a form, and leads back to the page as the order then is. */
export function registerActions(app: FastifyInstance, shop: Shop): void {
  for (const [action, path] of Object.entries(paths) as [Action, string][]) {
    app.post<OrderRoute>(`/orders/:backd_order_id/${path}`, async (request, reply) => {
      const { backd_order_id } = request.params
      const found = await shop.backd.findOrder(backd_order_id)
      if (!found.ok) return sendMissing(shop, request, reply, found)

      const values = readFields(request)
      // Whether the status allows it is Backd's to say: a page may be old, and its sentence says what happened.
      const outcome = await carryOut(shop, action, found.data, values)
      if (outcome.ok) return reply.redirect(doneAddress(backd_order_id, action), 303)
      const { message, faults, status } = outcome
      return sendOrder(shop, request, reply, backd_order_id, {
        problem: { action, message, faults, values },
        status,
      })
    })
  }

  app.get<OrderRoute>('/orders/:backd_order_id/cancel', async (request, reply) => {
    const { backd_order_id } = request.params
    const found = await shop.backd.findOrder(backd_order_id)
    if (!found.ok) return sendMissing(shop, request, reply, found)
    if (!actionsFor(found.data).includes('cancel')) {
      return reply.redirect(`/orders/${encodeURIComponent(backd_order_id)}`, 303)
    }
    return sendPage(shop, request, reply, cancelPage(found.data))
  })
}
