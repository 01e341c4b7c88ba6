/**
 * Reads, judges and sets. Most calls meet nobody; whoever loses to a call at the same instant holds the order and
 * judges it again as it is then, which nobody can change under them: the losing ends after one round, however many call.
 * @param attempt gives undefined when its compare-and-set found another version
 * @param hold keeps others from the order until the transaction ends
 */
export async function untilDecided<Result>(
  attempt: () => Promise<Result | undefined>,
  hold: () => Promise<void>,
): Promise<Result> {
  const result = await attempt()
  if (result !== undefined) return result
  await hold()
  const decided = await attempt()
  if (decided === undefined) throw new Error('an order changed while it was held')
  return decided
}
