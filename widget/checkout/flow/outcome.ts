import type { CloseCode, FailCode } from '@backd/contract/frame/messages.ts'
import type { Text } from '../i18n/en.ts'
import type { Interruption, Outcome, ShownState, StopReason } from './state.ts'

type End = { closed: CloseCode } | { failed: FailCode }

/** How each stop reaches the merchant. Closed: the customer's order is over; failed: nothing could go on. */
export const stopEnds: Record<StopReason, End> = {
  over_limit: { failed: 'TOTAL_EXCEEDS_LIMIT' },
  expired: { closed: 'CHECKOUT_EXPIRED' },
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

const interruptionCodes: Record<Interruption, FailCode> = {
  network: 'NETWORK_ERROR',
  service: 'SERVICE_ERROR',
  busy: 'SERVICE_ERROR',
}

/** What the merchant is told when the customer leaves a screen: a code for programs. */
export function outcomeOf(state: ShownState): Outcome {
  switch (state.screen) {
    case 'done': {
      const { backd_order_id, merchant_order_id } = state.session
      return { kind: 'completed', backd_order_id, merchant_order_id }
    }
    case 'interrupted':
      return { kind: 'failed', code: interruptionCodes[state.cause], recoverable: true }
    case 'stopped': {
      const end = stopEnds[state.reason]
      if ('closed' in end) return { kind: 'closed', code: end.closed }
      return { kind: 'failed', code: end.failed, recoverable: false }
    }
    default:
      return { kind: 'closed', code: isUndeliverable(state) ? 'EMAIL_UNDELIVERABLE' : 'CUSTOMER_CLOSED' }
  }
}

/**
 * The sentence that goes with the code. The API's own words come first, since they name what an integrator has to
 * change; else it is what the customer has just read.
 */
export function messageOf(state: ShownState, text: Text): string {
  switch (state.screen) {
    case 'interrupted':
      return text.interrupted[state.cause].title
    case 'stopped':
      return state.detail?.message || text.stopped[state.reason]
    default:
      return isUndeliverable(state) ? text.undeliverable : text.customerClosed
  }
}

const isUndeliverable = (state: ShownState) =>
  state.screen === 'verify' && state.problem.kind === 'undeliverable'
