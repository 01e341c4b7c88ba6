import { randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { type AppDeps, createApp } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import type { NewMerchant } from '../domain/merchant.ts'
import { startingPlans } from '../domain/sandbox.ts'
import { systemRandom } from '../system.ts'
import { hashSecret } from '../use-cases/authenticate-merchant.ts'
import { type Clock, ON_TIME } from '../use-cases/ports/clock.ts'
import type { Mail } from '../use-cases/ports/mailer.ts'
import type { Store } from '../use-cases/ports/store.ts'
import { createSampleDist } from './sample-dist.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

export const BASE = '/v1/backd/bnpl/api'
export const SHOP = 'https://shop.example'
export const OURS = 'http://localhost:4000'

/** A Thursday morning in Chicago. */
const START = new Date('2026-04-16T15:00:00.000Z')

export interface TestMerchant {
  publicKey: string
  secretKey: string
  /** The Authorization header of its server. */
  authorization: string
}

export interface Reply {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape, and vouch for each by asserting it
  body: any
  headers: Record<string, unknown>
  text: string
}

/** A clock that stands still, and heeds what each merchant has put its own forward by. */
export interface TestClock extends Clock {
  time: Date
  now(merchant?: Parameters<Clock['now']>[0]): Date
}

export interface TestApp {
  app: FastifyInstance
  config: Config
  /** Set it to travel. */
  clock: TestClock
  mails: Mail[]
  mailer: { takes: boolean }
  logs: string[]
  store: Store
  database: Database
  query: TestDatabase['query']
  createMerchant(facts?: Partial<NewMerchant>): Promise<TestMerchant>
  call(options: InjectOptions): Promise<Reply>
  /** A call of the merchant API with JSON. */
  merchantCall(merchant: TestMerchant, path: string, body?: unknown, more?: InjectOptions): Promise<Reply>
  /** A call of the browser endpoint from a page of SHOP. */
  browserCall(body: unknown, headers?: Record<string, string>): Promise<Reply>
  sessionCall(token: string, body?: unknown): Promise<Reply>
  count(table: string): Promise<number>
  events(backdOrderId: string): Promise<{ type: string; actor: string; from: string | null; to: string }[]>
  /** Runs with the clock put forward. */
  later<Result>(ms: number, run: () => Promise<Result>): Promise<Result>
  breakDatabase(): Promise<void>
  mendDatabase(): Promise<void>
  close(): Promise<void>
}

/** The service with production's options on a fresh database, a clock that stands still and a mailer that keeps. */
export async function createTestApp(
  environment: Record<string, string> = {},
  deps: Pick<AppDeps, 'settleSoon'> = {},
): Promise<TestApp> {
  const { database, query, breakOff, mend, close } = await createTestDatabase()
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
  const mailer = { takes: true }
  const mails: Mail[] = []
  const logs: string[] = []
  const app = await createApp({
    config,
    database,
    clock,
    random: systemRandom,
    mailer: {
      send: async (mail) => {
        if (mailer.takes) mails.push(mail)
        return mailer.takes
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
  const json = (body: unknown) =>
    body === undefined
      ? { method: 'GET' as const }
      : {
          method: 'POST' as const,
          payload: JSON.stringify(body),
        }
  const type = (body: unknown) => (body === undefined ? {} : { 'content-type': 'application/json' })

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
    call,
    async createMerchant(facts = {}) {
      const publicKey = randomBytes(8).toString('hex')
      const secretKey = `sk_${publicKey}`
      await database.store.merchants.insert(
        {
          publicKey,
          name: 'Northwind Office Supply',
          origins: [SHOP, 'https://merchant.website.com'],
          plans: [...startingPlans],
          orderLimitCents: 10_000_000,
          increaseLimitPercent: 10,
          ...facts,
        },
        hashSecret(secretKey),
      )
      return { publicKey, secretKey, authorization: basic(publicKey, secretKey) }
    },
    merchantCall: (merchant, path, body, more = {}) =>
      call({
        url: `${BASE}${path}`,
        ...json(body),
        ...more,
        headers: { authorization: merchant.authorization, ...type(body), ...more.headers },
      }),
    browserCall: (body, headers = {}) =>
      call({
        url: '/checkout/api/orders',
        ...json(body),
        headers: { origin: SHOP, ...type(body), ...headers },
      }),
    sessionCall: (token, body) =>
      call({
        url: body === undefined ? '/checkout/api/session' : '/checkout/api/session/terms',
        ...json(body),
        headers: { authorization: `Bearer ${token}`, ...type(body) },
      }),
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
      const now = clock.time
      clock.time = new Date(now.getTime() + ms)
      try {
        return await run()
      } finally {
        clock.time = now
      }
    },
    breakDatabase: breakOff,
    mendDatabase: mend,
    async close() {
      await app.close()
      await close()
      dist.remove()
    },
  }
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}
