import type { CloseData, ErrorData } from '@backd/widget'
import { explainFailure } from '../../shop/explain-failure.js'

/** What the checkout page says after BackdPay ended without terms: calmly, or as an alarm. */
export interface Ending {
  tone: 'status' | 'alert'
  text: string
  /** Small print that a customer can read to our support. */
  code?: string
}

const CART_KEPT = 'Your cart is as you left it.'

/** The customer left; the message is Backd's sentence for them. */
export function sayClosed({ message }: Pick<CloseData, 'message'>): Ending {
  return { tone: 'status', text: `${message.replace(/[^.!?]$/, '$&.')} ${CART_KEPT}` }
}

/** BackdPay can't go on. */
export function sayFailed(failure: ErrorData): Ending {
  return { tone: 'alert', text: explainFailure(failure), code: failure.code }
}

/** Whether trying again may help, by what failed. A Record, so that a code Backd adds is missed by the compiler. */
const failures: Record<ErrorData['code'], { recoverable: boolean }> = {
  FRAME_UNREACHABLE: { recoverable: true },
  NETWORK_ERROR: { recoverable: true },
  SERVICE_ERROR: { recoverable: true },
  INVALID_PUBLIC_KEY: { recoverable: false },
  ORIGIN_NOT_ALLOWED: { recoverable: false },
  INVALID_ORDER: { recoverable: false },
  AMOUNTS_DO_NOT_ADD_UP: { recoverable: false },
  TOTAL_EXCEEDS_LIMIT: { recoverable: false },
  CUSTOMER_DECLINED: { recoverable: false },
  DUPLICATE_MERCHANT_ORDER_ID: { recoverable: false },
  INVALID_OPTIONS: { recoverable: false },
}

/**
 * The customer came back to order_close_url, with `message` and `code` in the address. Anybody can write that, so the
 * words are ours alone.
 * @returns undefined when the address says nothing of BackdPay
 */
export function sayReturned(query: URLSearchParams): Ending | undefined {
  const code = query.get('code') ?? ''
  if (!query.has('message') && !code) return undefined
  if (!isFailureCode(code))
    return { tone: 'status', text: `You left BackdPay before finishing. ${CART_KEPT}` }
  const text = failures[code].recoverable
    ? 'BackdPay could not be opened. Please try again.'
    : 'BackdPay can’t be used for this order.'
  return { tone: 'alert', text, code }
}

function isFailureCode(code: string): code is ErrorData['code'] {
  return Object.hasOwn(failures, code)
}
