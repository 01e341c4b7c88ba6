import type { FastifyInstance } from 'fastify'
import { noticePage } from '../pages/notice.ts'
import { orderPage } from '../pages/order.ts'
import { placeOrder } from '../place-order.ts'
import { type Shop, sendPage } from '../shop.ts'
import { unknownOrder } from './returns.ts'

/** An order's own page. A real shop asks who is looking; here the order's unguessable id is the key. */
export function registerOrders(app: FastifyInstance, shop: Shop): void {
  const { book, backd, config } = shop

  app.get<{ Params: { merchant_order_id: string } }>('/orders/:merchant_order_id', async (request, reply) => {
    const order = book.find(request.params.merchant_order_id)
    if (!order) return sendPage(shop, request, reply, noticePage(unknownOrder), { status: 404 })
    const found = order.backdOrderId === null ? null : await backd.findOrder(order.backdOrderId)
    const page = orderPage({ order, found, backdOrigin: config.backd.origin })
    return sendPage(shop, request, reply.header('referrer-policy', 'no-referrer'), page)
  })

  /** For an order whose customer finished without coming back, or came back while Backd could not be reached. */
  app.post<{ Params: { merchant_order_id: string } }>(
    '/orders/:merchant_order_id/place',
    async (request, reply) => {
      const { merchant_order_id } = request.params
      const order = book.find(merchant_order_id)
      if (!order?.backdOrderId)
        return sendPage(shop, request, reply, noticePage(unknownOrder), { status: 404 })
      await placeOrder(shop, merchant_order_id, order.backdOrderId)
      return reply.redirect(`/orders/${merchant_order_id}`, 303)
    },
  )
}
