import { EventEmitter } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSilentServer, type SilentServer } from '../testing/silent-server.ts'
import { isDatabaseGone } from './errors.ts'
import type { PatientPool } from './pool.ts'
import { CONNECT_TIMEOUT_MS, openPostgres } from './postgres.ts'
import { ANSWER_MS, noticeSilence, SUSPICIOUS_MS } from './silence.ts'

/** How soon a database that is gone is told, by a clock that the test moves: no machine is too slow for it. */

/** What docs/deploy.md promises. */
const TOLD_WITHIN_MS = 2_000

let silent: SilentServer
beforeAll(async () => {
  silent = await openSilentServer()
})
afterAll(() => silent.close())
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** What sockets have to say by then is said. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

test('what one call may wait for a database that is gone is less than is promised', () => {
  // Either it waits for a connection to come up, or on one that was up and says no more: whoever gives up the one sends
  // all others away, so no call does both.
  expect(CONNECT_TIMEOUT_MS).toBeLessThan(TOLD_WITHIN_MS)
  expect(SUSPICIOUS_MS + ANSWER_MS).toBeLessThan(TOLD_WITHIN_MS)
})

describe('a database that takes connections and says nothing', () => {
  test('is given up on all connections in use once the oldest was in use for both times, not before', async () => {
    const pool = new EventEmitter()
    const given: unknown[][] = []
    const gaveUp = new Promise<void>((resolve) => {
      const giveUp = (connections: unknown[]) => {
        given.push(connections)
        for (const connection of connections) pool.emit('release', undefined, connection)
        resolve()
      }
      noticeSilence(Object.assign(pool, { giveUp }) as unknown as PatientPool, silent.url)
    })
    pool.emit('acquire', 'given back')
    pool.emit('acquire', 'old')
    await vi.advanceTimersByTimeAsync(SUSPICIOUS_MS - 1)
    pool.emit('release', undefined, 'given back')
    pool.emit('acquire', 'young')
    await vi.advanceTimersByTimeAsync(1)
    await vi.advanceTimersByTimeAsync(ANSWER_MS - 1)
    await settle()
    expect(given).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    await gaveUp
    expect(given).toEqual([['old', 'young']])
  })

  test('refuses all who ask, in every line, before the time that is promised', async () => {
    const database = openPostgres(silent.url, { maxConnections: 3 })
    const nothing = async () => undefined
    const asked = Array.from({ length: 20 }, (_, nth) => [
      database.isReady(),
      database.store.merchants.findCredentials(`key ${nth}`),
      database.store.transact(nothing, 'one order'),
      database.store.transact(nothing),
    ]).flat()
    const answered = Promise.allSettled<unknown>(asked)
    // All of them have begun.
    await settle()
    await vi.advanceTimersByTimeAsync(TOLD_WITHIN_MS - 1)
    const answers = await answered
    expect(answers.filter((one) => one.status !== 'rejected' || !isDatabaseGone(one.reason))).toEqual([])
    await database.close()
  })
})
