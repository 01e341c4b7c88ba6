import type { CheckoutApi } from '../ports/api.ts'
import type { FlowEvent } from './reducer.ts'
import type { HostSource } from './state.ts'
import { exchange } from './use-flow.ts'

/** Older than this, what was fetched is fetched again: the order may have been finished, cancelled or have run out since. */
export const PREPARED_MS = 300_000

/** What nobody has been shown yet: one a document. `opened` once the answer is there. */
let ahead: { of: string; at: number; answer: Promise<FlowEvent>; opened?: FlowEvent } | undefined

/**
 * In a frame that nobody sees yet: fetches what is to be opened, and keeps it for the click (ADR 0029). The flow is told of
 * nothing, so nothing is drawn, announced, focused or mailed. What can't be fetched is left to the click.
 * @param source without an order and a token, too: then there is nothing to fetch
 */
export async function prepare(source: HostSource, api: CheckoutApi, now = Date.now): Promise<void> {
  const of = JSON.stringify(source)
  if ((!source.order && !source.token) || ahead?.of === of) return
  const mine: typeof ahead = { of, at: now(), answer: exchange(source, api) }
  ahead = mine
  const event = await mine.answer
  if (event.type === 'session_opened') mine.opened = event
  // The next time it is asked for again.
  else if (ahead === mine) ahead = undefined
}

/** What opening this would come to, if it was prepared just so and not too long ago. To be used once. */
export function takePrepared(source: HostSource, now = Date.now): FlowEvent | undefined {
  const found = ahead
  const isWanted = found?.of === JSON.stringify(source)
  // Still under way: joinPrepared has it.
  if (isWanted && !found.opened) return
  ahead = undefined
  if (isWanted && now() - found.at < PREPARED_MS) return found.opened
}

/** The answer to the very same question that is under way, if it is: asked twice it would make a second link. To be used once. */
export function joinPrepared(source: HostSource): Promise<FlowEvent> | undefined {
  const found = ahead
  ahead = undefined
  if (found?.of === JSON.stringify(source)) return found.answer
}
