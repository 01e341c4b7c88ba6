import { z } from 'zod'
import { orderDataSchema, refundSchema } from './order-data.ts'

export const FIND_ORDER_PATH = '/find_order/:backd_order_id'

/** GET /find_order/:backd_order_id (S4). Any text may be asked for: one that is no order's id is a 404. */
export const findOrderParamsSchema = z.object({
  backd_order_id: z.string().min(1, 'must not be empty'),
})

export const foundOrderSchema = orderDataSchema.extend({
  refunds: z.array(refundSchema),
  /** The highest total an update_order could reach (CONTRACT section 5). */
  max_order_total: z.number(),
})
export type FoundOrder = z.infer<typeof foundOrderSchema>
