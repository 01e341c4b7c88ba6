import { z } from 'zod'
import { backdOrderIdSchema, dollarsSchema, merchantOrderIdSchema } from '../order.ts'

export const ORDER_PLACED_PATH = '/order_placed'

/** POST /order_placed. With `order_total`, one that is neither the order's nor what the customer accepted: 409 total_mismatch. */
export const orderPlacedSchema = z.strictObject({
  backd_order_id: backdOrderIdSchema,
  merchant_order_id: merchantOrderIdSchema,
  order_total: dollarsSchema.nullish(),
})
export type OrderPlaced = z.infer<typeof orderPlacedSchema>
