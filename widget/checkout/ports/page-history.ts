/**
 * The steps of the checkout as entries of the tab's history, so that Back goes back one step. A level is how many
 * entries lie before the current one that are ours.
 */
export interface PageHistory {
  /** Makes `level` the current one: adds entries, or goes back over them. */
  moveTo(level: number): void
  /** Hears of the browser's Back and Forward, and the level they led to. The returned function stops. */
  listen(handle: (direction: 'back' | 'forward', level: number) => void): () => void
}

/** The redirect page's. */
export function createPageHistory(window: Window): PageHistory {
  const levelOf = (state: unknown) => Number((state as { level?: unknown } | null)?.level ?? 0)
  let current = levelOf(window.history.state)
  return {
    moveTo(level) {
      const steps = level - current
      // Before the browser says that it went there: then it is no news.
      current = level
      if (steps < 0) window.history.go(steps)
      for (let next = level - steps + 1; next <= level; next++) window.history.pushState({ level: next }, '')
    },
    listen(handle) {
      const handlePop = ({ state }: PopStateEvent) => {
        const level = levelOf(state)
        if (level === current) return
        const direction = level < current ? 'back' : 'forward'
        current = level
        handle(direction, level)
      }
      window.addEventListener('popstate', handlePop)
      return () => window.removeEventListener('popstate', handlePop)
    },
  }
}

/** In the modal: a frame's entries would join those of the merchant's page. */
export const noHistory: PageHistory = { moveTo: () => {}, listen: () => () => {} }
