import { z } from 'zod'
import { orderStatusSchema } from './order-data.ts'

export const ORDER_EVENTS_PATH = '/order_events/:backd_order_id'

/** GET /order_events/:backd_order_id takes no query; a key in it is refused by name. */
export const orderEventsQuerySchema = z.strictObject({})

/** Who did it: the merchant's server, the customer in the checkout, or Backd itself. */
export const actors = ['merchant', 'customer', 'backd'] as const
export type Actor = (typeof actors)[number]

export const orderEventTypes = [
  'order_created',
  'approval_requested',
  'approval_withdrawn',
  'approval_declined',
  'approval_expired',
  'terms_selected',
  'order_placed',
  'order_updated',
  'order_confirmed',
  'order_cancelled',
  'refund_requested',
  'refund_deleted',
  'refund_settled',
  'customer_notified',
  'customer_not_notified',
] as const
export type OrderEventType = (typeof orderEventTypes)[number]

/**
 * One line of an order's history. `from` is null when the order came into being, and equals `to` when its status stayed.
 * `data` has what changed, as it was written then: amounts in cents, under `before` and `after` where both are known.
 * It holds no personal data.
 */
export const orderEventSchema = z.object({
  type: z.enum(orderEventTypes),
  actor: z.enum(actors),
  from: orderStatusSchema.nullable(),
  to: orderStatusSchema,
  create_date: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
})

/** An order's whole history, oldest first. */
export const orderEventsSchema = z.object({
  backd_order_id: z.string(),
  events: z.array(orderEventSchema),
})
export type OrderEvents = z.infer<typeof orderEventsSchema>
