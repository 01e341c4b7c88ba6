import type { Order } from '../order.ts'

/**
 * The wire between the SDK (host) and the checkout in its frame: one closed, versioned union. Free of zod: both ends
 * carry it to the browser. How the wire is set up is in widget/channel.
 */

/** Raised when a message changes meaning; the two ends refuse to talk across versions. */
export const FRAME_PROTOCOL_VERSION = 1

/**
 * What initializeWidget was called with, but for the callbacks: an order, or the token of create_order's
 * `customer_url`.
 */
export type Opening = ({ order: Order; token?: undefined } | { token: string; order?: undefined }) & {
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
 * What each message of the checkout leads to on the merchant's page, then its fields. All are texts but `recoverable`.
 */
export const checkoutMessages = {
  'checkout:shown': ['show'],
  'checkout:completed': ['onSuccess', 'backd_order_id', 'merchant_order_id'],
  'checkout:closed': ['onClose', 'message', 'code'],
  'checkout:failed': ['onFail', 'message', 'code', 'recoverable'],
} as const satisfies Record<CheckoutMessage['type'], readonly string[]>

/** Whether a value that came over the wire is a message of the checkout. */
export function isCheckoutMessage(value: unknown): value is CheckoutMessage {
  const message = Object(value)
  // A list for a type would also be found under its one text, and whatever objects inherit has no `every`.
  const shape: readonly string[] | undefined = checkoutMessages[message.type as CheckoutMessage['type']]
  return !!shape?.every?.(
    (field, at) => typeof message[at ? field : 'type'] === (field === 'recoverable' ? 'boolean' : 'string'),
  )
}

/** Whether a value that came over the wire is a message of the host. What is to be opened is judged by the API. */
export function isHostMessage(value: unknown): value is HostMessage {
  return ['host:open', 'host:close'].includes(Object(value).type)
}
