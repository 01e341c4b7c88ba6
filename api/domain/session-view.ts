import { type CalendarDate, dateInChicago } from '@backd/contract/calendar.ts'
import { linePriceCents, readUnitPrices } from '@backd/contract/line-prices.ts'
import { createOffer, type Offer } from '@backd/contract/plans.ts'
import type { CheckoutSession, SessionItem } from '@backd/contract/session.ts'
import { currentAgreement, findAgreement } from './agreement.ts'
import type { Merchant } from './merchant.ts'
import type { CheckoutLink, Order } from './order.ts'

/** The whole of an order as its customer's checkout sees it at an instant. */
export function createSessionView(
  order: Order,
  merchant: Merchant,
  link: Pick<CheckoutLink, 'returnUrls' | 'presentation'>,
  now: Date,
): CheckoutSession {
  const { acceptance } = order
  const agreement = acceptance ? findAgreement(acceptance.agreementVersion) : undefined
  return {
    backd_order_id: order.backdOrderId,
    merchant_order_id: order.merchantOrderId,
    merchant_name: merchant.name,
    status: order.status,
    ...order.amounts,
    items: sessionItems(order),
    buyer: order.billing
      ? {
          name: `${order.billing.name.first} ${order.billing.name.last}`,
          company_name: order.billing.company_name || null,
          email: order.billing.email,
        }
      : null,
    offers: order.status === 'order_created' ? offersFor(order, merchant, now) : [],
    agreement: agreement ?? currentAgreement(),
    selected: acceptance
      ? {
          offer: acceptance.offer,
          schedule: order.schedule ?? acceptance.offer,
          agreement_version: acceptance.agreementVersion,
          selected_at: acceptance.selectedAt.toISOString(),
        }
      : null,
    return_urls: link.returnUrls ?? null,
    ...link.presentation,
    expires_at: order.expiresAt.toISOString(),
  }
}

/** The day from which due dates count: today in Chicago. */
export function startDate(now: Date): CalendarDate {
  return dateInChicago(now)
}

/** Each of the merchant's plans, worked out for this order as it would be stored now. */
function offersFor(order: Order, merchant: Merchant, now: Date): Offer[] {
  return merchant.plans.map((plan) => createOffer(plan, order.amounts.order_total_cents, startDate(now)))
}

function sessionItems(order: Order): SessionItem[] {
  const reading = readUnitPrices(order.items, order.amounts.cart_amount_cents)
  return order.items.map((item) => ({
    display_name: item.display_name,
    sku: item.sku,
    qty: item.qty,
    line_price_cents: linePriceCents(item, reading),
  }))
}
