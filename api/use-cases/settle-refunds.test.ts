import { expect, test } from 'vitest'
import type { RefundToSettle } from './ports/refunds.ts'
import type { Repositories, Store } from './ports/store.ts'
import { settleRefunds } from './settle-refunds.ts'

const now = new Date('2026-04-16T22:00:00.000Z')

/** A store with so many refunds to settle, of which those that are `failing` cannot be read. */
function createStore(count: number, failing: (backdOrderId: string) => boolean) {
  const due: RefundToSettle[] = Array.from({ length: count }, (_, id) => ({
    id,
    backdOrderId: `BO-${id}`,
    lockedAt: now,
  }))
  const reached: string[] = []
  const orders = {
    findWithRefunds: async (backdOrderId: string) => {
      reached.push(backdOrderId)
      if (failing(backdOrderId)) throw new Error('no')
      return undefined
    },
  } as unknown as Repositories['orders']
  const store = {
    refunds: {
      findToSettle: async (_now: Date, limit: number, after?: RefundToSettle) =>
        due.filter(({ id }) => id > (after?.id ?? -1)).slice(0, limit),
    },
    transact: (work: (repositories: Repositories) => unknown) => work({ orders } as Repositories),
  } as unknown as Store
  return { store, reached }
}

test('refunds that fail for good keep none of those behind them waiting, however many they are', async () => {
  const { store, reached } = createStore(450, (id) => Number(id.slice(3)) < 400)
  const reported: string[] = []
  const reporter = { report: (_error: unknown, what: string) => reported.push(what) }
  const ports = { store, clock: { now: () => now }, reporter, isDatabaseGone: () => false }
  expect(await settleRefunds(ports)).toEqual({
    settled: 0,
    failed: 400,
  })
  expect(reached).toHaveLength(450)
  expect(new Set(reached).size).toBe(450)
  expect(reported[399]).toBe('The refund of BO-399 could not be settled.')
})

test('a run that is stopped ends before the next refund', async () => {
  const stopping = new AbortController()
  const { store, reached } = createStore(300, (id) => {
    if (id === 'BO-7') stopping.abort()
    return false
  })
  const ports = { store, clock: { now: () => now }, reporter: { report() {} }, isDatabaseGone: () => false }
  await settleRefunds(ports, stopping.signal)
  expect(reached).toHaveLength(8)
})

test('a run whose database is gone ends there, and says so', async () => {
  const { store, reached } = createStore(300, (id) => id === 'BO-7')
  const ports = { store, clock: { now: () => now }, reporter: { report() {} }, isDatabaseGone: () => true }
  await expect(settleRefunds(ports)).rejects.toThrow('no')
  expect(reached).toHaveLength(8)
})
