import type { Contact, Storefront } from './checkout-form.ts'
import type { Config } from './config.ts'
import { toDollars } from './money.ts'
import type { ShopOrder } from './order.ts'

/** A contact as Backd takes it: what it lacks is null. */
type BackdContact = Omit<Contact, 'company_name' | 'address'> & {
  company_name: string | null
  address: Omit<Contact['address'], 'line2'> & { line2: string | null }
}

/** Backd's Order Object, as far as this shop fills it in. Amounts in dollars. */
interface OrderCore {
  merchant_order_id: string
  merchant_order_status: string
  cart_amount: number
  tax_amount: number
  shipping_amount: number
  discount_amount: number
  order_total: number
  billing: BackdContact
  shipping?: BackdContact
  items: {
    display_name: string
    sku: string
    unit_price: number
    qty: number
    item_image_url: string
    item_url: string
  }[]
}

interface RedirectMode {
  type: 'redirect'
  order_success_url: string
  order_close_url: string
}

/** What the page passes to `widgetBackd.initializeWidget`. */
export interface OrderObject extends OrderCore {
  merchant: { public_api_key: string; name: string }
  mode: { type: 'modal' } | RedirectMode
}

/** What the server posts to `/create_order`. */
export interface CreateOrder extends OrderCore {
  mode: RedirectMode
  customer_email: string
  notify_customer: boolean
}

/** The Order Object of an order in the shop's books, for the browser. It holds no secret. */
export function createOrderObject(order: ShopOrder, config: Config, storefront: Storefront): OrderObject {
  return {
    merchant: { public_api_key: config.backd.publicKey, name: config.shopName },
    mode: order.route === 'redirect' ? redirectMode(order, config, storefront) : { type: 'modal' },
    ...orderCore(order, config),
  }
}

/**
 * The same order for `/create_order`. With `notifyCustomer`, Backd mails the link to the billing address.
 * @param storefront where a customer who opens the link as a page comes back to
 */
export function createOrderRequest(
  order: ShopOrder,
  config: Config,
  notifyCustomer: boolean,
  storefront?: Storefront,
): CreateOrder {
  return {
    mode: redirectMode(order, config, storefront),
    customer_email: order.billing.email,
    notify_customer: notifyCustomer,
    ...orderCore(order, config),
  }
}

/**
 * Backd keeps the query that we put on these URLs and adds its own: backd_order_id and merchant_order_id on success,
 * message and code on close. Since close names no order, ours says which one it was.
 */
function redirectMode(
  order: ShopOrder,
  { shopOrigin }: Config,
  storefront: Storefront = 'pages',
): RedirectMode {
  const closeQuery = new URLSearchParams({ order: order.merchantOrderId })
  const { success, close } = returnPaths[storefront]
  return {
    type: 'redirect',
    order_success_url: `${shopOrigin}${success}?via=${order.route}`,
    order_close_url: `${shopOrigin}${close}?${closeQuery}`,
  }
}

const returnPaths: Record<Storefront, { success: string; close: string }> = {
  pages: { success: '/checkout/success', close: '/checkout/close' },
  spa: { success: '/spa/result', close: '/spa/checkout' },
}

function orderCore(order: ShopOrder, config: Config): OrderCore {
  const { totals } = order
  return {
    merchant_order_id: order.merchantOrderId,
    merchant_order_status: 'pending',
    cart_amount: toDollars(totals.cartCents),
    tax_amount: toDollars(totals.taxCents),
    shipping_amount: toDollars(totals.shippingCents),
    discount_amount: toDollars(totals.discountCents),
    order_total: toDollars(totals.totalCents),
    billing: toBackdContact(order.billing),
    ...(order.shipping ? { shipping: toBackdContact(order.shipping) } : {}),
    items: order.lines.map((line) => ({
      display_name: line.name,
      sku: line.sku,
      unit_price: toDollars(line.unitPriceCents),
      qty: line.qty,
      item_image_url: `${config.shopOrigin}/assets/illustrations/${line.illustration}.svg`,
      item_url: `${config.shopOrigin}/products/${line.sku}`,
    })),
  }
}

function toBackdContact(contact: Contact): BackdContact {
  const { company_name = null, address } = contact
  return { ...contact, company_name, address: { ...address, line2: address.line2 ?? null } }
}
