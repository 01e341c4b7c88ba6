import type { FastifyInstance, InjectOptions } from 'fastify'
import { type AppDeps, createApp } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import type { NewMerchant } from '../domain/merchant.ts'
import { systemRandom } from '../system.ts'
import { type Clock, ON_TIME } from '../use-cases/ports/clock.ts'
import type { Mail } from '../use-cases/ports/mailer.ts'
import type { Store } from '../use-cases/ports/store.ts'
import { BASE, type Callers, createCallers, type Reply, SHOP, type TestMerchant } from './callers.ts'
import { basic, insertMerchant } from './merchants.ts'
import { createSampleDist } from './sample-dist.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

export { BASE, basic, type Reply, SHOP, type TestMerchant }
export const OURS = 'http://localhost:4000'

/** A Thursday morning in Chicago. */
const START = new Date('2026-04-16T15:00:00.000Z')

/** Whether mails are taken (unless so, their addresses are refused, or the server is away), and what happens before one is. */
export interface TestMailer {
  takes: boolean
  isAway?: boolean
  before?: (() => Promise<void>) | undefined
}

/** A clock that stands still, and heeds what each merchant has put its own forward by. */
export interface TestClock extends Clock {
  time: Date
  now(merchant?: Parameters<Clock['now']>[0]): Date
}

export interface TestApp extends Callers {
  app: FastifyInstance
  config: Config
  /** Set it to travel. */
  clock: TestClock
  mails: Mail[]
  mailer: TestMailer
  logs: string[]
  store: Store
  database: Database
  query: TestDatabase['query']
  createMerchant(facts?: Partial<NewMerchant>): Promise<TestMerchant>
  call(options: InjectOptions): Promise<Reply>
  count(table: string): Promise<number>
  events(backdOrderId: string): Promise<{ type: string; actor: string; from: string | null; to: string }[]>
  /** Runs with the clock put forward. */
  later<Result>(ms: number, run: () => Promise<Result>): Promise<Result>
  breakDatabase(): Promise<void>
  mendDatabase(): Promise<void>
  stallDatabase(on: boolean): void
  close(): Promise<void>
}

/** The service with production's options on a fresh database, a clock that stands still and a mailer that keeps. */
export async function createTestApp(
  environment: Record<string, string> = {},
  deps: Pick<AppDeps, 'catchUpSoon'> = {},
): Promise<TestApp> {
  const { database, query, breakOff, mend, stall, close } = await createTestDatabase()
  const dist = createSampleDist()
  const config = readConfig({
    RATE_LIMIT_PER_MINUTE: '100000',
    WIDGET_DIST: dist.widgetDist,
    ...environment,
  })
  const clock: TestClock = {
    time: START,
    now: ({ clockOffsetMs } = ON_TIME) => new Date(clock.time.getTime() + clockOffsetMs),
  }
  const mailer: TestMailer = { takes: true }
  const mails: Mail[] = []
  const logs: string[] = []
  const app = await createApp({
    config,
    database,
    clock,
    random: systemRandom,
    mailer: {
      send: async (mail) => {
        await mailer.before?.()
        if (mailer.isAway) return 'failed'
        if (!mailer.takes) return 'refused'
        mails.push(mail)
        return 'taken'
      },
    },
    logStream: { write: (line) => logs.push(line) },
    ...deps,
  })

  const call = async (options: InjectOptions): Promise<Reply> => {
    const reply = await app.inject(options)
    const isJson = String(reply.headers['content-type']).includes('json')
    return {
      status: reply.statusCode,
      body: isJson ? reply.json() : undefined,
      headers: reply.headers,
      text: reply.body,
    }
  }
  return {
    app,
    config,
    clock,
    mails,
    mailer,
    logs,
    store: database.store,
    database,
    query,
    createMerchant: (facts) => insertMerchant(database.store, facts),
    ...createCallers(call),
    async count(table) {
      const [row] = await query<{ n: number }>(`select count(*)::int as n from ${table}`)
      return row?.n ?? -1
    },
    events: (backdOrderId) =>
      query(
        'select type, actor, from_status as "from", to_status as "to" from order_events where backd_order_id = $1 order by id',
        [backdOrderId],
      ),
    async later(ms, run) {
      const putForward = (byMs: number) => {
        clock.time = new Date(clock.time.getTime() + byMs)
      }
      putForward(ms)
      try {
        return await run()
      } finally {
        // Not to what it was: others may run with it put forward too, and end in any order.
        putForward(-ms)
      }
    },
    breakDatabase: breakOff,
    mendDatabase: mend,
    stallDatabase: stall,
    async close() {
      await app.close()
      await close()
      dist.remove()
    },
  }
}
