import pg from 'pg'
import { openPostgres } from '../db/postgres.ts'
import { createSystemClock } from '../system.ts'
import type { Reply, TestMerchant } from './callers.ts'
import { insertMerchant } from './merchants.ts'
import { createOrderDriver, type OrderDriver } from './orders.ts'
import { createSampleDist } from './sample-dist.ts'
import { pause, type ServiceProcess, startService } from './service-process.ts'
import { createPostgresUrl } from './test-database.ts'

/** Two processes of the service on one PostgreSQL, and what happened in it. */
export interface TwoProcesses {
  merchant: TestMerchant
  /** The same merchant's calls, to each of the processes. */
  drivers: [OrderDriver, OrderDriver]
  services: [ServiceProcess, ServiceProcess]
  /** The calls of another merchant, to one of them. */
  drive(merchant: TestMerchant, index: 0 | 1): OrderDriver
  createMerchant(): Promise<TestMerchant>
  query<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>
  /** What happened to an order, in turn, without the mails to its customer. */
  eventsOf(id: string): Promise<OrderEvent[]>
  close(): Promise<void>
}

export interface OrderEvent {
  type: string
  from: string | null
  to: string
}

export async function openTwoProcesses(): Promise<TwoProcesses> {
  const dist = createSampleDist()
  const url = await createPostgresUrl()
  const database = openPostgres(url, { maxConnections: 2 })
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  const start = () => startService({ DATABASE_URL: url, WIDGET_DIST: dist.widgetDist })
  const services = await Promise.all([start(), start()])
  const merchant = await insertMerchant(database.store)
  const ownActs = { store: database.store, clock: createSystemClock('sandbox') }
  const drive = (by: TestMerchant, index: 0 | 1) => createOrderDriver({ ...services[index], ...ownActs }, by)
  const query = async <Row extends object>(sql: string, parameters: unknown[] = []) =>
    (await pool.query<Row>(sql, parameters)).rows
  return {
    merchant,
    services,
    drive,
    drivers: [drive(merchant, 0), drive(merchant, 1)],
    createMerchant: () => insertMerchant(database.store),
    query,
    eventsOf: (id) =>
      query<OrderEvent>(
        `select type, from_status as "from", to_status as "to" from order_events
         where backd_order_id = $1 and type <> 'customer_notified' order by id`,
        [id],
      ),
    async close() {
      await Promise.all(services.map((service) => service.end('SIGTERM')))
      await database.close()
      await pool.end()
      dist.remove()
    },
  }
}

/** So many ms one of two calls starts after the other: neither always comes first, and some meet in the middle. */
const HEAD_STARTS = [0, 0, 1, -1, 0, 2, -2, 0, 3, -3]

/** Makes two calls at about the same instant; each round another one has the head start. */
export async function meet<First, Second>(
  round: number,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, Second]> {
  const headStart = HEAD_STARTS[round % HEAD_STARTS.length] ?? 0
  const after = async <Result>(ms: number, run: () => Promise<Result>) => {
    if (ms > 0) await pause(ms)
    return await run()
  }
  return await Promise.all([after(-headStart, first), after(headStart, second)])
}

/** How many pairs of replies were being worked on at one instant, as the processes' own logs tell. */
export function countTogether(services: ServiceProcess[], rounds: Reply[][]): number {
  const lines = new Map(services.flatMap((service) => service.log()).map((line) => [line.request_id, line]))
  return rounds.filter((replies) => {
    const spans = replies.map(({ headers }) => {
      const { time = 0, ms = 0 } = lines.get(String(headers['x-request-id'])) ?? {}
      return { from: time - ms, to: time }
    })
    return Math.max(...spans.map(({ from }) => from)) < Math.min(...spans.map(({ to }) => to))
  }).length
}
