import type { OrderStatus } from './backd-client.ts'
import { type Html, html } from './html.ts'

/** Backd's statuses for people. A Record, so that a status Backd adds is missed by the compiler, not by a reader. */
export const statusWords: Record<OrderStatus, string> = {
  order_created: 'Waiting for the customer',
  terms_selected: 'Terms selected',
  order_placed: 'Placed',
  order_confirmed: 'Confirmed',
  refund: 'Refunded',
  order_cancelled: 'Cancelled',
}

export function isOrderStatus(text: string): text is OrderStatus {
  return Object.hasOwn(statusWords, text)
}

export function renderPill(status: OrderStatus): Html {
  return html`<span class="pill pill-${status}">${statusWords[status] ?? status}</span>`
}
