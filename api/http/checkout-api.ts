import {
  CHECKOUT_ORDERS_PATH,
  CHECKOUT_SESSION_PATH,
  CHECKOUT_TERMS_PATH,
  checkoutOrderReplySchema,
  checkoutOrderSchema,
  checkoutSessionSchema,
  selectTermsSchema,
} from '@backd/contract/api/checkout.ts'
import { createSuccess } from '@backd/contract/api/envelope.ts'
import { readPresentation } from '@backd/contract/presentation.ts'
import cors from '@fastify/cors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { ApiError } from '../domain/api-error.ts'
import { type CreateCheckoutOrderPorts, createCheckoutOrder } from '../use-cases/create-checkout-order.ts'
import { readSession } from '../use-cases/read-session.ts'
import { checkoutExpired, unknownLink } from '../use-cases/refusals.ts'
import { selectTerms } from '../use-cases/select-terms.ts'
import type { Visitor } from '../use-cases/view-session.ts'
import { readBearer } from './authorization.ts'
import { browserOf } from './browser-cookie.ts'
import { limitPerMinute } from './rate-limit.ts'
import { commonCodes, describeReplies } from './replies.ts'

export interface CheckoutApiOptions {
  ports: CreateCheckoutOrderPorts
  requestsPerMinute: number
}

const tags = ['Checkout']

/** POST /checkout/api/orders: the one endpoint that a merchant's page calls across origins. */
export const checkoutOrdersApi: FastifyPluginAsyncZod<CheckoutApiOptions> = async (app, options) => {
  const { ports, requestsPerMinute } = options
  // Any page may read the answer, for there are no cookies, and to a page that is not registered the answer is the
  // refusal that names what to register. Before the limit, so that a page may read the 429 too.
  await app.register(cors, {
    origin: true,
    methods: ['POST'],
    allowedHeaders: ['content-type'],
    exposedHeaders: ['retry-after', 'x-request-id'],
    maxAge: 600,
    strictPreflight: false,
  })
  app.addHook('onRequest', app.rateLimit(limitPerMinute(requestsPerMinute)))
  app.addHook('onRequest', noStore)

  app.post(
    '',
    {
      schema: {
        summary: 'Create an order with the public key alone',
        description: `Called by the SDK and the checkout at ${CHECKOUT_ORDERS_PATH}, from registered pages only.`,
        tags,
        body: checkoutOrderSchema,
        response: describeReplies('The order and its checkout', checkoutOrderReplySchema, [
          ...commonCodes,
          'unauthorized',
          'origin_not_allowed',
          'duplicate_merchant_order_id',
          'amounts_do_not_add_up',
          'total_exceeds_limit',
          'checkout_expired',
        ]),
      },
    },
    async (request) => {
      const { order, page_origin: pageOrigin } = request.body
      const data = await createCheckoutOrder(ports, {
        order,
        pageOrigin,
        origin: request.headers.origin,
        presentation: readPresentation(request.body),
      })
      return createSuccess(data, 'Checkout opened')
    },
  )
}

/** The checkout's session, opened by the token that the checkout holds. Our own origin alone calls it: no CORS. */
export const checkoutSessionApi: FastifyPluginAsyncZod<CheckoutApiOptions> = async (app, options) => {
  const { ports, requestsPerMinute } = options
  app.addHook('onRequest', app.rateLimit(limitPerMinute(requestsPerMinute)))
  app.addHook('onRequest', noStore)
  app.addHook('onRequest', async (request, reply) => void bearerOf(request, reply))

  app.get(
    CHECKOUT_SESSION_PATH,
    {
      schema: {
        summary: 'Read the session',
        tags,
        security: [{ bearer: [] }],
        response: describeReplies('The session', checkoutSessionSchema, [
          'unauthorized',
          'not_found',
          'checkout_expired',
          'too_many_requests',
          'internal_error',
          'unavailable',
        ]),
      },
    },
    async (request, reply) => {
      const reading = await readSession(ports, visitorOf(request, reply))
      if (reading.kind === 'unknown') throw unknownLink()
      if (reading.kind === 'expired') throw checkoutExpired()
      return createSuccess(reading.session, 'Session found')
    },
  )

  app.post(
    CHECKOUT_TERMS_PATH,
    {
      schema: {
        summary: 'Select payment terms',
        tags,
        security: [{ bearer: [] }],
        body: selectTermsSchema,
        response: describeReplies('The session, with the terms that were selected', checkoutSessionSchema, [
          ...commonCodes,
          'unauthorized',
          'not_found',
          'checkout_expired',
          'terms_already_selected',
          'order_cancelled',
          'offer_changed',
          'duplicate_merchant_order_id',
          'total_exceeds_limit',
        ]),
      },
    },
    async (request, reply) => {
      const session = await selectTerms(ports, visitorOf(request, reply), request.body)
      return createSuccess(session, 'Payment terms selected')
    },
  )
}

async function noStore(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('cache-control', 'no-store')
}

/** @throws ApiError unauthorized */
function visitorOf(request: FastifyRequest, reply: FastifyReply): Visitor {
  return { token: bearerOf(request, reply), browser: browserOf(request) }
}

/** @throws ApiError unauthorized */
function bearerOf(request: FastifyRequest, reply: FastifyReply): string {
  const token = readBearer(request.headers.authorization)
  if (token !== undefined) return token
  reply.header('www-authenticate', 'Bearer realm="Backd checkout"')
  throw new ApiError('unauthorized', 'Send the checkout token: Authorization: Bearer <token>.')
}
