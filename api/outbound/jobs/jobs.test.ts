import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Database } from '../../db/database.ts'
import { isDatabaseGone } from '../../db/errors.ts'
import { openPostgres } from '../../db/postgres.ts'
import { createHandover, type Handed, newColleague } from '../../testing/approval.ts'
import { createOrderBody } from '../../testing/bodies.ts'
import { createOrderDriver, type OrderDriver, type TestOrder } from '../../testing/orders.ts'
import { BASE, createTestApp, type TestApp, type TestMerchant } from '../../testing/test-app.ts'
import { createTestDatabase, isPostgres } from '../../testing/test-database.ts'
import { createOpeners } from '../../testing/verification.ts'
import type { Clock } from '../../use-cases/ports/clock.ts'
import type { JobRun } from './job-queue.ts'
import {
  CONFIRM_AGAIN,
  createJobs,
  EXPIRE_APPROVALS,
  FORGET_ANSWERS,
  FORGET_CODES,
  type Jobs,
  SETTLE_REFUNDS,
} from './jobs.ts'

let api: TestApp
let merchant: TestMerchant
let driver: OrderDriver
let handover: ReturnType<typeof createHandover>
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  driver = createOrderDriver(api, merchant)
  handover = createHandover(api, merchant)
})
afterAll(() => api.close())

const reported: unknown[] = []
const started: Jobs[] = []
/** Ends all jobs. What was sent and not begun would be one run more in the next test. */
async function stopJobs(): Promise<void> {
  const running = started.splice(0)
  await Promise.all(running.map((jobs) => jobs.stop()))
  if (running.length > 0) await api.query('delete from pgboss.job')
}
afterEach(async () => {
  await stopJobs()
  expect(reported).toEqual([])
})

/** Far more than it takes, and less than a test may. */
const SOON_MS = 30_000
vi.setConfig({ testTimeout: 60_000 })

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Not within a test: a job runs when the service starts, and when it is asked for. */
const NEVER = '0 0 29 2 *'

/** The jobs of a process that is so far ahead of the test's clock, none of them due by itself. */
async function startJobs(aheadMs: number, database = api.database): Promise<Jobs & { runs: JobRun[] }> {
  const runs: JobRun[] = []
  const ports = {
    ...api.app.ports,
    store: database.store,
    clock: { now: (of: Parameters<Clock['now']>[0]) => new Date(api.clock.now(of).getTime() + aheadMs) },
    reporter: { report: (error: unknown) => reported.push(error) },
    isDatabaseGone,
  }
  const onRun = (run: JobRun) => void runs.push(run)
  const jobs = createJobs(ports, { engine: database.engine, onRun, cron: NEVER })
  started.push(jobs)
  await jobs.start()
  return { ...jobs, runs }
}

/** That a job's runs have told what they did, all of them, which each does a moment after the database has it. */
const untilTold = (runs: JobRun[], job: string, ...counts: JobRun['counts'][]) =>
  vi.waitFor(() => {
    const told = runs.filter((run) => run.job === job)
    expect(told).toEqual(counts.map((of) => ({ job, outcome: 'done', ms: expect.any(Number), counts: of })))
  }, SOON_MS)

async function prepareRefunds(count: number): Promise<TestOrder[]> {
  const orders = []
  for (let index = 0; index < count; index++) {
    const order = await driver.prepare('order_confirmed')
    await driver.refund(order, 10)
    orders.push(order)
  }
  return orders
}

/** The same database as two processes would open it. */
async function openTwo(): Promise<Database[]> {
  const [row] = await api.query<{ name: string }>('select current_database() as name')
  const [address] = await api.query<{ port: number }>('select inet_server_port() as port')
  const url = `postgres://postgres:postgres@127.0.0.1:${address?.port}/${row?.name}`
  return [openPostgres(url), openPostgres(url)]
}

const statusOf = async (order: TestOrder) => (await driver.find(order)).refunds[0].status as string
const settledEvents = async ({ id }: TestOrder) =>
  (await api.events(id)).filter(({ type }) => type === 'refund_settled').length

test('refunds that are locked when the service starts, or when it is told, are settled', async () => {
  const [first] = await prepareRefunds(1)
  const jobs = await startJobs(DAY_MS)
  const settledOne = { settled: 1, failed: 0 }
  await untilTold(jobs.runs, SETTLE_REFUNDS, settledOne)
  expect(first && (await statusOf(first))).toBe('settled')
  const [second] = await prepareRefunds(1)
  await jobs.catchUpSoon()
  await untilTold(jobs.runs, SETTLE_REFUNDS, settledOne, settledOne)
  expect(second && (await statusOf(second))).toBe('settled')
})

test('answers that were kept for seven days are forgotten, younger ones are not', async () => {
  const keep = async (key: string) =>
    await api.merchantCall(merchant, '/create_order', createOrderBody(), {
      headers: { 'idempotency-key': key },
    })
  await keep('old')
  await api.later(DAY_MS, () => keep('young'))
  expect(await api.count('kept_answers')).toBe(2)
  const jobs = await startJobs(7 * DAY_MS)
  await untilTold(jobs.runs, FORGET_ANSWERS, { forgotten: 1 })
  expect(await api.count('kept_answers')).toBe(1)
})

test('codes that were sent more than a day ago are forgotten, younger ones are not', async () => {
  const own = await api.createMerchant({ verifyCustomer: true })
  const { modal } = createOpeners(api, own)
  const [old, young] = [await modal(), await modal()]
  await api.sendCode(old.token)
  await api.later(2 * HOUR_MS, () => api.sendCode(young.token))
  expect(await api.count('verification_codes')).toBe(2)
  const jobs = await startJobs(DAY_MS + HOUR_MS)
  await untilTold(jobs.runs, FORGET_CODES, { forgotten: 1 })
  expect(await api.count('verification_codes')).toBe(1)
})

const expiredEvents = async (id: string) =>
  (await api.events(id)).filter(({ type }) => type === 'approval_expired').length

test('a request to a colleague that ran out is written down, and the buyer can ask again; one that is open stays', async () => {
  const [out, open] = [await handover.hand(), await api.later(DAY_MS, () => handover.hand())]
  const jobs = await startJobs(7 * DAY_MS)
  await untilTold(jobs.runs, EXPIRE_APPROVALS, { expired: 1, failed: 0 })
  expect(await expiredEvents(out.id)).toBe(1)
  await jobs.catchUpSoon()
  await untilTold(jobs.runs, EXPIRE_APPROVALS, { expired: 1, failed: 0 }, { expired: 0, failed: 0 })
  expect(await expiredEvents(out.id)).toBe(1)
  expect(await expiredEvents(open.id)).toBe(0)
  await api.later(7 * DAY_MS, async () => {
    const { approval } = (await api.sessionCall(out.buyer.token)).body.data
    expect(approval).toMatchObject({ state: 'expired', decided_at: null })
    const again = await api.ask(out.buyer.token, { approver_email: newColleague() })
    expect(again.body.data.approval.state).toBe('pending')
    expect((await api.sessionCall(open.buyer.token)).body.data.approval.state).toBe('pending')
  })
  expect(await expiredEvents(out.id)).toBe(1)
})

test('what a merchant of the sandbox moved its own clock past runs out for it alone', async () => {
  const [fast, slow] = [await handover.hand(), await createHandover(api, await api.createMerchant()).hand()]
  await api.merchantCall(merchant, '/sandbox/clock', { advance_seconds: (7 * DAY_MS) / 1000 })
  await startJobs(0)
  await vi.waitFor(async () => expect(await expiredEvents(fast.id)).toBe(1), SOON_MS)
  expect(await expiredEvents(slow.id)).toBe(0)
  await api.call({
    method: 'DELETE',
    url: `${BASE}/sandbox/clock`,
    headers: { authorization: merchant.authorization },
  })
})

test('in the service, what is due is looked for each minute, and what is old each hour', async () => {
  const own = await createTestDatabase()
  const jobs = createJobs(
    { ...api.app.ports, store: own.database.store, isDatabaseGone },
    { engine: own.database.engine, onRun: () => {} },
  )
  await jobs.start()
  const due = await own.query<{ name: string; cron: string }>('select name, cron from pgboss.schedule')
  expect(Object.fromEntries(due.map(({ name, cron }) => [name, cron]))).toEqual({
    [SETTLE_REFUNDS]: '* * * * *',
    [EXPIRE_APPROVALS]: '* * * * *',
    [CONFIRM_AGAIN]: '* * * * *',
    [FORGET_ANSWERS]: expect.stringMatching(/^\d+ \* \* \* \*$/),
    [FORGET_CODES]: expect.stringMatching(/^\d+ \* \* \* \*$/),
  })
  await jobs.stop()
  await own.close()
})

describe.runIf(isPostgres)('two processes on one database', () => {
  test('write each request that ran out down once', async () => {
    const handed: Handed[] = []
    for (let index = 0; index < 20; index++) handed.push(await handover.hand())
    const databases = await openTwo()
    const processes = await Promise.all(databases.map((database) => startJobs(8 * DAY_MS, database)))
    await Promise.all(processes.flatMap((jobs) => [jobs.catchUpSoon(), jobs.catchUpSoon()]))
    await vi.waitFor(async () => {
      const events = await Promise.all(handed.map(({ id }) => expiredEvents(id)))
      expect(new Set(events)).toEqual(new Set([1]))
    }, SOON_MS)
    await stopJobs()
    expect(new Set(await Promise.all(handed.map(({ id }) => expiredEvents(id))))).toEqual(new Set([1]))
    await Promise.all(databases.map((database) => database.close()))
  })

  test('settle each refund once, with one event', async () => {
    const orders = await prepareRefunds(40)
    const databases = await openTwo()
    const processes = await Promise.all(databases.map((database) => startJobs(DAY_MS, database)))
    await Promise.all(processes.flatMap((jobs) => [jobs.catchUpSoon(), jobs.catchUpSoon()]))
    await vi.waitFor(async () => {
      const statuses = await Promise.all(orders.map(statusOf))
      expect(new Set(statuses)).toEqual(new Set(['settled']))
    }, SOON_MS)
    const countSettled = () =>
      processes.flatMap(({ runs }) => runs).reduce((sum, { counts }) => sum + (counts['settled'] ?? 0), 0)
    // A run tells what it did a moment after the last of it.
    await vi.waitFor(() => expect(countSettled()).toBe(40), SOON_MS)
    await stopJobs()
    expect(new Set(await Promise.all(orders.map(settledEvents)))).toEqual(new Set([1]))
    expect(countSettled()).toBe(40)
    await Promise.all(databases.map((database) => database.close()))
  })
})
