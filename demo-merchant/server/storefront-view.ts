import { countItems, MAX_QTY } from './cart.ts'
import { catalogue } from './catalogue.ts'
import { type ContactField, contactFields, exampleValues, type FormValues } from './checkout-fields.ts'
import type { Config } from './config.ts'
import type { ShopOrder } from './order.ts'
import type { Placement } from './place-order.ts'
import { type CartLine, priceCart, priceLine, SHIPPING_CENTS, type Totals } from './pricing.ts'
import { type TryCustomer, tryCustomers } from './try-customers.ts'

/** What the React storefront (spa/) is told as JSON. All amounts are integer cents, and the server's alone. */

export interface StorefrontView {
  shop_name: string
  /** Where Backd's checkout is, for initializeWidget. */
  checkout_origin: string
  /** Ours at Backd, for what a payment comes to. */
  public_key: string
  /** The most of one product in a cart. */
  max_qty: number
  products: ProductView[]
  /** The checkout form: its fields in order, and what it holds when it is opened. */
  contact_fields: readonly ContactField[]
  example_values: FormValues
  try_customers: readonly TryCustomer[]
}

export interface ProductView {
  sku: string
  name: string
  summary: string
  description: string
  facts: readonly string[]
  image_url: string
  unit_price_cents: number
  ships_as: 'parcel' | 'freight'
  /** Of an order with nothing else in it. */
  shipping_cents: number
  volume_discount: { from_qty: number; off_cents: number } | null
}

export interface CartView {
  lines: CartLineView[]
  /** How many things are in it. */
  count: number
  totals: Totals
}

export interface CartLineView {
  sku: string
  name: string
  image_url: string
  unit_price_cents: number
  qty: number
  line_cents: number
}

/** How placing an order went. */
export interface PlacementView {
  outcome: Exclude<Placement['kind'], 'unknown_order'>
  /** The order's page. */
  order_url: string
  /** Backd's sentence, unless the order is placed. */
  message: string | null
  order: { merchant_order_id: string; first_name: string; email: string; total_cents: number }
}

const imageUrl = (illustration: string) => `/assets/illustrations/${illustration}.svg`

export function viewStorefront({ shopName, backd }: Config): StorefrontView {
  return {
    shop_name: shopName,
    checkout_origin: backd.origin,
    public_key: backd.publicKey,
    max_qty: MAX_QTY,
    products: catalogue.map((product) => ({
      sku: product.sku,
      name: product.name,
      summary: product.summary,
      description: product.description,
      facts: product.facts,
      image_url: imageUrl(product.illustration),
      unit_price_cents: product.unitPriceCents,
      ships_as: product.shipsAs,
      shipping_cents: SHIPPING_CENTS[product.shipsAs],
      volume_discount: product.volumeDiscount
        ? { from_qty: product.volumeDiscount.fromQty, off_cents: product.volumeDiscount.offCents }
        : null,
    })),
    contact_fields: contactFields,
    example_values: exampleValues,
    try_customers: tryCustomers,
  }
}

export function viewCart(lines: readonly CartLine[]): CartView {
  return {
    lines: lines.map((line) => ({
      sku: line.product.sku,
      name: line.product.name,
      image_url: imageUrl(line.product.illustration),
      unit_price_cents: line.product.unitPriceCents,
      qty: line.qty,
      line_cents: priceLine(line),
    })),
    count: countItems(lines),
    totals: priceCart(lines),
  }
}

export function viewPlacement(placement: Exclude<Placement, { kind: 'unknown_order' }>): PlacementView {
  const { order } = placement
  return {
    outcome: placement.kind,
    order_url: orderUrl(order),
    message: placement.kind === 'placed' ? null : placement.message,
    order: {
      merchant_order_id: order.merchantOrderId,
      first_name: order.billing.name.first,
      email: order.billing.email,
      total_cents: order.totals.totalCents,
    },
  }
}

const orderUrl = (order: ShopOrder) => `/purchases/${order.merchantOrderId}`
