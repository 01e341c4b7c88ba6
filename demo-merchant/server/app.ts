import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Config } from './config.ts'
import { registerOffice } from './office/register-office.ts'
import { noticePage } from './pages/notice.ts'
import { registerCheckout } from './routes/checkout.ts'
import { registerPurchases } from './routes/purchases.ts'
import { registerReturns } from './routes/returns.ts'
import { registerSpa } from './routes/spa.ts'
import { registerStorefront } from './routes/storefront.ts'
import { registerStorefrontApi } from './routes/storefront-api.ts'
import { isFromOwnPage } from './same-origin.ts'
import { type Shop, sendPage } from './shop.ts'

/** The shop as a value: it listens to nothing until its caller says so. Closing it closes the order book. */
export async function createApp(shop: Shop): Promise<FastifyInstance> {
  const { config, book } = shop
  const app = Fastify({ logger: { level: config.logLevel }, bodyLimit: 64 * 1024 })

  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(body))),
  )
  await app.register(fastifyStatic, { root: join(import.meta.dirname, '../shop'), prefix: '/assets/' })

  app.addHook('onRequest', async (request, reply) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'strict-origin-when-cross-origin')
    if (isFromOwnPage(request, config.shopOrigin)) return
    return sendProblem(config, request, reply, 403, {
      title: 'That did not come from our shop',
      text: 'Requests that change something are taken from our own pages only. Open the shop and try there.',
    })
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(config, request, reply, 404, {
      title: 'There is nothing here',
      text: 'The address may be misspelt, or the page is gone.',
    }),
  )
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) {
      return sendProblem(config, request, reply, status, {
        title: 'We could not read that',
        text: error.message,
      })
    }
    request.log.error(error)
    return sendProblem(config, request, reply, 500, {
      title: 'Something broke on our side',
      text: 'It is in our log. Nothing was ordered by this; please try again.',
    })
  })

  registerStorefront(app, shop)
  registerCheckout(app, shop)
  registerReturns(app, shop)
  registerPurchases(app, shop)
  registerOffice(app, shop)
  registerStorefrontApi(app, shop)
  await registerSpa(app, shop)
  app.addHook('onClose', async () => book.close())
  return app
}

/** What went wrong, as JSON for our scripts and as a page for people. */
function sendProblem(
  config: Config,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  problem: { title: string; text: string },
): FastifyReply {
  if (request.url.startsWith('/api/')) return reply.code(status).send({ message: problem.text })
  const page = noticePage({ ...problem, link: { href: '/', text: 'Go to the shop' } })
  return sendPage({ config }, request, reply, page, { status })
}
