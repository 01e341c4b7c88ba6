import {
  CANCEL_ORDER_PATH,
  cancelledOrderSchema,
  cancelOrderSchema,
} from '@backd/contract/api/cancel-order.ts'
import { CONFIRM_ORDER_PATH, confirmOrderSchema } from '@backd/contract/api/confirm-order.ts'
import { createSuccess } from '@backd/contract/api/envelope.ts'
import { orderDataSchema } from '@backd/contract/api/order-data.ts'
import { UPDATE_ORDER_PATH, updatedOrderSchema, updateOrderSchema } from '@backd/contract/api/update-order.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { cancelOrder } from '../use-cases/cancel-order.ts'
import { confirmOrder } from '../use-cases/confirm-order.ts'
import type { Clock } from '../use-cases/ports/clock.ts'
import type { Store } from '../use-cases/ports/store.ts'
import { updateOrder } from '../use-cases/update-order.ts'
import { orderIdExample, updateOrderExample } from './examples.ts'
import { runOnce } from './idempotency.ts'
import { callerOf, describeChange, idempotencyHeaders, merchantRoute } from './merchant-route.ts'

export interface OrderChangePorts {
  store: Store
  clock: Clock
}

/** What a merchant may do with a placed order. */
export const orderChangeRoutes: FastifyPluginAsyncZod<{ ports: OrderChangePorts }> = async (
  app,
  { ports },
) => {
  app.post(
    UPDATE_ORDER_PATH,
    {
      schema: {
        ...merchantRoute,
        summary: 'Change a placed order; the customer’s payments follow its total',
        headers: idempotencyHeaders,
        body: updateOrderSchema.meta({ examples: [updateOrderExample] }),
        response: describeChange('The changed order', updatedOrderSchema, [
          'order_not_placed',
          'order_already_confirmed',
          'order_cancelled',
          'merchant_order_id_conflict',
          'amounts_do_not_add_up',
          'total_exceeds_limit',
        ]),
      },
    },
    async (request, reply) => {
      const data = await runOnce({ request, reply }, ports, (own) =>
        updateOrder(own, callerOf(request), request.body),
      )
      return createSuccess(data, 'Order successfully updated')
    },
  )

  app.post(
    CONFIRM_ORDER_PATH,
    {
      schema: {
        ...merchantRoute,
        summary: 'Confirm a placed order: you fulfil it as it is now',
        headers: idempotencyHeaders,
        body: confirmOrderSchema.meta({ examples: [orderIdExample] }),
        response: describeChange('The confirmed order', orderDataSchema, [
          'order_not_placed',
          'order_already_confirmed',
          'order_cancelled',
          'merchant_order_id_conflict',
        ]),
      },
    },
    async (request, reply) => {
      const data = await runOnce({ request, reply }, ports, (own) =>
        confirmOrder(own, callerOf(request), request.body),
      )
      return createSuccess(data, 'Order successfully confirmed')
    },
  )

  app.post(
    CANCEL_ORDER_PATH,
    {
      schema: {
        ...merchantRoute,
        summary: 'Cancel a placed order: its customer owes nothing',
        headers: idempotencyHeaders,
        body: cancelOrderSchema.meta({ examples: [orderIdExample] }),
        response: describeChange('The cancelled order', cancelledOrderSchema, [
          'order_not_placed',
          'order_already_confirmed',
          'merchant_order_id_conflict',
        ]),
      },
    },
    async (request, reply) => {
      const data = await runOnce({ request, reply }, ports, (own) =>
        cancelOrder(own, callerOf(request), request.body),
      )
      return createSuccess(data, 'Order successfully cancelled')
    },
  )
}
