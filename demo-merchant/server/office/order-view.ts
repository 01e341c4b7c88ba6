import type { BackdResult, FieldFault } from '../backd-answer.ts'
import type { BackdEvent, BackdOrder, SandboxClock } from '../backd-client.ts'
import type { ShopOrder } from '../order.ts'
import type { Action } from './order-facts.ts'

/** What was asked for and not done: Backd's sentence, or ours, with what was typed. */
export interface Problem {
  action: Action | 'clock'
  message: string
  faults: readonly FieldFault[]
  values: Record<string, string>
}

/** All that an order's page in the back office shows. */
export interface OrderView {
  order: BackdOrder
  events: BackdResult<{ events: BackdEvent[] }>
  /** The time that the order goes by; null where there is no sandbox clock. */
  clock: SandboxClock | null
  /** The same order in the shop's books. */
  ours: ShopOrder | undefined
  problem?: Problem | undefined
  /** What was just done, in a sentence. */
  done?: string | undefined
}

/** The problem of one of these actions, to be shown at its form. */
export function problemOf(
  { problem }: Pick<OrderView, 'problem'>,
  ...actions: Problem['action'][]
): Problem | undefined {
  return problem && actions.includes(problem.action) ? problem : undefined
}
