import { expect } from 'vitest'
import type { TestOrder } from './orders.ts'
import type { Reply, TestApp } from './test-app.ts'

export const ROUNDS = 5

/** Calls that are made at one moment: each is answered or told why not, and one event of `type` comes of them. */
export async function race(
  api: TestApp,
  order: TestOrder,
  type: string,
  run: (() => Promise<Reply>)[],
): Promise<Reply[]> {
  const replies = await Promise.all(run.map((one) => one()))
  for (const reply of replies) expect([200, 409]).toContain(reply.status)
  const events = await api.events(order.id)
  expect(events.filter((event) => event.type === type)).toHaveLength(1)
  return replies
}
