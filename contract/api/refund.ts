import { z } from 'zod'
import { backdOrderIdSchema, dollarsSchema, merchantOrderIdSchema } from '../order.ts'
import { orderDataSchema, refundSchema } from './order-data.ts'

/** POST requests a refund, or replaces the one that is not locked yet; DELETE takes that one back. */
export const REFUND_PATH = '/refund'

export const refundRequestSchema = z.strictObject({
  backd_order_id: backdOrderIdSchema,
  merchant_order_id: merchantOrderIdSchema,
  refund_amount: dollarsSchema.refine(
    (dollars) => dollars < 0 || Math.round(dollars * 100) > 0,
    'must be more than 0',
  ),
})
export type RefundRequest = z.infer<typeof refundRequestSchema>

/** The JSON body of DELETE /refund. With `merchant_order_id`, another than the order's own is refused. */
export const deleteRefundSchema = z.strictObject({
  backd_order_id: backdOrderIdSchema,
  merchant_order_id: merchantOrderIdSchema.nullish(),
})
export type DeleteRefund = z.infer<typeof deleteRefundSchema>

/** The order with all its refunds, oldest first. */
export const refundedOrderSchema = orderDataSchema.extend({
  refunds: z.array(refundSchema),
})
export type RefundedOrder = z.infer<typeof refundedOrderSchema>
