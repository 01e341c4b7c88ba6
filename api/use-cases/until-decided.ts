import { orderStatuses } from '@backd/contract/lifecycle.ts'

/**
 * Reads, judges and sets until nobody was faster. An order only goes forward, so whoever loses more often than there
 * are statuses has met a fault of ours.
 * @param attempt gives undefined when its compare-and-set found another status
 */
export async function untilDecided<Result>(attempt: () => Promise<Result | undefined>): Promise<Result> {
  for (const _ of orderStatuses) {
    const result = await attempt()
    if (result !== undefined) return result
  }
  throw new Error('an order changed under every attempt')
}
