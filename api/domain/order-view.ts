import type { CancelledOrder } from '@backd/contract/api/cancel-order.ts'
import type { FoundOrder, Schedule } from '@backd/contract/api/find-order.ts'
import type { OrderData } from '@backd/contract/api/order-data.ts'
import type { RefundedOrder } from '@backd/contract/api/refund.ts'
import type { UpdatedOrder } from '@backd/contract/api/update-order.ts'
import { toDollars } from '@backd/contract/money.ts'
import type { Contact } from '@backd/contract/order.ts'
import type { Offer } from '@backd/contract/plans.ts'
import { maxOrderTotalCents } from './limits.ts'
import type { Merchant } from './merchant.ts'
import type { Order } from './order.ts'
import { type OrderWithRefunds, refundStatusAt } from './refund.ts'

/** An order as the merchant API answers it: dollars, ISO dates, absent fields left out (S4). */
export function createOrderData(order: Order): OrderData {
  const { amounts } = order
  return {
    backd_order_id: order.backdOrderId,
    create_date: order.createdAt.toISOString(),
    order_total: toDollars(amounts.order_total_cents),
    cart_amount: toDollars(amounts.cart_amount_cents),
    tax_amount: toDollars(amounts.tax_amount_cents),
    shipping_amount: toDollars(amounts.shipping_amount_cents),
    discount_amount: toDollars(amounts.discount_amount_cents),
    status: order.status,
    merchant_order_id: order.merchantOrderId,
    ...(order.merchantOrderStatus !== undefined ? { merchant_order_status: order.merchantOrderStatus } : {}),
    ...(order.shipping ? { shipping: inPagesOrder(order.shipping) } : {}),
    ...(order.billing ? { billing: inPagesOrder(order.billing) } : {}),
    items: order.items.map((item) => ({
      display_name: item.display_name,
      sku: item.sku,
      unit_price: item.unit_price,
      qty: item.qty,
      item_image_url: item.item_image_url,
      item_url: item.item_url,
    })),
  }
}

/** A contact with its fields as the pages show them: the database keeps objects in an order of its own. */
function inPagesOrder({ name, company_name, address, phone_number, email }: Contact): Contact {
  const { line1, line2, city, state, zipcode, country } = address
  return {
    name: { first: name.first, last: name.last },
    company_name,
    address: { line1, line2, city, state, zipcode, country },
    phone_number,
    email,
  }
}

/** cancel_order's answer, which leaves merchant_order_status out. */
export function createCancelledOrder(order: Order): CancelledOrder {
  const { merchant_order_status: _, ...data } = createOrderData(order)
  return data
}

/** update_order's answer: the order, and how much further its total could go. */
export function createUpdatedOrder(order: Order, merchant: Merchant): UpdatedOrder {
  return { ...createOrderData(order), max_order_total: toDollars(maxOrderTotalCents(order, merchant)) }
}

/** The answer of refund and of its deletion, as things are at an instant. */
export function createRefundedOrder({ order, refunds }: OrderWithRefunds, now: Date): RefundedOrder {
  return {
    ...createOrderData(order),
    refunds: refunds.map((refund) => ({
      amount: toDollars(refund.amountCents),
      create_date: refund.createdAt.toISOString(),
      status: refundStatusAt(refund, now),
      locked_at: refund.lockedAt.toISOString(),
    })),
  }
}

/** find_order's answer, as things are at an instant. */
export function createFoundOrder(found: OrderWithRefunds, merchant: Merchant, now: Date): FoundOrder {
  const { order } = found
  return {
    ...createRefundedOrder(found, now),
    max_order_total: toDollars(maxOrderTotalCents(order, merchant)),
    ...(order.schedule ? { schedule: createScheduleView(order.schedule) } : {}),
  }
}

function createScheduleView(schedule: Offer): Schedule {
  return {
    plan_id: schedule.plan_id,
    plan_name: schedule.name,
    starts_on: schedule.starts_on,
    fee_amount: toDollars(schedule.fee_cents),
    total_amount: toDollars(schedule.total_cents),
    payments: schedule.payments.map(({ due_on, amount_cents }) => ({
      due_on,
      amount: toDollars(amount_cents),
    })),
  }
}
