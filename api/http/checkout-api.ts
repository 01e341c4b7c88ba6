import {
  CHECKOUT_ORDERS_PATH,
  checkoutOrderReplySchema,
  checkoutOrderSchema,
} from '@backd/contract/api/checkout.ts'
import { createSuccess, type ErrorEnvelope } from '@backd/contract/api/envelope.ts'
import { failCodeOf } from '@backd/contract/api/fail-codes.ts'
import { readPresentation } from '@backd/contract/presentation.ts'
import cors from '@fastify/cors'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type CreateCheckoutOrderPorts, createCheckoutOrder } from '../use-cases/create-checkout-order.ts'
import { noStore } from './checkout-visitor.ts'
import { limitPerMinute } from './rate-limit.ts'
import { commonCodes, describeReplies } from './replies.ts'

export interface CheckoutApiOptions {
  ports: CreateCheckoutOrderPorts
  requestsPerMinute: number
}

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
  app.addHook('preSerialization', async (_request, _reply, answer) => {
    const { status, errors } = answer as ErrorEnvelope
    if (!status.error) return answer
    const failCode = failCodeOf(
      status.type,
      errors?.map(({ path }) => path),
    )
    return { ...(answer as ErrorEnvelope), fail_code: failCode }
  })

  app.post(
    '',
    {
      schema: {
        summary: 'Create an order with the public key alone',
        description: `Called by the SDK and the checkout at ${CHECKOUT_ORDERS_PATH}, from registered pages only.`,
        tags: ['Checkout'],
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
