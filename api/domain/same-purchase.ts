import type { Contact, Item, Order as OrderObject } from '@backd/contract/order.ts'
import { amountsInCents } from './amounts.ts'
import { canonicalJson } from './content.ts'
import type { Order } from './order.ts'

type Purchase = Pick<Order, 'merchantOrderId' | 'amounts' | 'billing' | 'items'>

/**
 * Whether a cart is the one that an order was made of, as far as its customer was shown (ADR 0027): the same id, amounts, articles
 * and buyer. So whoever is told of the order reads nothing of the cart that they did not bring. Addresses, phone numbers and
 * pictures may differ, and how names are written in capitals and spaces.
 */
export function isSamePurchase(order: Purchase, input: OrderObject): boolean {
  return shown(order) === shown(purchaseOf(input))
}

const purchaseOf = (input: OrderObject): Purchase => ({
  merchantOrderId: input.merchant_order_id,
  amounts: amountsInCents(input),
  billing: input.billing,
  items: input.items,
})

function shown({ merchantOrderId, amounts, billing, items }: Purchase): string {
  return canonicalJson({
    merchantOrderId,
    amounts,
    buyer: billing && buyerOf(billing),
    items: articlesOf(items),
  })
}

const buyerOf = ({ name, company_name, email }: Contact) =>
  [name.first, name.last, company_name ?? '', email].map(plain)

/** In any order, since a page may sort them anew. Their names are the shop's to word; the sku says what they are. */
const articlesOf = (items: readonly Item[]) =>
  items.map(({ sku, qty, unit_price }) => canonicalJson([sku, qty, unit_price])).sort()

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()
