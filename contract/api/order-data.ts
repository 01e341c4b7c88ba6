import { z } from 'zod'
import { orderStatuses } from '../lifecycle.ts'
import { contactSchema, itemSchema } from '../order.ts'

export const orderStatusSchema = z.enum(orderStatuses).meta({ id: 'OrderStatus' })

export const refundStatuses = ['draft', 'approved', 'settled', 'declined'] as const

export const refundSchema = z
  .object({
    amount: z.number(),
    create_date: z.iso.datetime(),
    status: z.enum(refundStatuses),
    locked_at: z.iso.datetime(),
  })
  .meta({ id: 'Refund' })

/** Order data as the post-order endpoints answer it (S4). Amounts in dollars, dates ISO 8601 in UTC. */
export const orderDataSchema = z.object({
  backd_order_id: z.string(),
  create_date: z.iso.datetime(),
  order_total: z.number(),
  cart_amount: z.number(),
  tax_amount: z.number(),
  shipping_amount: z.number(),
  discount_amount: z.number(),
  status: orderStatusSchema,
  merchant_order_id: z.string(),
  merchant_order_status: z.string().optional(),
  shipping: contactSchema.optional(),
  billing: contactSchema.optional(),
  items: z.array(itemSchema),
})
export type OrderData = z.infer<typeof orderDataSchema>
