import type { UpdateOrder } from '@backd/contract/api/update-order.ts'
import type { AmountsCents } from '@backd/contract/money.ts'
import type { Contact, Item } from '@backd/contract/order.ts'
import { amountsInCents } from './amounts.ts'
import { canonicalJson, withoutNulls } from './content.ts'
import type { Order } from './order.ts'

/** What update_order says of an order, in our own terms. Absent parts stay as they are. */
export interface OrderUpdate {
  merchantOrderStatus: string
  amounts: AmountsCents
  shipping?: Contact
  billing?: Contact
  items?: Item[]
}

export function orderUpdateFrom(body: UpdateOrder): OrderUpdate {
  const { shipping, billing, items } = body
  return {
    merchantOrderStatus: body.merchant_order_status,
    amounts: amountsInCents(body),
    ...(shipping ? { shipping: withoutNulls(shipping) } : {}),
    ...(billing ? { billing: withoutNulls(billing) } : {}),
    ...(items ? { items: withoutNulls(items) } : {}),
  }
}

/** The names of the parts that the update says otherwise than the order has them; empty for a replay. */
export function changedParts(order: Order, update: OrderUpdate): string[] {
  return (Object.keys(update) as (keyof OrderUpdate)[]).filter(
    (part) => canonicalJson(update[part]) !== canonicalJson(order[part]),
  )
}
