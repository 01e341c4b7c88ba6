import { KEPT_MS } from './answer-once.ts'
import { type Clock, ON_TIME } from './ports/clock.ts'
import type { Store } from './ports/store.ts'

/** How many go at a time, so that no statement takes long. */
const PAGE = 1_000

/**
 * Deletes answers that nobody can ask for any more (CONTRACT section 4). Merchants whose clock is ahead stamp theirs with
 * a later time, so by real time an answer goes too late rather than too early.
 * @param signal ends the run before the next page
 * @returns how many
 */
export async function forgetAnswers(
  { store, clock }: { store: Pick<Store, 'answers'>; clock: Clock },
  signal?: AbortSignal,
): Promise<number> {
  const before = new Date(clock.now(ON_TIME).getTime() - KEPT_MS)
  return await forgetInPages((limit) => store.answers.forget(before, limit), signal)
}

/** A day: no code can be entered after ten minutes, and none counts for its address after an hour. */
const CODES_KEPT_MS = 24 * 60 * 60 * 1000

/**
 * Deletes codes that are of no more use: who was sent one, and when, is not kept longer than it has to be.
 * @param signal ends the run before the next page
 * @returns how many
 */
export async function forgetCodes(
  { store, clock }: { store: Pick<Store, 'codes'>; clock: Clock },
  signal?: AbortSignal,
): Promise<number> {
  const before = new Date(clock.now(ON_TIME).getTime() - CODES_KEPT_MS)
  return await forgetInPages((limit) => store.codes.forget(before, limit), signal)
}

async function forgetInPages(
  forget: (limit: number) => Promise<number>,
  signal: AbortSignal | undefined,
): Promise<number> {
  let forgotten = 0
  let page = PAGE
  while (page === PAGE && !signal?.aborted) {
    page = await forget(PAGE)
    forgotten += page
  }
  return forgotten
}
