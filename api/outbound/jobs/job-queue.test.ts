import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openPostgres } from '../../db/postgres.ts'
import {
  createPostgresUrl,
  createTestDatabase,
  isPostgres,
  type TestDatabase,
} from '../../testing/test-database.ts'
import {
  createJobQueue,
  type JobDefinition,
  type JobQueue,
  type JobRun,
  type QueueEngine,
} from './job-queue.ts'

/** A queue with jobs of the test's own, whose work is a function. */

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
  return () => db.close()
})
const opened: JobQueue[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((queue) => queue.stop()))
})

const reports: { error: unknown; what: string }[] = []
const reporter = { report: (error: unknown, what: string) => void reports.push({ error, what }) }

/** Never due by itself within a test. */
const job = (name: string, run: JobDefinition['run']): JobDefinition => ({
  name,
  cron: '0 0 29 2 *',
  pollSeconds: 0.5,
  run,
})

function openQueue(engine: QueueEngine, ...jobs: JobDefinition[]) {
  const runs: JobRun[] = []
  const queue = createJobQueue({ engine, jobs, reporter, onRun: (run) => runs.push(run), retrySeconds: 1 })
  opened.push(queue)
  return { ...queue, runs }
}

vi.setConfig({ testTimeout: 60_000 })
/** Far more than it takes, and less than a test may. */
const until = (check: () => boolean | Promise<boolean>) =>
  vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 30_000, interval: 50 })

const isActive = (name: string) =>
  until(async () => {
    const [row] = await db.query<{ n: number }>(
      `select count(*)::int as n from pgboss.job where name = $1 and state = 'active'`,
      [name],
    )
    return row?.n === 1
  })

test('a job runs at the start, and again as soon as it is asked for', async () => {
  const { start, runSoon, runs } = openQueue(
    db.database.engine,
    job('greet', async () => ({ greeted: 2 })),
  )
  await start()
  await until(() => runs.length === 1)
  expect(runs[0]).toEqual({ job: 'greet', outcome: 'done', ms: expect.any(Number), counts: { greeted: 2 } })
  await runSoon('greet')
  await until(() => runs.length === 2)
})

test('a job that is asked for again and again while it runs, runs once more', async () => {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const { start, runSoon, runs } = openQueue(
    db.database.engine,
    job('often', async () => {
      await finished
      return {}
    }),
  )
  await start()
  await isActive('often')
  await Promise.all(Array.from({ length: 20 }, () => runSoon('often')))
  finish()
  await until(() => runs.length === 2)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(runs).toHaveLength(2)
})

test('a job that fails is tried again, and nothing of the fault but its names is written down', async () => {
  let tries = 0
  const { start, runs } = openQueue(
    db.database.engine,
    job('fails', async () => {
      tries += 1
      if (tries === 1) throw new Error('CANARY')
      return tries === 2 ? { failed: 3 } : { settled: 1 }
    }),
  )
  await start()
  await until(() => runs.length === 3)
  expect(runs.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'done'])
  expect(reports.map(({ what }) => what)).toContain('The job fails failed; it is tried again.')
  expect(JSON.stringify(await db.query('select * from pgboss.job'))).not.toContain('CANARY')
})

test('a queue that is stopped tells the job that runs, waits for it, and takes no more', async () => {
  let ended = false
  const { start, stop, runSoon, runs } = openQueue(
    db.database.engine,
    job('long', async (signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      await new Promise((resolve) => setTimeout(resolve, 300))
      ended = true
      return {}
    }),
  )
  await start()
  await isActive('long')
  await stop()
  expect(ended).toBe(true)
  await runSoon('long')
  expect(runs).toHaveLength(1)
})

describe.runIf(isPostgres)('on PostgreSQL', () => {
  test('processes that start together make the tables once, and all of them work', async () => {
    const url = await createPostgresUrl()
    const databases = Array.from({ length: 4 }, () => openPostgres(url, { maxConnections: 3 }))
    const queues = databases.map(({ engine }) =>
      openQueue(
        engine,
        job('shared', async () => ({})),
      ),
    )
    await Promise.all(queues.map(({ start }) => start()))
    const [first] = queues
    await until(() => queues.some(({ runs }) => runs.length > 0))
    await first?.runSoon('shared')
    await Promise.all(opened.splice(0).map((queue) => queue.stop()))
    await Promise.all(databases.map((database) => database.close()))
  })

  test('a database that is gone for a while stops nothing: the jobs go on when it is back', async () => {
    const { start, runSoon, runs } = openQueue(
      db.database.engine,
      job('survives', async () => ({})),
    )
    await start()
    await until(() => runs.length === 1)
    await db.breakOff()
    await expect(runSoon('survives')).rejects.toThrow()
    // Several looks for a job fail meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    await db.mend()
    await runSoon('survives')
    await until(() => runs.length === 2)
  })
})
