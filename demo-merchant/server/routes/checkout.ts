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

/** An order of ours at BackdPay, or why there is none; `cookie` remembers the purchase. */
type Opened = { cookie: string } & (
  | { ok: true; url: string }
  | { ok: false; status: number; message: string }
)

/** From the cart to Backd: the checkout page, and the ways to go there from it. */
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

  /** The page opens customer_url in the modal: no price passes through the browser. */
  async function answerWithLink(
    reply: FastifyReply,
    known: string | undefined,
    purchase: NewOrder,
    storefront: Storefront,
  ) {
    const opened = await openAtBackd(known, purchase, storefront)
    reply.header('set-cookie', opened.cookie)
    if (!opened.ok) return reply.code(opened.status).send({ message: opened.message })
    return reply.send({ customer_url: opened.url })
  }

  /**
   * Makes the order at BackdPay ourselves. The same purchase again has the same order, also when the answer was lost that told of it;
   * one that was refused is forgotten, since BackdPay would repeat that.
   */
  async function openAtBackd(
    known: string | undefined,
    purchase: NewOrder,
    storefront: Storefront,
  ): Promise<Opened> {
    const order = book.findServerMade(known, purchase) ?? book.create(purchase)
    const cookie = writeCookie(PURCHASE_COOKIE, order.merchantOrderId)
    if (order.paymentLink) return { ok: true, cookie, url: order.paymentLink.url }
    const created = await backd.createOrder(createOrderRequest(order, config, false, storefront))
    if (!created.ok) {
      book.note(order.merchantOrderId, `create_order: ${created.message} (${created.code})`)
      const { message } = created
      return created.kind === 'unavailable'
        ? { ok: false, cookie, status: 503, message }
        : { ok: false, cookie: writeCookie(PURCHASE_COOKIE, ''), status: 422, message }
    }
    const { backd_order_id, customer_url } = created.data
    book.keepLink(order.merchantOrderId, backd_order_id, { url: customer_url, mail: 'not_asked' })
    book.note(
      order.merchantOrderId,
      `create_order: BackdPay made the order ${backd_order_id}, for the customer who is here.`,
    )
    return { ok: true, cookie, url: customer_url }
  }

  /**
   * What the button does by itself, where BackdPay's script (or any script) did not come: an ordinary form post, and the
   * customer goes on at BackdPay's own page.
   */
  app.post('/checkout/redirect', async (request, reply) => {
    const cart = readCart(request.headers.cookie)
    if (cart.length === 0) return reply.redirect('/cart', 303)
    const values = readFields(request)
    const result = readCheckoutForm(values)
    if (!result.ok) {
      const { faults } = result
      return sendCheckout(request, reply, { cart, values, faults, alert: sentence(faults) }, 400)
    }
    const known = readCookie(request.headers.cookie, PURCHASE_COOKIE)
    const opened = await openAtBackd(known, toNewOrder(cart, result.form, 'link'), result.form.storefront)
    reply.header('set-cookie', opened.cookie)
    if (!opened.ok) {
      return sendCheckout(request, reply, { cart, values, alert: opened.message }, opened.status)
    }
    // 303: the browser follows with a GET, and coming back sends nothing twice.
    return reply.redirect(opened.url, 303)
  })

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
