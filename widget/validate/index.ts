import { amountsInCents, findSumFault } from '@backd/contract/amounts.ts'
import { createFieldErrors, describeIssue } from '@backd/contract/field-errors.ts'
import { orderSchema as contractSchema } from '@backd/contract/order.ts'
import type { z } from 'zod'
import type { Order } from '../sdk/types.ts'

/**
 * The Order Object as a zod schema (zod 4), for a merchant's own server or build: shapes, lengths, spelling and unknown keys, as
 * Backd's API judges them. Whether the amounts add up is no shape; validateOrder judges that as well.
 */
export const orderSchema: z.ZodType<Order, Order> = contractSchema

/** What one place of an order has to be. */
export interface OrderFault {
  /** Where: `items[0].sku`; of an order that is no object "order". */
  path: string
  /** What is wanted, after the path: "is required", "must be 9000.00, the sum of the other amounts; it is 8950.00". */
  message: string
}

/**
 * Judges an order by all that can be told without Backd, in the words of the API's own 400 and 422.
 * @returns its faults, at most 50; none for an order that the API takes, unless it is over your limit or its id is taken
 */
export function validateOrder(order: unknown): OrderFault[] {
  const parsed = contractSchema.safeParse(order, { error: describeIssue, reportInput: true })
  if (!parsed.success) return createFieldErrors(contractSchema, parsed.error.issues, 'order').fields
  const fault = findSumFault(amountsInCents(parsed.data))
  return fault ? [fault.field] : []
}
