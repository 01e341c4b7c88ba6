import { EventEmitter } from 'node:events'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { openSilentServer, type SilentServer } from '../testing/silent-server.ts'
import { isPostgres } from '../testing/test-database.ts'
import { isDatabaseGone, isDatabaseUnavailable } from './errors.ts'
import { PatientPool } from './pool.ts'

let silent: SilentServer
beforeAll(async () => {
  silent = await openSilentServer()
})
afterEach(() => void vi.useRealTimers())
afterAll(() => silent.close())

test('a database that does not answer is noticed by all who wait, as soon as by those who connect', async () => {
  const config = { connectionString: silent.url, max: 3, connectionTimeoutMillis: 1_000 }
  const pool = new PatientPool(config, 60_000)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const asked = Array.from({ length: 30 }, () => pool.query('select 1'))
  const answered = Promise.allSettled(asked)
  // One after the other, they would need ten times as long; the clock stands still after this.
  await vi.advanceTimersByTimeAsync(config.connectionTimeoutMillis)
  const answers = await answered
  for (const answer of answers) {
    expect(answer.status === 'rejected' && isDatabaseGone(answer.reason)).toBe(true)
  }
  expect(pool.waitingCount).toBe(0)
  await pool.end()
})

test.runIf(isPostgres)('a burst waits longer for a connection than one may take to come up', async () => {
  const config = {
    connectionString: `${inject('postgresUrl')}/postgres`,
    max: 2,
    connectionTimeoutMillis: 3_000,
  }
  const pool = new PatientPool(config, 20_000)
  const answers = Array.from({ length: 8 }, () => pool.query('select pg_sleep(1.5), 1 as one'))
  await expect.poll(() => pool.waitingCount, { timeout: 10_000 }).toBe(6)
  expect((await Promise.all(answers)).map(({ rows }) => rows[0].one)).toEqual(Array(8).fill(1))
  expect([pool.waitingCount, pool.totalCount]).toEqual([0, 2])
  await pool.end()
})

test.runIf(isPostgres)(
  'who waits too long for a connection is told that the database is busy, not gone',
  async () => {
    const pool = new PatientPool({ connectionString: `${inject('postgresUrl')}/postgres`, max: 1 }, 50)
    const client = await pool.connect()
    const refused = await pool.query('select 1').catch((error: unknown) => error)
    expect([isDatabaseUnavailable(refused), isDatabaseGone(refused)]).toEqual([true, false])
    client.release()
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
  },
)

/** A connection that comes up after so long, and asks nobody. */
function clientsThatTake(delays: number[]) {
  return class extends EventEmitter {
    _queryable = true
    connect = (done: () => void) => void setTimeout(done, delays.shift())
    isConnected = () => true
    end = (done: () => void) => done()
  } as unknown as NonNullable<pg.PoolConfig['Client']>
}

test('a connection that comes up too late for who asked for it makes no place more', async () => {
  const config = { max: 2, connectionTimeoutMillis: 40, Client: clientsThatTake([0, 100]) }
  const pool = new PatientPool(config, 50)
  const early = await pool.connect()
  early.release()
  const [held, late] = await Promise.allSettled([pool.connect(), pool.connect()])
  expect([held.status, late.status]).toEqual(['fulfilled', 'rejected'])
  await expect.poll(() => pool.idleCount, { timeout: 10_000 }).toBe(1)
  await pool.connect()
  await expect(pool.connect()).rejects.toMatchObject({ code: 'WAITED_TOO_LONG' })
})
