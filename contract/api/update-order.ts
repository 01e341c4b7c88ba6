import { z } from 'zod'
import {
  backdOrderIdSchema,
  contactSchema,
  dollarsSchema,
  itemsSchema,
  looseTextSchema,
  merchantOrderIdSchema,
} from '../order.ts'
import { orderDataSchema } from './order-data.ts'

export const UPDATE_ORDER_PATH = '/update_order'

/**
 * POST /update_order (S3). The five amounts are the order's new ones, all of them; shipping, billing and items stay as
 * they are when they are absent.
 */
export const updateOrderSchema = z.strictObject({
  backd_order_id: backdOrderIdSchema,
  merchant_order_id: merchantOrderIdSchema,
  merchant_order_status: looseTextSchema,
  order_total: dollarsSchema,
  cart_amount: dollarsSchema,
  tax_amount: dollarsSchema,
  shipping_amount: dollarsSchema,
  discount_amount: dollarsSchema,
  shipping: contactSchema.nullish(),
  billing: contactSchema.nullish(),
  items: itemsSchema.nullish(),
})
export type UpdateOrder = z.infer<typeof updateOrderSchema>

export const updatedOrderSchema = orderDataSchema.extend({
  /** The highest total a further update could reach (CONTRACT section 5). */
  max_order_total: z.number(),
})
export type UpdatedOrder = z.infer<typeof updatedOrderSchema>
