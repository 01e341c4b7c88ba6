import type { Reporter } from './ports/reporter.ts'

/** How many are looked up at a time. */
const PAGE = 100

export interface WorkPorts {
  reporter: Reporter
  /** Whether an error says that the database is gone, and with it every other item's turn. */
  isDatabaseGone(error: unknown): boolean
}

/** What one run came to. */
export interface Worked {
  done: number
  /** Reported, and left for the next run. */
  failed: number
}

/** What is due of one kind. */
export interface Due<Item> {
  /** A page of what is due, those that are due longest first. @param after the last one of the page before */
  find(limit: number, after?: Item): Promise<Item[]>
  /** @returns whether this call did it: another may have been quicker */
  work(item: Item): Promise<boolean>
  /** What could not be done, for the log. */
  fault(item: Item): string
}

/**
 * Does what is due, each by itself: one that fails keeps none of the others waiting.
 * @param signal ends the run before the next one
 * @throws what says that the database is gone
 */
export async function workOff<Item>(
  { reporter, isDatabaseGone }: WorkPorts,
  { find, work, fault }: Due<Item>,
  signal: AbortSignal | undefined,
): Promise<Worked> {
  const run: Worked = { done: 0, failed: 0 }
  let page: Item[] = []
  do {
    page = await find(PAGE, page.at(-1))
    for (const item of page) {
      if (signal?.aborted) return run
      try {
        if (await work(item)) run.done += 1
      } catch (error) {
        if (isDatabaseGone(error)) throw error
        run.failed += 1
        reporter.report(error, fault(item))
      }
    }
  } while (page.length === PAGE)
  return run
}
