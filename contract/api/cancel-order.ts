import { z } from 'zod'
import { backdOrderIdSchema, merchantOrderIdSchema } from '../order.ts'
import { orderDataSchema } from './order-data.ts'

export const CANCEL_ORDER_PATH = '/cancel_order'

/** POST /cancel_order. With `merchant_order_id`, another than the order's own is refused. */
export const cancelOrderSchema = z.strictObject({
  backd_order_id: backdOrderIdSchema,
  merchant_order_id: merchantOrderIdSchema.nullish(),
})
export type CancelOrder = z.infer<typeof cancelOrderSchema>

/** The order data without merchant_order_status, as the page of cancel_order shows it. */
export const cancelledOrderSchema = orderDataSchema.omit({ merchant_order_status: true })
export type CancelledOrder = z.infer<typeof cancelledOrderSchema>
