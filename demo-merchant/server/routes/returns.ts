import type { FastifyInstance } from 'fastify'
import { writeCart } from '../cart.ts'
import { readCookie, writeCookie } from '../cookies.ts'
import { noticePage } from '../pages/notice.ts'
import { closePage, successPage } from '../pages/result.ts'
import { placeOrder } from '../place-order.ts'
import { judgeReturn } from '../return-signature.ts'
import { readFields, readQuery, type Shop, sendPage } from '../shop.ts'
import { viewPlacement } from '../storefront-view.ts'
import { PURCHASE_COOKIE } from './checkout.ts'

/** From Backd back to the shop: each way in which the shop hears how it went. All of them end in placeOrder. */
export function registerReturns(app: FastifyInstance, shop: Shop): void {
  const { book } = shop
  const purchaseDone = [writeCart([]), writeCookie(PURCHASE_COOKIE, '')]

  /** The modal's onSuccess, and the React storefront's result page in either mode: the page tells us. */
  app.post<{ Params: { merchant_order_id: string } }>(
    '/api/orders/:merchant_order_id/success',
    async (request, reply) => {
      const { merchant_order_id } = request.params
      const { backd_order_id } = readFields(request)
      if (!backd_order_id) return reply.code(400).send({ message: 'backd_order_id is missing.' })

      const placement = await placeOrder(shop, merchant_order_id, backd_order_id)
      if (placement.kind === 'unknown_order') return reply.code(404).send({ message: unknownOrder.text })
      if (placement.kind === 'placed') reply.header('set-cookie', purchaseDone)
      return reply.send(viewPlacement(placement))
    },
  )

  /**
   * Redirect: order_success_url. Backd added the ids to our own query, and its signature. Our own page comes here without one
   * when the answer to its POST was lost: that is a hint, and order_placed judges it.
   */
  app.get('/checkout/success', async (request, reply) => {
    const backdOrderId = readQuery(request, 'backd_order_id')
    const merchantOrderId = readQuery(request, 'merchant_order_id')
    if (!backdOrderId || !merchantOrderId) {
      return sendPage(shop, request, reply, noticePage(incompleteReturn), { status: 400 })
    }
    const signature = readQuery(request, 'backd_signature')
    const { secretKey } = shop.config.backd
    if (judgeReturn({ backdOrderId, merchantOrderId, signature }, secretKey) === 'forged') {
      return sendPage(shop, request, reply, noticePage(forgedReturn), { status: 400 })
    }
    const placement = await placeOrder(shop, merchantOrderId, backdOrderId)
    if (placement.kind === 'unknown_order') {
      return sendPage(shop, request, reply, noticePage(unknownOrder), { status: 404 })
    }
    const page = successPage(placement, backdOrderId)
    // The cart was this purchase's, unless a link was paid, perhaps by someone else: then another browser began it.
    const isOurs = readCookie(request.headers.cookie, PURCHASE_COOKIE) === merchantOrderId
    if (placement.kind !== 'placed' || (placement.order.route === 'link' && !isOurs)) {
      return sendPage(shop, request, reply, page, { status: placement.kind === 'not_yet' ? 503 : 200 })
    }
    return sendPage(shop, request, reply.header('set-cookie', purchaseDone), page, { cartCount: 0 })
  })

  /** Redirect: order_close_url. Backd added message and code; the order is in our own query. */
  app.get('/checkout/close', (request, reply) => {
    const message = readQuery(request, 'message')
    const code = readQuery(request, 'code')
    const order = book.find(readQuery(request, 'order'))
    if (order?.status === 'pending') {
      book.note(order.merchantOrderId, `The customer came back from BackdPay, with “${message}”`)
    }
    return sendPage(shop, request, reply, closePage({ message, code }, order))
  })
}

export const unknownOrder = {
  title: 'We do not know this order',
  text: 'No such order is in our books. Check the link, or start again from your cart.',
  link: { href: '/cart', text: 'Go to the cart' },
}

const forgedReturn = {
  title: 'This link was changed on its way',
  text: 'BackdPay did not sign it as it is, so nothing was done. If you came from BackdPay, your order is safe there: open it from the mail we sent you, or start again from your cart.',
  link: { href: '/cart', text: 'Go to the cart' },
}

const incompleteReturn = {
  title: 'Something is missing from this link',
  text: 'It should carry backd_order_id and merchant_order_id. If you came from BackdPay, your order is safe there: open it from the mail we sent you, or start again from your cart.',
  link: { href: '/cart', text: 'Go to the cart' },
}
