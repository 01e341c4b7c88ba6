/** Time as the checkout needs it, so that tests hold the hands. */
export interface Clock {
  /** Calls `action` once, `delayMs` from now. Returns what calls it off. */
  after(delayMs: number, action: () => void): () => void
}

export const systemClock: Clock = {
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs)
    return () => clearTimeout(timer)
  },
}
