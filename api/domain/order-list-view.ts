import type { OrderSummary } from '@backd/contract/api/find-orders.ts'
import type { OrderEvents } from '@backd/contract/api/order-events.ts'
import { toDollars } from '@backd/contract/money.ts'
import type { OrderEvent, OrderLine } from './order.ts'

/** An order as a list shows it; of its contact the name alone. */
export function createOrderSummary(line: OrderLine): OrderSummary {
  const { billing } = line
  return {
    backd_order_id: line.backdOrderId,
    merchant_order_id: line.merchantOrderId,
    create_date: line.createdAt.toISOString(),
    status: line.status,
    order_total: toDollars(line.orderTotalCents),
    ...(line.merchantOrderStatus !== undefined ? { merchant_order_status: line.merchantOrderStatus } : {}),
    ...(billing
      ? {
          billing: {
            name: { first: billing.name.first, last: billing.name.last },
            company_name: billing.company_name,
          },
        }
      : {}),
  }
}

/** A line of an order's history as order_events answers it. */
export function createEventView({
  type,
  actor,
  from,
  to,
  at,
  data,
}: OrderEvent): OrderEvents['events'][number] {
  return { type, actor, from, to, create_date: at.toISOString(), data }
}
