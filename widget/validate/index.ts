import { amountsInCents, findSumFault } from '@backd/contract/amounts.ts'
import { createOrderSchema as contractCreateOrderSchema } from '@backd/contract/api/create-order.ts'
import { createFieldErrors, describeIssue } from '@backd/contract/field-errors.ts'
import { orderSchema as contractOrderSchema } from '@backd/contract/order.ts'
import type { z } from 'zod'
import type { Order } from '../sdk/types.ts'
import type { CreateOrder, OrderFault } from './types.ts'

export type * from './types.ts'

/**
 * The Order Object as a zod schema (zod 4), for a merchant's own server or build: shapes, lengths, spelling and unknown keys, as
 * Backd's API judges them. Whether the amounts add up is no shape; validateOrder judges that as well.
 */
export const orderSchema: z.ZodType<Order, Order> = contractOrderSchema

/** The body of create_order, likewise. */
export const createOrderSchema: z.ZodType<CreateOrder, CreateOrder> = contractCreateOrderSchema

/**
 * Judges an Order Object by all that can be told without Backd, in the words of the API's own 400 and 422.
 * @returns its faults, at most 50; none for an order that the API takes, unless it is over your limit or its id is taken
 */
export function validateOrder(order: unknown): OrderFault[] {
  return findFaults(orderSchema, order, 'order')
}

/**
 * Judges the body that your server is about to send to create_order, likewise.
 * @returns its faults; none also where documents turn out to be too large, or to be no PDF, PNG or JPEG
 */
export function validateCreateOrder(body: unknown): OrderFault[] {
  return findFaults(createOrderSchema, body, 'body')
}

function findFaults(schema: z.ZodType<Order | CreateOrder>, value: unknown, root: string): OrderFault[] {
  const parsed = schema.safeParse(value, { error: describeIssue, reportInput: true })
  if (!parsed.success) return createFieldErrors(schema, parsed.error.issues, root).fields
  const fault = findSumFault(amountsInCents(parsed.data))
  return fault ? [fault.field] : []
}
