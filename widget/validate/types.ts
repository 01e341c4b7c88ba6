import type { Contact, Order, RedirectMode } from '../sdk/types.ts'

/** What your server posts to create_order: an order that names no merchant, since the keys do, and where to come back to. */
export interface CreateOrder extends Omit<Order, 'merchant' | 'mode' | 'billing'> {
  /** Tolerated; the key has to be the caller's. */
  merchant?: { public_api_key: string; name?: string | undefined } | undefined
  mode: RedirectMode
  billing?: Contact | null | undefined
  /** Required when `notify_customer` is true. */
  customer_email?: string | null | undefined
  /** A BCP 47 tag: "en", "es-MX". */
  locale?: string | null | undefined
  /** Mails the link to `customer_email`. */
  notify_customer?: boolean | null | undefined
  /** At most 5: PDF, PNG or JPEG, 10 MB together. */
  documents?: { documentBase64: string; filename: string; documentRef: string }[] | null | undefined
}

/** What one place of an order has to be. */
export interface OrderFault {
  /** Where: `items[0].sku`; of what is no object "order", or "body" for create_order. */
  path: string
  /** What is wanted, after the path: "is required", "must be 9000.00, the sum of the other amounts; it is 8950.00". */
  message: string
}
