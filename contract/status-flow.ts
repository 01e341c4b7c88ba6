import {
  judge,
  type OrderStatus,
  orderCalls,
  orderStatuses,
  settlement,
  terminalStatuses,
} from './lifecycle.ts'

/**
 * The lifecycle as a Mermaid state diagram: what docs/guide/status-flow.md shows (`npm run docs:flow` writes it there). A call that
 * changes an order but not its status is an arrow back to it; replays and refusals are none.
 */
export function createStatusFlow(): string {
  const arrows = orderStatuses.flatMap((from) =>
    targetsOf(from).map(({ to, calls }) => `  ${from} --> ${to}: ${calls.join(', ')}`),
  )
  const ends = terminalStatuses.map((status) => `  ${status} --> [*]`)
  return ['stateDiagram-v2', `  [*] --> ${orderStatuses[0]}`, ...arrows, ...ends, ''].join('\n')
}

/** Where an order in `from` can go, and by which calls. */
function targetsOf(from: OrderStatus): { to: OrderStatus; calls: string[] }[] {
  const targets = new Map<OrderStatus, string[]>()
  const add = (to: OrderStatus, call: string) => targets.set(to, [...(targets.get(to) ?? []), call])
  for (const call of orderCalls) {
    const verdict = judge(call, from)
    if (verdict.kind === 'move') add(verdict.to, call)
  }
  if (from === settlement.from) add(settlement.to, 'settled refunds reach the total')
  return [...targets].map(([to, calls]) => ({ to, calls }))
}
