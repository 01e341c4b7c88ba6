import type { FastifyInstance } from 'fastify'
import { isOrderStatus } from '../order-status.ts'
import { readQuery, type Shop, sendPage } from '../shop.ts'
import { registerActions } from './action-routes.ts'
import { registerClock } from './clock-routes.ts'
import { type ListQuery, listPage } from './pages/list.ts'
import { sendOrder } from './send-order.ts'

/**
 * The shop's back office: its orders at Backd, and what can be done with each. A real one asks who is there; this one is
 * a demo's, and its server listens on this computer alone.
 */
export function registerOffice(app: FastifyInstance, shop: Shop): void {
  app.get('/orders', async (request, reply) => {
    const status = readQuery(request, 'status')
    const query: ListQuery = {
      status: isOrderStatus(status) ? status : '',
      search: readQuery(request, 'search').trim(),
      cursor: readQuery(request, 'cursor'),
    }
    const found = await shop.backd.findOrders({
      ...(query.status ? { status: query.status } : {}),
      ...(query.search ? { search: query.search } : {}),
      ...(query.cursor ? { cursor: query.cursor } : {}),
    })
    const code = found.ok ? 200 : found.kind === 'refused' ? found.status : 503
    return sendPage(shop, request, reply, listPage(query, found), { status: code })
  })

  app.get<{ Params: { backd_order_id: string } }>('/orders/:backd_order_id', (request, reply) =>
    sendOrder(shop, request, reply, request.params.backd_order_id),
  )

  registerActions(app, shop)
  registerClock(app, shop)
}
