import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readCart, writeCart } from '../cart.ts'
import { exampleValues, type FormValues } from '../checkout-fields.ts'
import { type CheckoutForm, readCheckoutForm, type Storefront } from '../checkout-form.ts'
import { readCookie, writeCookie } from '../cookies.ts'
import type { CheckoutRoute, NewOrder } from '../order.ts'
import { createOrderObject, createOrderRequest } from '../order-object.ts'
import { type CheckoutView, checkoutPage } from '../pages/checkout.ts'
import { type CartLine, priceCart } from '../pricing.ts'
import { readFields, type Shop, sendPage } from '../shop.ts'

/** Remembers the purchase that is under way, so that opening the checkout again resumes it. */
export const PURCHASE_COOKIE = 'purchase'

/** From the cart to Backd: the checkout page, and the two ways to go there from it. */
export function registerCheckout(app: FastifyInstance, shop: Shop): void {
  const { book, backd, config } = shop

  app.get('/checkout', (request, reply) => {
    const cart = readCart(request.headers.cookie)
    if (cart.length === 0) return reply.redirect('/cart', 303)
    return sendCheckout(request, reply, { cart, values: exampleValues })
  })

  /**
   * The widget's way. The page asks for the order just before it opens the widget; the server prices the cart, writes
   * the order down and answers with the Order Object, which the page hands to initializeWidget as it is.
   */
  app.post('/api/checkout', async (request, reply) => {
    const cart = readCart(request.headers.cookie)
    if (cart.length === 0) return reply.code(409).send({ message: 'Your cart is empty.' })
    const result = readCheckoutForm(readFields(request))
    if (!result.ok) return reply.code(400).send({ message: sentence(result.faults), faults: result.faults })

    const known = readCookie(request.headers.cookie, PURCHASE_COOKIE)
    if (result.form.mode === 'server')
      return await answerWithLink(reply, known, toNewOrder(cart, result.form, 'link'), result.form.storefront)
    const order = book.resumeOrCreate(known, toNewOrder(cart, result.form, result.form.mode))
    return reply
      .header('set-cookie', writeCookie(PURCHASE_COOKIE, order.merchantOrderId))
      .send({ order: createOrderObject(order, config, result.form.storefront) })
  })

  /**
   * The server makes the order itself, and the page opens its customer_url in the modal: no price passes through the
   * browser. The same purchase again opens the same order.
   */
  async function answerWithLink(
    reply: FastifyReply,
    known: string | undefined,
    purchase: NewOrder,
    storefront: Storefront,
  ) {
    const order = book.findLinked(known, purchase) ?? book.create(purchase)
    reply.header('set-cookie', writeCookie(PURCHASE_COOKIE, order.merchantOrderId))
    if (order.paymentLink) return reply.send({ customer_url: order.paymentLink.url })
    const created = await backd.createOrder(createOrderRequest(order, config, false, storefront))
    if (!created.ok) {
      book.note(order.merchantOrderId, `create_order: ${created.message} (${created.code})`)
      return reply.code(created.kind === 'unavailable' ? 503 : 422).send({ message: created.message })
    }
    const { backd_order_id, customer_url } = created.data
    book.keepLink(order.merchantOrderId, backd_order_id, { url: customer_url, mail: 'not_asked' })
    book.note(
      order.merchantOrderId,
      `create_order: BackdPay made the order ${backd_order_id}, to be opened on our page.`,
    )
    return reply.send({ customer_url })
  }

  /** The server's way: create_order, with the secret key, makes a link that may be mailed or opened by anyone. */
  app.post('/checkout/link', async (request, reply) => {
    const cart = readCart(request.headers.cookie)
    if (cart.length === 0) return reply.redirect('/cart', 303)
    const values = readFields(request)
    const result = readCheckoutForm(values)
    if (!result.ok) {
      const { faults } = result
      return sendCheckout(request, reply, { cart, values, faults, alert: sentence(faults) }, 400)
    }

    const order = book.create(toNewOrder(cart, result.form, 'link'))
    const created = await backd.createOrder(createOrderRequest(order, config, result.form.notify_customer))
    if (!created.ok) {
      book.note(order.merchantOrderId, `create_order: ${created.message} (${created.code})`)
      const status = created.kind === 'unavailable' ? 503 : 422
      return sendCheckout(request, reply, { cart, values, alert: created.message }, status)
    }

    const { backd_order_id, customer_url, notified_customer } = created.data
    const asked = result.form.notify_customer
    const mail = notified_customer ? 'sent' : asked ? 'failed' : 'not_asked'
    book.keepLink(order.merchantOrderId, backd_order_id, { url: customer_url, mail })
    book.note(
      order.merchantOrderId,
      `create_order: BackdPay made the order ${backd_order_id} and a payment link.`,
    )
    return reply.header('set-cookie', writeCart([])).redirect(`/purchases/${order.merchantOrderId}`, 303)
  })

  function sendCheckout(
    request: FastifyRequest,
    reply: FastifyReply,
    view: Omit<CheckoutView, 'backdOrigin'> & { values: FormValues },
    status = 200,
  ): FastifyReply {
    const page = checkoutPage({ ...view, backdOrigin: config.backd.origin })
    return sendPage(shop, request, reply, page, { status, withBackd: true })
  }
}

function toNewOrder(cart: readonly CartLine[], form: CheckoutForm, route: CheckoutRoute): NewOrder {
  const { billing, shipping } = form
  return { cart, totals: priceCart(cart), billing, shipping, route }
}

function sentence(faults: readonly { message: string }[]): string {
  return faults.map((fault) => fault.message).join(' ')
}
