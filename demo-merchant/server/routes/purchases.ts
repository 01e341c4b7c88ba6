import type { FastifyInstance } from 'fastify'
import { noticePage } from '../pages/notice.ts'
import { purchasePage } from '../pages/purchase.ts'
import { type Shop, sendPage } from '../shop.ts'
import { unknownOrder } from './returns.ts'

/** What a customer sees of their order. A real shop asks who is looking; here the order's unguessable id is the key. */
export function registerPurchases(app: FastifyInstance, shop: Shop): void {
  const { book, backd, config } = shop

  app.get<{ Params: { merchant_order_id: string } }>(
    '/purchases/:merchant_order_id',
    async (request, reply) => {
      const order = book.find(request.params.merchant_order_id)
      if (!order) return sendPage(shop, request, reply, noticePage(unknownOrder), { status: 404 })
      const found = order.backdOrderId === null ? null : await backd.findOrder(order.backdOrderId)
      const page = purchasePage({ order, found, backdOrigin: config.backd.origin })
      return sendPage(shop, request, reply.header('referrer-policy', 'no-referrer'), page)
    },
  )
}
