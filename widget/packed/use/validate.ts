import type { Order } from '@backd/widget'
import { type OrderFault, orderSchema, validateOrder } from '@backd/widget/validate'
import { z } from 'zod'

export const faults: OrderFault[] = validateOrder({ merchant_order_id: 'NW-1' })
export const order: Order = orderSchema.parse(JSON.parse('{}'))
export const withNote = z.object({ order: orderSchema, note: z.string() })
export const total: number = withNote.parse({}).order.order_total
// @ts-expect-error: the amounts are numbers
export const text: string = order.order_total
