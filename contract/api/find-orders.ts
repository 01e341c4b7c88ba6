import { z } from 'zod'
import { contactSchema, textSchema } from '../order.ts'
import { orderDataSchema, orderStatusSchema } from './order-data.ts'

export const FIND_ORDERS_PATH = '/find_orders'

export const MAX_ORDERS_A_PAGE = 100
export const DEFAULT_ORDERS_A_PAGE = 25

/** A query holds texts: digits become the number they write, anything else is left for the schema to refuse. */
const readDigits = (value: unknown) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value

const limitRange = `must be a whole number from 1 to ${MAX_ORDERS_A_PAGE}`

/** The query of GET /find_orders. Absent keys filter nothing; an empty value is refused, since it filters nothing by mistake. */
export const findOrdersQuerySchema = z.strictObject({
  status: orderStatusSchema.optional(),
  /** The beginning of a backd_order_id or of a merchant_order_id, in any case. */
  search: textSchema
    .max(255, 'must have at most 255 characters')
    .optional()
    .meta({ description: 'The beginning of a backd_order_id or merchant_order_id, in any case' }),
  /** The whole of a merchant_order_id, as it was sent: every order that was ever made under it. */
  merchant_order_id: textSchema
    .max(255, 'must have at most 255 characters')
    .optional()
    .meta({ description: 'The whole of a merchant_order_id: all orders that were made under it' }),
  limit: z
    .preprocess(
      readDigits,
      z.int({ error: limitRange }).min(1, limitRange).max(MAX_ORDERS_A_PAGE, limitRange).optional(),
    )
    .meta({
      description: `How many orders at most: 1 to ${MAX_ORDERS_A_PAGE}, else ${DEFAULT_ORDERS_A_PAGE}`,
    }),
  /** `next_cursor` of the page before. */
  cursor: textSchema.optional().meta({ description: 'next_cursor of the page before' }),
})
export type FindOrdersQuery = z.infer<typeof findOrdersQuerySchema>

/** An order in a list: enough to tell it from the others. find_order has the rest. */
export const orderSummarySchema = orderDataSchema
  .pick({
    backd_order_id: true,
    merchant_order_id: true,
    create_date: true,
    status: true,
    order_total: true,
    merchant_order_status: true,
  })
  .extend({ billing: contactSchema.pick({ name: true, company_name: true }).optional() })
export type OrderSummary = z.infer<typeof orderSummarySchema>

/** One page, newest first. `next_cursor` leads to the next one and is null on the last. */
export const foundOrdersSchema = z.object({
  orders: z.array(orderSummarySchema),
  next_cursor: z.string().nullable(),
})
export type FoundOrders = z.infer<typeof foundOrdersSchema>
