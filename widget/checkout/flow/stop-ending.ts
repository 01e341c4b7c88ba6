import type { CloseCode, FailCode } from '@backd/contract/frame/messages.ts'
import { enLater, type LaterText } from '../i18n/en-later.ts'
import type { Ending } from './outcome.ts'
import type { StateOf, StopReason } from './state.ts'

type End = { closed: CloseCode } | { failed: FailCode }

/** How each stop reaches the merchant. Closed: the customer's order is over; failed: nothing could go on. */
export const stopEnds: Record<StopReason, End> = {
  over_limit: { failed: 'TOTAL_EXCEEDS_LIMIT' },
  expired: { closed: 'CHECKOUT_EXPIRED' },
  request_withdrawn: { closed: 'CHECKOUT_EXPIRED' },
  request_expired: { closed: 'CHECKOUT_EXPIRED' },
  unknown_link: { closed: 'CHECKOUT_EXPIRED' },
  cancelled: { closed: 'ORDER_CANCELLED' },
  refunded: { closed: 'ORDER_REFUNDED' },
  declined: { failed: 'CUSTOMER_DECLINED' },
  bad_key: { failed: 'INVALID_PUBLIC_KEY' },
  bad_origin: { failed: 'ORIGIN_NOT_ALLOWED' },
  bad_order: { failed: 'INVALID_ORDER' },
  bad_options: { failed: 'INVALID_OPTIONS' },
  bad_amounts: { failed: 'AMOUNTS_DO_NOT_ADD_UP' },
  duplicate_order: { failed: 'DUPLICATE_MERCHANT_ORDER_ID' },
  no_offers: { failed: 'SERVICE_ERROR' },
  service: { failed: 'SERVICE_ERROR' },
  no_host: { failed: 'FRAME_UNREACHABLE' },
  host_silent: { failed: 'FRAME_UNREACHABLE' },
}

/** Leaving an order with a colleague ends nothing: the code says how it stands. */
const leftWithCodes = {
  pending: 'APPROVAL_PENDING',
  declined: 'APPROVAL_DECLINED',
  expired: 'CUSTOMER_CLOSED',
} as const

/**
 * What the merchant is told when the customer leaves where nothing could go on. The API's own words come first, since
 * they name what an integrator has to change; else it is what the customer has just read.
 */
export function stopEnding(state: StateOf<'stopped' | 'approval'>, later: LaterText | null): Ending {
  const words = later ?? enLater
  if (state.screen === 'approval') {
    const now = state.visit.session.approval?.state
    const known = now === 'pending' || now === 'declined' ? now : 'expired'
    return { outcome: { kind: 'closed', code: leftWithCodes[known] }, message: words.leftWith[known] }
  }
  const { reason, detail } = state
  const end = stopEnds[reason]
  return {
    outcome:
      'closed' in end
        ? { kind: 'closed', code: end.closed }
        : { kind: 'failed', code: end.failed, recoverable: false },
    message: detail?.message || words.stoppedTitles[reason],
  }
}
