import { createSuccess } from '@backd/contract/api/envelope.ts'
import type { ErrorCode } from '@backd/contract/api/errors.ts'
import {
  deleteRefundSchema,
  REFUND_PATH,
  refundedOrderSchema,
  refundRequestSchema,
} from '@backd/contract/api/refund.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { deleteRefund } from '../use-cases/delete-refund.ts'
import { requestRefund } from '../use-cases/request-refund.ts'
import { orderIdExample, refundExample } from './examples.ts'
import { runOnce } from './idempotency.ts'
import { callerOf, describeChange, idempotencyHeaders, merchantRoute } from './merchant-route.ts'
import type { OrderChangePorts } from './order-change-routes.ts'

const refundCodes: ErrorCode[] = [
  'order_not_confirmed',
  'already_refunded',
  'order_cancelled',
  'merchant_order_id_conflict',
  'refund_locked',
]

/** What a merchant may do with a confirmed order. */
export const refundRoutes: FastifyPluginAsyncZod<{ ports: OrderChangePorts }> = async (app, { ports }) => {
  app.post(
    REFUND_PATH,
    {
      schema: {
        ...merchantRoute,
        summary: 'Refund a confirmed order in part or in full, or change the amount before the refund locks',
        headers: idempotencyHeaders,
        body: refundRequestSchema.meta({ examples: [refundExample] }),
        response: describeChange('The order with its refunds', refundedOrderSchema, [
          ...refundCodes,
          'refund_exceeds_remaining',
        ]),
      },
    },
    async (request, reply) => {
      const data = await runOnce({ request, reply }, ports, (own) =>
        requestRefund(own, callerOf(request), request.body),
      )
      return createSuccess(data, 'Refund successfully requested')
    },
  )

  app.delete(
    REFUND_PATH,
    {
      schema: {
        ...merchantRoute,
        summary: 'Take back the active refund of an order before it locks',
        headers: idempotencyHeaders,
        body: deleteRefundSchema.meta({ examples: [orderIdExample] }),
        response: describeChange('The order with its refunds', refundedOrderSchema, [
          ...refundCodes,
          'no_active_refund',
        ]),
      },
    },
    async (request, reply) => {
      const data = await runOnce({ request, reply }, ports, (own) =>
        deleteRefund(own, callerOf(request), request.body),
      )
      return createSuccess(data, 'Refund successfully deleted')
    },
  )
}
