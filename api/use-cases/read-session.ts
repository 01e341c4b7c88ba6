import type { CheckoutSession } from '@backd/contract/session.ts'

/** What a checkout token opens. */
export type SessionReading =
  | { kind: 'open'; session: CheckoutSession }
  /** The link ran out before terms were selected; `closeUrl` is where a redirect customer may return to. */
  | { kind: 'expired'; closeUrl: string | null }
  | { kind: 'unknown' }

export type ReadSession = (token: string) => Promise<SessionReading>
