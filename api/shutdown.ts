import type { Database } from './db/database.ts'
import type { Traffic } from './http/draining.ts'
import type { Jobs } from './outbound/jobs/jobs.ts'

/** As much of the application as its end takes. */
interface Served {
  traffic: Traffic
  server: { closeAllConnections(): void }
  close(): Promise<unknown>
}

/** How long the service goes on answering while requests run, saying at /readyz that it ends. */
const DRAIN_MS = 2_000
/** How long a service in production goes on answering at all events: who sends requests here asks /readyz now and then. */
export const LINGER_MS = 2_000
/** How long those that still run have after that, with nobody new let in. */
const FINISH_MS = 3_000
const REAP_EVERY_MS = 50
const STOP_JOBS_MS = 4_500
const CLOSE_DATABASE_MS = 1_500

/** All of it, under the ten seconds that most supervisors give before they kill. */
export const SHUT_DOWN_WITHIN_MS = 9_000

/**
 * Ends a service in good order: no more jobs, requests that run are finished, connections closed, then the database.
 * What takes longer than its share is cut off.
 * @param lingerMs how long it goes on answering even when nothing runs
 */
export async function shutDown({
  app,
  jobs,
  database,
  lingerMs = 0,
}: {
  app: Served
  jobs: Pick<Jobs, 'stop'>
  database: Pick<Database, 'close'>
  lingerMs?: number
}): Promise<void> {
  await Promise.all([within(STOP_JOBS_MS, jobs.stop()), closeServer(app, lingerMs)])
  await within(CLOSE_DATABASE_MS, database.close())
}

async function closeServer(app: Served, lingerMs: number): Promise<void> {
  await app.traffic.drain(Math.max(0, DRAIN_MS - lingerMs), lingerMs)
  const lastAt = performance.now() + FINISH_MS
  // Node waits for connections on which nothing was asked yet, and browsers open them ahead.
  const reaping = setInterval(() => {
    if (app.traffic.inFlight() === 0 || performance.now() > lastAt) app.server.closeAllConnections()
  }, REAP_EVERY_MS)
  await app.close().finally(() => clearInterval(reaping))
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
