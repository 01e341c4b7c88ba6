import type { Order } from '../order.ts'

/**
 * The wire between the SDK (host) and the checkout in its frame: one closed, versioned union. Free of zod: both ends
 * carry it to the browser. How the wire is set up is in widget/channel.
 */

/**
 * Raised when a message changes meaning, or a new one goes to the host, which takes each as its own; the two ends refuse to talk
 * across versions.
 */
export const FRAME_PROTOCOL_VERSION = 1

/**
 * What initializeWidget was called with, but for the callbacks: an order, or the token of create_order's
 * `customer_url`.
 */
export type Opening = ({ order: Order; token?: undefined } | { token: string; order?: undefined }) & Look

interface Look {
  locale?: unknown
  appearance?: unknown
}

/** Imperative, from the merchant's page to the checkout. */
export type HostMessage =
  /** `locale` and `appearance` as the merchant's page gave them: the API judges both, as it does the order. */
  | ({ type: 'host:open'; hidden?: false } & Opening)
  /** Nobody sees the frame yet: what can be fetched of it is, and waits for the same without `hidden`. */
  | ({ type: 'host:open'; hidden: true } & (Opening | ({ order?: undefined; token?: undefined } & Look)))
  /** Escape or the dialog's close button: the checkout decides and answers with `onClose`. */
  | { type: 'host:close' }

/**
 * From the checkout to the merchant's page. The last three are terminal, and exactly one is sent: it is named after the callback
 * that hears it, since every merchant's page loads what reads this.
 */
export type CheckoutMessage =
  /** The checkout shows its first screen. */
  | { type: 'shown' }
  | {
      type: 'onSuccess'
      backd_order_id: string
      merchant_order_id: string
    }
  | { type: 'onClose'; message: string; code: CloseCode }
  | {
      type: 'onFail'
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

/** Whether a value that came over the wire is a message of the host. What is to be opened is judged by the API. */
export function isHostMessage(value: unknown): value is HostMessage {
  return ['host:open', 'host:close'].includes(Object(value).type)
}
