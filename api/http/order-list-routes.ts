import { createSuccess } from '@backd/contract/api/envelope.ts'
import type { ErrorCode } from '@backd/contract/api/errors.ts'
import { findOrderParamsSchema } from '@backd/contract/api/find-order.ts'
import {
  FIND_ORDERS_PATH,
  findOrdersQuerySchema,
  foundOrdersSchema,
} from '@backd/contract/api/find-orders.ts'
import {
  ORDER_EVENTS_PATH,
  orderEventsQuerySchema,
  orderEventsSchema,
} from '@backd/contract/api/order-events.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { findOrderEvents, findOrders } from '../use-cases/find-orders.ts'
import type { Store } from '../use-cases/ports/store.ts'
import { callerOf, merchantRoute } from './merchant-route.ts'
import { describeReplies } from './replies.ts'

const readingCodes: ErrorCode[] = [
  'invalid_request',
  'unauthorized',
  'too_many_requests',
  'internal_error',
  'unavailable',
]

/** What a merchant reads of its orders together, and of the history of one. */
export const orderListRoutes: FastifyPluginAsyncZod<{ ports: { store: Store } }> = async (app, { ports }) => {
  app.get(
    FIND_ORDERS_PATH,
    {
      schema: {
        ...merchantRoute,
        summary: 'List your orders, newest first',
        querystring: findOrdersQuerySchema,
        response: describeReplies('A page of orders', foundOrdersSchema, readingCodes),
      },
    },
    async (request) => {
      const data = await findOrders(ports, callerOf(request), request.query)
      return createSuccess(data, data.orders.length === 0 ? 'No orders found' : 'Orders found')
    },
  )

  app.get(
    ORDER_EVENTS_PATH,
    {
      schema: {
        ...merchantRoute,
        summary: 'Read what happened to one of your orders',
        params: findOrderParamsSchema,
        querystring: orderEventsQuerySchema,
        response: describeReplies('The order’s history, oldest first', orderEventsSchema, [
          ...readingCodes,
          'order_not_found',
        ]),
      },
    },
    async (request) => {
      const data = await findOrderEvents(ports, callerOf(request), request.params.backd_order_id)
      return createSuccess(data, 'Events found')
    },
  )
}
