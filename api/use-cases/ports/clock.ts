import type { Merchant } from '../../domain/merchant.ts'

/** The time, asked for wherever it matters, so that tests and the sandbox can set it. */
export interface Clock {
  /**
   * What time it is for a merchant: everything of its orders is told by it. In the sandbox each merchant may put its own
   * time forward; in production `clockOffsetMs` counts for nothing.
   */
  now(merchant: Pick<Merchant, 'clockOffsetMs'>): Date
}

/** Whose time is the machine's own. */
export const ON_TIME = { clockOffsetMs: 0 } as const
