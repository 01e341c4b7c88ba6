import type { Order } from '../order.ts'

/**
 * The wire between the SDK (host) and the checkout in its frame: one closed, versioned union. Free of zod: both ends
 * carry it to the browser. How the wire is set up is in widget/channel.
 */

/** Raised when a message changes meaning; the two ends refuse to talk across versions. */
export const FRAME_PROTOCOL_VERSION = 1

/** What initializeWidget was called with, but for the callbacks. */
export interface Opening {
  order: Order
  locale?: unknown
  appearance?: unknown
}

/** Imperative, from the merchant's page to the checkout. */
export type HostMessage =
  /** `locale` and `appearance` as the merchant's page gave them: the API judges both, as it does the order. */
  | ({ type: 'host:open' } & Opening)
  /** Escape or the dialog's close button: the checkout decides and answers with `checkout:closed`. */
  | { type: 'host:close' }

/** Past tense, from the checkout to the merchant's page. The last three are terminal: exactly one is sent. */
export type CheckoutMessage =
  /** The checkout shows its first screen. */
  | { type: 'checkout:shown' }
  | {
      type: 'checkout:completed'
      backd_order_id: string
      merchant_order_id: string
    }
  | { type: 'checkout:closed'; message: string; code: CloseCode }
  | {
      type: 'checkout:failed'
      message: string
      code: FailCode
      recoverable: boolean
    }

/** closeData.code: the customer left before completing. */
export const closeCodes = [
  'CUSTOMER_CLOSED',
  'MERCHANT_CLOSED',
  'CHECKOUT_EXPIRED',
  'ORDER_CANCELLED',
  'ORDER_REFUNDED',
  'EMAIL_UNDELIVERABLE',
  'APPROVAL_PENDING',
  'APPROVAL_DECLINED',
] as const
export type CloseCode = (typeof closeCodes)[number]

/** errorData.code: nothing can go on. */
export const failCodes = [
  'FRAME_UNREACHABLE',
  'NETWORK_ERROR',
  'INVALID_PUBLIC_KEY',
  'ORIGIN_NOT_ALLOWED',
  'INVALID_ORDER',
  'AMOUNTS_DO_NOT_ADD_UP',
  'TOTAL_EXCEEDS_LIMIT',
  'CUSTOMER_DECLINED',
  'DUPLICATE_MERCHANT_ORDER_ID',
  'INVALID_OPTIONS',
  'SERVICE_ERROR',
] as const
export type FailCode = (typeof failCodes)[number]

/**
 * The fields of each message of the checkout. All are texts but `recoverable`. The type is one of them, since a list of
 * one text would also be found under it.
 */
const checkoutFields: Record<CheckoutMessage['type'], string[]> = {
  'checkout:shown': ['type'],
  'checkout:completed': ['type', 'backd_order_id', 'merchant_order_id'],
  'checkout:closed': ['type', 'message', 'code'],
  'checkout:failed': ['type', 'message', 'code', 'recoverable'],
}

/** Whether a value that came over the wire is a message of the checkout. */
export function isCheckoutMessage(value: unknown): value is CheckoutMessage {
  const message = Object(value)
  return !!checkoutFields[message.type as CheckoutMessage['type']]?.every?.(
    (field) => typeof message[field] === (field === 'recoverable' ? 'boolean' : 'string'),
  )
}

/** Whether a value that came over the wire is a message of the host. The order itself is judged by the API. */
export function isHostMessage(value: unknown): value is HostMessage {
  const message = value as Record<string, unknown> | null
  if (!message || typeof message !== 'object') return false
  if (message['type'] === 'host:close') return true
  return message['type'] === 'host:open' && typeof message['order'] === 'object' && message['order'] !== null
}
