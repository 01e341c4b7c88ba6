import DataLoader from 'dataloader'

/** At most this many in one statement: the most that a statement's time, and who shares it, may grow to. */
const MAX_BATCH = 50

/**
 * Gathers what calls ask at the same moment into one statement. Each statement costs the process and the database as
 * much as a dozen rows do, on the embedded database even more, so under load this is what decides how many calls a
 * second are answered; a call that is alone waits for nobody. Nothing is remembered: a statement begins after every call
 * that it answers.
 *
 * @param atOnce how many statements may run at a time; what comes while they do is gathered for the next
 * @param run gives a result for each item, in their order; an Error in a place is that item's alone
 */
export function gather<Item, Result>(
  atOnce: number,
  run: (items: readonly Item[]) => Promise<ArrayLike<Result | Error>>,
): (item: Item) => Promise<Result> {
  let running = 0
  const waiting: (() => void)[] = []
  const begin = (start: () => void) => {
    running += 1
    // Not at once: the requests that have arrived by now are read before the event loop comes to this.
    setImmediate(start)
  }
  const loader = new DataLoader<Item, Result>(
    async (items) => {
      try {
        return await run(items)
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
