import type { BackdClient } from './backd-client.ts'
import { toDollars } from './money.ts'
import type { ShopOrder } from './order.ts'
import type { OrderBook } from './orders.ts'

export type Placement =
  /** Backd and the shop agree: pack it. */
  | { kind: 'placed'; order: ShopOrder }
  /** Backd says that the order is not what the shop sold; `message` is Backd's sentence. */
  | { kind: 'needs_attention'; order: ShopOrder; message: string }
  /** Not placed, and nothing is wrong with the order itself; it may be tried again. */
  | { kind: 'not_yet'; order: ShopOrder; message: string }
  | { kind: 'unknown_order' }

/**
 * What the shop does when it hears that a customer has finished at Backd.
 *
 * That news comes through the customer's browser, so it is a hint, never a proof: the shop looks the order up in its own
 * book and asks Backd to place it for the total in that book. A browser that changed the total on its way to Backd is
 * found out here (`total_mismatch`). Hearing the news twice is normal (a reload of the return page) and harmless.
 */
export async function placeOrder(
  { book, backd }: { book: OrderBook; backd: BackdClient },
  merchantOrderId: string,
  backdOrderId: string,
): Promise<Placement> {
  const order = book.find(merchantOrderId)
  if (!order) return { kind: 'unknown_order' }
  if (order.status === 'placed') return alreadyPlaced(order, backdOrderId)

  const result = await backd.orderPlaced({
    backd_order_id: backdOrderId,
    merchant_order_id: merchantOrderId,
    order_total: toDollars(order.totals.totalCents),
  })

  if (result.ok) {
    const text = `order_placed: BackdPay took the order as ${backdOrderId}.`
    return { kind: 'placed', order: book.settle(merchantOrderId, { status: 'placed', backdOrderId }, text) }
  }
  const { message } = result
  const text = `order_placed: ${message} (${result.code})`
  if (result.kind === 'unavailable') {
    // Kept, so that the order's page can try again without the customer.
    const { status } = order
    return { kind: 'not_yet', order: book.settle(merchantOrderId, { status, backdOrderId }, text), message }
  }
  if (disagreements.has(result.code)) {
    const outcome = { status: 'needs_attention', backdOrderId, problem: message } as const
    return { kind: 'needs_attention', order: book.settle(merchantOrderId, outcome, text), message }
  }
  book.note(merchantOrderId, text)
  return { kind: 'not_yet', order: book.find(merchantOrderId) ?? order, message }
}

/** The refusals that mean Backd's order is another one than the shop sold. */
const disagreements = new Set([
  'total_mismatch',
  'merchant_order_id_conflict',
  'order_already_confirmed',
  'order_cancelled',
])

function alreadyPlaced(order: ShopOrder, backdOrderId: string): Placement {
  if (order.backdOrderId === backdOrderId) return { kind: 'placed', order }
  const message = `This order is already placed as ${order.backdOrderId}; ${backdOrderId} was left alone.`
  return { kind: 'not_yet', order, message }
}
