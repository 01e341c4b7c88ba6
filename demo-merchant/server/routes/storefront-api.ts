import type { FastifyInstance, FastifyReply } from 'fastify'
import { addToCart, MAX_QTY, readCart, readQty, setInCart, writeCart } from '../cart.ts'
import { findProduct, type Product } from '../catalogue.ts'
import type { CartLine } from '../pricing.ts'
import { readFields, type Shop } from '../shop.ts'
import { viewCart, viewStorefront } from '../storefront-view.ts'

/** Products and cart for the React storefront: the same catalogue, cookie and prices as the pages have. */
export function registerStorefrontApi(app: FastifyInstance, { config }: Shop): void {
  const storefront = viewStorefront(config)

  app.get('/api/storefront', (_, reply) =>
    reply.header('cache-control', 'private, no-cache').send(storefront),
  )

  app.get('/api/cart', (request, reply) => sendCart(reply, readCart(request.headers.cookie)))

  /** `qty` more of a product. */
  app.post('/api/cart/add', (request, reply) => {
    const wanted = readLine(readFields(request))
    if (typeof wanted === 'string') return reply.code(400).send({ message: wanted })
    return sendCart(reply, addToCart(readCart(request.headers.cookie), wanted), true)
  })

  /** Exactly `qty` of a product; 0 takes it out. */
  app.post('/api/cart', (request, reply) => {
    const wanted = readLine(readFields(request))
    if (typeof wanted === 'string') return reply.code(400).send({ message: wanted })
    return sendCart(reply, setInCart(readCart(request.headers.cookie), wanted), true)
  })
}

function sendCart(reply: FastifyReply, cart: readonly CartLine[], changed = false): FastifyReply {
  if (changed) reply.header('set-cookie', writeCart(cart))
  return reply.header('cache-control', 'no-store').send(viewCart(cart))
}

/** What a posted line asks for, or a sentence that says what is wrong with it. */
function readLine(fields: Record<string, string>): { product: Product; qty: number } | string {
  const product = findProduct(fields['sku'] ?? '')
  if (!product) return 'We do not sell that. It may have been taken out of our catalogue.'
  const qty = readQty(fields['qty'] ?? '')
  if (qty === undefined) return `A quantity is a whole number from 0 to ${MAX_QTY}.`
  return { product, qty }
}
