import type { Order } from '@backd/widget'
import {
  type CreateOrder,
  createOrderSchema,
  type OrderFault,
  orderSchema,
  validateCreateOrder,
  validateOrder,
} from '@backd/widget/validate'
import { z } from 'zod'

export const faults: OrderFault[] = validateOrder({ merchant_order_id: 'NW-1' })
export const order: Order = orderSchema.parse(JSON.parse('{}'))
export const withNote = z.object({ order: orderSchema, note: z.string() })
export const total: number = withNote.parse({}).order.order_total
// @ts-expect-error: the amounts are numbers
export const text: string = order.order_total

export const body: CreateOrder = createOrderSchema.parse(order)
export const more: OrderFault[] = validateCreateOrder(body)
// @ts-expect-error: the server's order always says where to come back to
body.mode = { type: 'modal' }
