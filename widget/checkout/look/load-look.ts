import type { Clock } from '../ports/clock.ts'

/** Longer than this nobody waits for colours. */
export const LOOK_TIMEOUT_MS = 2000

/** Whether this document was ever asked for a merchant's look, which Backd's own then takes the place of. */
let wasAsked = false

/**
 * Gives the document a merchant's look, which most checkouts have none of: it is a part of its own.
 * @param appearance from wherever; null or absent means Backd's own, and where there was no other, nothing is fetched
 * @returns when it is there, or will not come in time, then Backd's own stays; never rejects
 */
export function loadLook(
  appearance: unknown,
  clock: Clock,
  fetchLook = () => import('./dress.ts'),
): Promise<void> {
  if (!appearance && !wasAsked) return Promise.resolve()
  wasAsked = true
  return new Promise((resolve) => {
    let isSeen = false
    clock.after(LOOK_TIMEOUT_MS, () => {
      isSeen = true
      resolve()
    })
    fetchLook()
      // Too late it stays away: nobody's page changes its colours while it is read.
      .then(({ dress }) => {
        if (!isSeen) dress(appearance, document)
      })
      // Without it the checkout looks as Backd's own.
      .catch(() => {})
      .then(resolve)
  })
}
