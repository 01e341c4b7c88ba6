import type { AmountsCents } from '@backd/contract/money.ts'
import { readPresentation } from '@backd/contract/presentation.ts'
import type { CheckoutLink, Order, OrderEvent } from '../domain/order.ts'
import type { Refund } from '../domain/refund.ts'
import type { OrderChange } from '../use-cases/ports/orders.ts'
import type { checkoutSessions, orderEvents, orders, refunds } from './schema.ts'

type Row = typeof orders.$inferSelect
type NewRow = typeof orders.$inferInsert

/** An order as the table keeps it. */
export function orderToRow(order: Order): NewRow {
  const { amounts, acceptance } = order
  return {
    backdOrderId: order.backdOrderId,
    merchantId: order.merchantId,
    source: order.source,
    version: order.version,
    status: order.status,
    merchantOrderId: order.merchantOrderId,
    holdsMerchantOrderId: order.holdsMerchantOrderId,
    merchantOrderStatus: order.merchantOrderStatus ?? null,
    ...amountsToRow(amounts),
    billing: order.billing ?? null,
    shipping: order.shipping ?? null,
    items: order.items,
    customerEmail: order.customerEmail ?? null,
    contentDigest: order.contentDigest ?? null,
    ...(acceptance ? acceptanceToRow(acceptance) : {}),
    schedule: order.schedule ?? null,
    expiresAt: order.expiresAt,
    createdAt: order.createdAt,
  }
}

/** The columns that a change sets; the others stay. */
export function changeToRow({ acceptance, amounts, ...columns }: OrderChange): Partial<NewRow> {
  return {
    ...columns,
    ...(amounts ? amountsToRow(amounts) : {}),
    ...(acceptance ? acceptanceToRow(acceptance) : {}),
  }
}

function amountsToRow(amounts: AmountsCents) {
  return {
    orderTotalCents: amounts.order_total_cents,
    cartAmountCents: amounts.cart_amount_cents,
    taxAmountCents: amounts.tax_amount_cents,
    shippingAmountCents: amounts.shipping_amount_cents,
    discountAmountCents: amounts.discount_amount_cents,
  }
}

function acceptanceToRow(acceptance: NonNullable<Order['acceptance']>) {
  return {
    acceptedPlan: acceptance.plan,
    acceptedOffer: acceptance.offer,
    acceptedTotalCents: acceptance.totalCents,
    agreementVersion: acceptance.agreementVersion,
    acceptedBy: acceptance.agreedBy ?? null,
    acceptedLanguage: acceptance.language,
    termsSelectedAt: acceptance.selectedAt,
  }
}

export function rowToOrder(row: Row): Order {
  const { acceptedPlan, acceptedOffer, acceptedTotalCents, agreementVersion, termsSelectedAt } = row
  const { acceptedBy, acceptedLanguage } = row
  return {
    backdOrderId: row.backdOrderId,
    merchantId: row.merchantId,
    source: row.source,
    version: row.version,
    status: row.status,
    merchantOrderId: row.merchantOrderId,
    holdsMerchantOrderId: row.holdsMerchantOrderId,
    ...(row.merchantOrderStatus !== null ? { merchantOrderStatus: row.merchantOrderStatus } : {}),
    amounts: {
      order_total_cents: row.orderTotalCents,
      cart_amount_cents: row.cartAmountCents,
      tax_amount_cents: row.taxAmountCents,
      shipping_amount_cents: row.shippingAmountCents,
      discount_amount_cents: row.discountAmountCents,
    },
    ...(row.billing ? { billing: row.billing } : {}),
    ...(row.shipping ? { shipping: row.shipping } : {}),
    items: row.items,
    ...(row.customerEmail !== null ? { customerEmail: row.customerEmail } : {}),
    ...(row.contentDigest !== null ? { contentDigest: row.contentDigest } : {}),
    ...(acceptedPlan &&
    acceptedOffer &&
    acceptedTotalCents !== null &&
    agreementVersion !== null &&
    termsSelectedAt
      ? {
          acceptance: {
            plan: acceptedPlan,
            offer: acceptedOffer,
            totalCents: acceptedTotalCents,
            agreementVersion,
            selectedAt: termsSelectedAt,
            language: acceptedLanguage ?? 'en',
            ...(acceptedBy !== null ? { agreedBy: acceptedBy } : {}),
          },
        }
      : {}),
    ...(row.schedule ? { schedule: row.schedule } : {}),
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
  }
}

export function rowToRefund(row: typeof refunds.$inferSelect): Refund {
  const { id, amountCents, status, createdAt, lockedAt } = row
  return { id, amountCents, status, createdAt, lockedAt }
}

export function eventToRow(event: OrderEvent): typeof orderEvents.$inferInsert {
  return {
    backdOrderId: event.backdOrderId,
    actor: event.actor,
    type: event.type,
    fromStatus: event.from,
    toStatus: event.to,
    data: event.data,
    createdAt: event.at,
  }
}

export function linkToRow(link: CheckoutLink): typeof checkoutSessions.$inferInsert {
  return {
    tokenHash: link.tokenHash,
    backdOrderId: link.backdOrderId,
    surface: link.surface,
    approvalId: link.approvalId ?? null,
    successUrl: link.returnUrls?.success ?? null,
    closeUrl: link.returnUrls?.close ?? null,
    ...link.presentation,
    createdAt: link.createdAt,
  }
}

export function rowToLink(row: typeof checkoutSessions.$inferSelect): CheckoutLink {
  const { tokenHash, backdOrderId, surface, successUrl, closeUrl, verifiedAt, browserHash, createdAt } = row
  const { locale, appearance, approvalId } = row
  return {
    tokenHash,
    backdOrderId,
    surface,
    ...(approvalId !== null ? { approvalId } : {}),
    ...(successUrl !== null && closeUrl !== null
      ? { returnUrls: { success: successUrl, close: closeUrl } }
      : {}),
    // Judged on its way out as well: a row that was edited by hand shows nothing it should not.
    presentation: readPresentation({ locale, appearance }),
    ...(verifiedAt ? { verified: { at: verifiedAt, ...(browserHash ? { browserHash } : {}) } } : {}),
    createdAt,
  }
}
