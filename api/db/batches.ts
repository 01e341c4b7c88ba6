import DataLoader from 'dataloader'
import { isDatabaseUnreachable } from './errors.ts'

/** At most this many in one statement: the most that a statement's time, and who shares it, may grow to. */
const MAX_BATCH = 50

/**
 * Gathers what calls ask at the same moment into one statement. Each statement costs the process and the database as
 * much as a dozen rows do, on the embedded database even more, so under load this is what decides how many calls a
 * second are answered; a call that is alone waits for nobody. Nothing is remembered: a statement begins after every call
 * that it answers. When the database cannot be reached, those who wait for a statement are told with those who had one.
 *
 * @param atOnce how many statements may run at a time; what comes while they do is gathered for the next
 * @param run gives a result for each item, in their order; an Error in a place is that item's alone
 */
export function gather<Item, Result>(
  atOnce: number,
  run: (items: readonly Item[]) => Promise<ArrayLike<Result | Error>>,
): (item: Item) => Promise<Result> {
  let running = 0
  let refusal: Error | undefined
  const refuseWaiting = (error: Error) => {
    refusal = error
    for (const start of waiting.splice(0)) start()
    refusal = undefined
  }
  const waiting: (() => void)[] = []
  const begin = (start: () => void) => {
    running += 1
    // Not at once: the requests that have arrived by now are read before the event loop comes to this.
    setImmediate(start)
  }
  const loader = new DataLoader<Item, Result>(
    async (items) => {
      if (refusal) throw refusal
      try {
        return await run(items)
      } catch (error) {
        if (error instanceof Error && isDatabaseUnreachable(error)) refuseWaiting(error)
        throw error
      } finally {
        running -= 1
        const next = waiting.shift()
        if (next) begin(next)
      }
    },
    {
      cache: false,
      maxBatchSize: MAX_BATCH,
      batchScheduleFn: (start) => void (running < atOnce ? begin(start) : waiting.push(start)),
    },
  )
  return (item) => loader.load(item)
}
