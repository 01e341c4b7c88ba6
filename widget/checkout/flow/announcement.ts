import type { Text } from '../i18n/en.ts'
import { enLater, type LaterText } from '../i18n/en-later.ts'
import type { Exit } from '../ports/exit.ts'
import type { FlowState } from './state.ts'

/** What changes without a new heading to read. Nothing of it comes before the later part has. */
export function announcement(state: FlowState, text: Text, later: LaterText | null, exit: Exit): string {
  const { announced } = later ?? enLater
  switch (state.screen) {
    case 'terms':
      return state.notice === 'offer_changed' ? text.terms.offerChanged : ''
    case 'confirming':
      return state.afterwards === 'leave' ? announced.finishing : announced.confirming
    // Where a request is being taken back, the screen's own live region says it.
    case 'handover':
      return state.afterwards === 'leave' ? announced.finishing : ''
    case 'done':
      return exit.leads.success === 'somewhere' ? announced.returning(state.session.merchant_name) : ''
    default:
      return ''
  }
}
