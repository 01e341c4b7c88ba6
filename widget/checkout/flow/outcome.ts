import type { FailCode } from '@backd/contract/frame/messages.ts'
import type { Text } from '../i18n/en.ts'
import type { Interruption, Outcome, ShownState, StateOf } from './state.ts'

/** What the merchant is told when the customer leaves a screen: a code for programs, and a sentence. */
export interface Ending {
  outcome: Outcome
  message: string
}

/** How a stop ends is loaded together with its screen (stop-ending.ts); undefined as long as neither is there. */
export type EndStop = (state: StateOf<'stopped' | 'approval'>) => Ending | undefined

const interruptionCodes: Record<Interruption, FailCode> = {
  network: 'NETWORK_ERROR',
  service: 'SERVICE_ERROR',
  busy: 'SERVICE_ERROR',
}

export function endingOf(state: ShownState, text: Text, endStop: EndStop): Ending {
  switch (state.screen) {
    case 'done': {
      const { backd_order_id, merchant_order_id, return_urls } = state.session
      const backd_signature = return_urls?.backd_signature
      return {
        outcome: { kind: 'completed', backd_order_id, merchant_order_id, backd_signature },
        message: '',
      }
    }
    case 'stopped':
    case 'approval':
      // Why it stopped was not shown either: what the customer knows is that nothing came.
      return endStop(state) ?? interrupted('network', text)
    case 'interrupted':
      return interrupted(state.cause, text)
    default: {
      const isUndeliverable = state.screen === 'verify' && state.problem.kind === 'undeliverable'
      return {
        outcome: { kind: 'closed', code: isUndeliverable ? 'EMAIL_UNDELIVERABLE' : 'CUSTOMER_CLOSED' },
        message: isUndeliverable ? text.undeliverable : text.customerClosed,
      }
    }
  }
}

const interrupted = (cause: Interruption, text: Text): Ending => ({
  outcome: { kind: 'failed', code: interruptionCodes[cause], recoverable: true },
  message: text.interrupted[cause].title,
})
