import type { FastifyInstance } from 'fastify'
import { addToCart, readCart, readQty, setInCart, writeCart } from '../cart.ts'
import { findProduct } from '../catalogue.ts'
import { cartPage } from '../pages/cart.ts'
import { homePage } from '../pages/home.ts'
import { noticePage } from '../pages/notice.ts'
import { productPage } from '../pages/product.ts'
import { readFields, type Shop, sendPage } from '../shop.ts'

/** Products and the cart: plain pages and forms, with BackdPay's elements beside the prices. */
export function registerStorefront(app: FastifyInstance, shop: Shop): void {
  app.get('/', (request, reply) => sendPage(shop, request, reply, homePage()))

  app.get<{ Params: { sku: string } }>('/products/:sku', (request, reply) => {
    const product = findProduct(request.params.sku)
    if (!product) return sendPage(shop, request, reply, noSuchProduct, { status: 404 })
    return sendPage(shop, request, reply, productPage(product, shop.config.backd), { withBackd: true })
  })

  app.get('/cart', (request, reply) =>
    sendPage(shop, request, reply, cartPage(readCart(request.headers.cookie), shop.config.backd), {
      withBackd: true,
    }),
  )

  app.post('/cart/add', (request, reply) => {
    const fields = readFields(request)
    const product = findProduct(fields['sku'] ?? '')
    if (!product) return sendPage(shop, request, reply, noSuchProduct, { status: 404 })
    const qty = readQty(fields['qty'] ?? '1')
    if (!qty) return sendPage(shop, request, reply, badQuantity, { status: 400 })
    const cart = addToCart(readCart(request.headers.cookie), { product, qty })
    return reply.header('set-cookie', writeCart(cart)).redirect('/cart', 303)
  })

  app.post('/cart', (request, reply) => {
    const fields = readFields(request)
    let cart = readCart(request.headers.cookie)
    for (const { product } of cart) {
      const text = fields['remove'] === product.sku ? '0' : fields[`qty.${product.sku}`]
      if (text === undefined) continue
      const qty = readQty(text)
      if (qty === undefined) return sendPage(shop, request, reply, badQuantity, { status: 400 })
      cart = setInCart(cart, { product, qty })
    }
    return reply.header('set-cookie', writeCart(cart)).redirect('/cart', 303)
  })
}

const noSuchProduct = noticePage({
  title: 'We do not sell that',
  text: 'There is no such product in our catalogue. It may have been taken out.',
  link: { href: '/', text: 'See the products' },
})

const badQuantity = noticePage({
  title: 'That is not a quantity',
  text: 'A quantity is a whole number from 1 to 99. Your cart is as it was.',
  link: { href: '/cart', text: 'Back to the cart' },
})
