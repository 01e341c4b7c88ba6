/** Tells when the customer comes back to a page that was out of sight for a while: another tab, a phone asleep. */
export interface Wake {
  /** The returned function stops. */
  listen(action: () => void): () => void
}

/** Shorter absences are glances: what the page shows has hardly become untrue. */
export const AWAY_MS = 10_000

export function createWake(page: Document = document, now: () => number = Date.now): Wake {
  return {
    listen(action) {
      let hiddenAt = now()
      const handleChange = () => {
        if (page.hidden) hiddenAt = now()
        else if (now() - hiddenAt >= AWAY_MS) action()
      }
      page.addEventListener('visibilitychange', handleChange)
      return () => page.removeEventListener('visibilitychange', handleChange)
    },
  }
}
