import { CREATE_ORDER_PATH, createdOrderSchema, createOrderSchema } from '@backd/contract/api/create-order.ts'
import { createSuccess } from '@backd/contract/api/envelope.ts'
import { FIND_ORDER_PATH, findOrderParamsSchema, foundOrderSchema } from '@backd/contract/api/find-order.ts'
import { orderDataSchema } from '@backd/contract/api/order-data.ts'
import { ORDER_PLACED_PATH, orderPlacedSchema } from '@backd/contract/api/order-placed.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type CreateOrderPorts, createOrder } from '../use-cases/create-order.ts'
import { findOrder } from '../use-cases/find-order.ts'
import { placeOrder } from '../use-cases/place-order.ts'
import { createOrderExample, orderPlacedExample } from './examples.ts'
import { runOnce } from './idempotency.ts'
import {
  callerOf,
  describeChange,
  idempotencyCodes,
  idempotencyHeaders,
  merchantRoute,
} from './merchant-route.ts'
import { commonCodes, describeReplies } from './replies.ts'

/** 10 MB of documents in base64 are 13.4 MB; the rest is the order. */
const DOCUMENTS_BODY_LIMIT = 16 * 1024 * 1024

/** How an order comes to be: create_order, order_placed, and find_order to read it. */
export const orderRoutes: FastifyPluginAsyncZod<{ ports: CreateOrderPorts }> = async (app, { ports }) => {
  app.post(
    CREATE_ORDER_PATH,
    {
      bodyLimit: DOCUMENTS_BODY_LIMIT,
      schema: {
        ...merchantRoute,
        summary: 'Create an order and get the link for its customer',
        headers: idempotencyHeaders,
        body: createOrderSchema.meta({ examples: [createOrderExample] }),
        response: describeReplies('The order, with the link for its customer', createdOrderSchema, [
          ...commonCodes,
          'unauthorized',
          'duplicate_merchant_order_id',
          'amounts_do_not_add_up',
          'total_exceeds_limit',
          ...idempotencyCodes,
        ]),
      },
    },
    async (request, reply) => {
      const data = await runOnce({ request, reply }, ports, (own) =>
        createOrder(own, callerOf(request), request.body),
      )
      return createSuccess(data, 'Order successfully created')
    },
  )

  app.post(
    ORDER_PLACED_PATH,
    {
      schema: {
        ...merchantRoute,
        summary: 'Confirm that you have taken the order into your system',
        headers: idempotencyHeaders,
        body: orderPlacedSchema.meta({ examples: [orderPlacedExample] }),
        response: describeChange('The placed order', orderDataSchema, [
          'terms_not_selected',
          'merchant_order_id_conflict',
          'duplicate_merchant_order_id',
          'order_already_confirmed',
          'order_cancelled',
          'total_mismatch',
        ]),
      },
    },
    async (request, reply) => {
      const data = await runOnce({ request, reply }, ports, (own) =>
        placeOrder(own, callerOf(request), request.body),
      )
      return createSuccess(data, 'Order successfully placed')
    },
  )

  app.get(
    FIND_ORDER_PATH,
    {
      schema: {
        ...merchantRoute,
        summary: 'Read one of your orders',
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
