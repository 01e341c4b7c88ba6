import { z } from 'zod'
import { orderDataSchema, refundSchema } from './order-data.ts'

export const FIND_ORDER_PATH = '/find_order/:backd_order_id'

/** GET /find_order/:backd_order_id (S4). Any text may be asked for: one that is no order's id is a 404. */
export const findOrderParamsSchema = z.object({
  backd_order_id: z.string().min(1, 'must not be empty'),
})

/** What the customer has to pay, in dollars: the plan they chose, worked out for what the order costs now. */
export const scheduleSchema = z
  .object({
    plan_id: z.string(),
    plan_name: z.string(),
    /** The day, in Chicago, from which the due dates are counted. */
    starts_on: z.iso.date(),
    fee_amount: z.number(),
    /** What the order costs now and the fee; the payments sum to exactly this. */
    total_amount: z.number(),
    payments: z.array(z.object({ due_on: z.iso.date(), amount: z.number() })),
  })
  .meta({ id: 'Schedule' })
export type Schedule = z.infer<typeof scheduleSchema>

export const foundOrderSchema = orderDataSchema.extend({
  refunds: z.array(refundSchema),
  /** The highest total an update_order could reach (CONTRACT section 5). */
  max_order_total: z.number(),
  /** Absent until the customer has selected terms. */
  schedule: scheduleSchema.optional(),
})
export type FoundOrder = z.infer<typeof foundOrderSchema>
