import type { BackdResult, FieldFault } from '../backd-answer.ts'
import type { BackdOrder } from '../backd-client.ts'
import { toCents } from '../money.ts'
import { placeOrder } from '../place-order.ts'
import type { Shop } from '../shop.ts'
import { readAmount } from './amount.ts'
import type { Action } from './order-facts.ts'
import { amountFields } from './pages/update-form.ts'

/** Done, or why not, with the HTTP status that says so. */
export type Outcome = { ok: true } | { ok: false; status: number; message: string; faults: FieldFault[] }

type Fields = Record<string, string>

/** Does one of the back office's actions at Backd, and writes it into the shop's books. */
export async function carryOut(
  shop: Shop,
  action: Action,
  order: BackdOrder,
  fields: Fields,
): Promise<Outcome> {
  const { backd } = shop
  const { backd_order_id, merchant_order_id } = order
  const ids = { backd_order_id, merchant_order_id }
  switch (action) {
    case 'place':
      return await place(shop, order)
    case 'update':
      return await update(shop, order, fields)
    case 'confirm':
      return noted(shop, order, await backd.confirmOrder(ids), 'confirm_order: the order is confirmed.')
    case 'cancel':
      return noted(shop, order, await backd.cancelOrder(ids), 'cancel_order: the order is cancelled.')
    case 'refund': {
      const amount = readAmount(fields['refund_amount'] ?? '')
      if (amount === undefined) return unreadable(['refund_amount'])
      const asked = await backd.refund({ ...ids, refund_amount: amount })
      return noted(shop, order, asked, `refund: ${amount.toFixed(2)} is asked for.`)
    }
    case 'delete_refund':
      return noted(shop, order, await backd.deleteRefund(ids), 'delete_refund: the refund is taken back.')
  }
}

/** An order of the shop's books is placed for the total in them; one that was made elsewhere, as it is. */
async function place(shop: Shop, order: BackdOrder): Promise<Outcome> {
  const { backd_order_id, merchant_order_id } = order
  const placement = await placeOrder(shop, merchant_order_id, backd_order_id)
  if (placement.kind === 'unknown_order') {
    return toOutcome(await shop.backd.orderPlaced({ backd_order_id, merchant_order_id }))
  }
  if (placement.kind === 'placed') return { ok: true }
  return { ok: false, status: 409, message: placement.message, faults: [] }
}

async function update(shop: Shop, order: BackdOrder, fields: Fields): Promise<Outcome> {
  const { backd_order_id, merchant_order_id } = order
  const read = (name: (typeof amountFields)[number]['name']) => readAmount(fields[name] ?? '')
  const bad = amountFields.filter(({ name }) => read(name) === undefined).map(({ name }) => name)
  if (bad.length > 0) return unreadable(bad)
  const amounts = {
    cart_amount: read('cart_amount') ?? 0,
    tax_amount: read('tax_amount') ?? 0,
    shipping_amount: read('shipping_amount') ?? 0,
    discount_amount: read('discount_amount') ?? 0,
    order_total: read('order_total') ?? 0,
  }
  const merchant_order_status = fields['merchant_order_status'] ?? ''
  const updated = await shop.backd.updateOrder({
    backd_order_id,
    merchant_order_id,
    merchant_order_status,
    ...amounts,
  })
  if (updated.ok && shop.book.find(merchant_order_id)) {
    const { data } = updated
    const totals = {
      cartCents: toCents(data.cart_amount),
      taxCents: toCents(data.tax_amount),
      shippingCents: toCents(data.shipping_amount),
      discountCents: toCents(data.discount_amount),
      totalCents: toCents(data.order_total),
    }
    shop.book.reprice(merchant_order_id, totals, `update_order: the total is ${data.order_total.toFixed(2)}.`)
  }
  return toOutcome(updated)
}

function noted(shop: Shop, order: BackdOrder, result: BackdResult<unknown>, text: string): Outcome {
  if (result.ok && shop.book.find(order.merchant_order_id)) shop.book.note(order.merchant_order_id, text)
  return toOutcome(result)
}

function toOutcome(result: BackdResult<unknown>): Outcome {
  if (result.ok) return { ok: true }
  const { message } = result
  return result.kind === 'refused'
    ? { ok: false, status: result.status, message, faults: result.faults }
    : { ok: false, status: 503, message, faults: [] }
}

function unreadable(names: string[]): Outcome {
  const message = 'Write each amount as a number of dollars, like 1,250.00.'
  return { ok: false, status: 400, message, faults: names.map((path) => ({ path, message })) }
}
