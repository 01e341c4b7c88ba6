import { z } from 'zod'
import { backdOrderIdSchema, merchantOrderIdSchema } from '../order.ts'

export const CONFIRM_ORDER_PATH = '/confirm_order'

/** POST /confirm_order. With `merchant_order_id`, another than the order's own is refused. */
export const confirmOrderSchema = z.strictObject({
  backd_order_id: backdOrderIdSchema,
  merchant_order_id: merchantOrderIdSchema.nullish(),
})
export type ConfirmOrder = z.infer<typeof confirmOrderSchema>
