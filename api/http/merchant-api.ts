import { CREATE_ORDER_PATH, createdOrderSchema, createOrderSchema } from '@backd/contract/api/create-order.ts'
import { createSuccess } from '@backd/contract/api/envelope.ts'
import { FIND_ORDER_PATH, findOrderParamsSchema, foundOrderSchema } from '@backd/contract/api/find-order.ts'
import { orderDataSchema } from '@backd/contract/api/order-data.ts'
import { ORDER_PLACED_PATH, orderPlacedSchema } from '@backd/contract/api/order-placed.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { ApiError } from '../domain/api-error.ts'
import type { Merchant } from '../domain/merchant.ts'
import { authenticateMerchant } from '../use-cases/authenticate-merchant.ts'
import { type CreateOrderPorts, createOrder } from '../use-cases/create-order.ts'
import { findOrder } from '../use-cases/find-order.ts'
import { placeOrder } from '../use-cases/place-order.ts'
import { readBasicAuth } from './authorization.ts'
import { createNotFoundHandler } from './errors.ts'
import { createOrderExample, orderPlacedExample } from './examples.ts'
import { limitEach, limitPerMinute } from './rate-limit.ts'
import { commonCodes, describeReplies } from './replies.ts'
import type { RouteTable } from './route-table.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; set on every route of the merchant API before its body is read. */
    merchant: Merchant | null
  }
}

export interface MerchantApiOptions {
  ports: CreateOrderPorts
  routes: RouteTable
  requestsPerMinute: number
}

/** 10 MB of documents in base64 are 13.4 MB; the rest is the order. */
const DOCUMENTS_BODY_LIMIT = 16 * 1024 * 1024

const security = [{ basic: [] }]
const CHALLENGE = 'Basic realm="Backd merchant API", charset="UTF-8"'

/** /v1/backd/bnpl/api (CONTRACT section 2): judged 429 by address, 401, 429 by merchant, all before the body is parsed. */
export const merchantApi: FastifyPluginAsyncZod<MerchantApiOptions> = async (app, options) => {
  const { ports, routes, requestsPerMinute } = options
  app.decorateRequest('merchant', null)

  // By address alone: nothing that a caller says of itself may give it another allowance.
  app.addHook('onRequest', app.rateLimit(limitPerMinute(requestsPerMinute)))
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const keys = readBasicAuth(request.headers.authorization)
    request.merchant = (keys && (await authenticateMerchant(ports, keys))) ?? null
    if (!request.merchant) {
      reply.header('www-authenticate', CHALLENGE)
      throw new ApiError(
        'unauthorized',
        'Authenticate with HTTP Basic: your public key as user name, your secret key as password.',
      )
    }
  })
  // After authentication, so that nobody else uses a merchant's allowance up.
  app.addHook(
    'onRequest',
    limitEach(app, requestsPerMinute, (request) => callerOf(request).publicKey),
  )
  app.setNotFoundHandler(createNotFoundHandler(routes))

  app.post(
    CREATE_ORDER_PATH,
    {
      bodyLimit: DOCUMENTS_BODY_LIMIT,
      schema: {
        summary: 'Create an order and get the link for its customer',
        tags: ['Orders'],
        security,
        body: createOrderSchema.meta({ examples: [createOrderExample] }),
        response: describeReplies('The order, with the link for its customer', createdOrderSchema, [
          ...commonCodes,
          'unauthorized',
          'duplicate_merchant_order_id',
          'amounts_do_not_add_up',
          'total_exceeds_limit',
        ]),
      },
    },
    async (request) => {
      const data = await createOrder(ports, callerOf(request), request.body)
      return createSuccess(data, 'Order successfully created')
    },
  )

  app.post(
    ORDER_PLACED_PATH,
    {
      schema: {
        summary: 'Confirm that you have taken the order into your system',
        tags: ['Orders'],
        security,
        body: orderPlacedSchema.meta({ examples: [orderPlacedExample] }),
        response: describeReplies('The placed order', orderDataSchema, [
          ...commonCodes,
          'unauthorized',
          'order_not_found',
          'terms_not_selected',
          'merchant_order_id_conflict',
          'duplicate_merchant_order_id',
          'order_already_confirmed',
          'order_cancelled',
          'total_mismatch',
        ]),
      },
    },
    async (request) => {
      const data = await placeOrder(ports, callerOf(request), request.body)
      return createSuccess(data, 'Order successfully placed')
    },
  )

  app.get(
    FIND_ORDER_PATH,
    {
      schema: {
        summary: 'Read one of your orders',
        tags: ['Orders'],
        security,
        params: findOrderParamsSchema,
        response: describeReplies('The order', foundOrderSchema, [
          'unauthorized',
          'order_not_found',
          'too_many_requests',
          'internal_error',
          'unavailable',
        ]),
      },
    },
    async (request) => {
      const data = await findOrder(ports, callerOf(request), request.params.backd_order_id)
      return createSuccess(data, 'Order found')
    },
  )
}

/** The authenticated merchant; the hook above lets nobody else through. */
function callerOf({ merchant }: { merchant: Merchant | null }): Merchant {
  if (!merchant) throw new Error('a merchant route ran without authentication')
  return merchant
}
