import type { CheckoutSession } from '@backd/contract/session.ts'

export interface Step {
  at: number
  of: number
}

const STEPS = ['verify', 'terms', 'review'] as const

/** Where a screen stands among the steps that this customer goes through. */
export function stepOf(screen: (typeof STEPS)[number], { verification }: CheckoutSession): Step {
  const skipped = verification.state === 'not_needed' ? 1 : 0
  return { at: STEPS.indexOf(screen) + 1 - skipped, of: STEPS.length - skipped }
}
