import type { Database } from './db/database.ts'
import type { Traffic } from './http/draining.ts'
import type { Jobs } from './outbound/jobs/jobs.ts'

/** As much of the application as its end takes. */
interface Served {
  traffic: Traffic
  server: { closeAllConnections(): void }
  close(): Promise<unknown>
}

/** The share of each part of the end, after which it is cut off. */
export const SHUT_DOWN_LIMITS = {
  /** How long the service goes on answering while requests run, saying at /readyz that it ends. */
  drainMs: 2_000,
  /** How long those that still run have after that, with nobody new let in. */
  finishMs: 3_000,
  stopJobsMs: 4_500,
  closeDatabaseMs: 1_500,
}
/** How long a service in production goes on answering at all events: who sends requests here asks /readyz now and then. */
export const LINGER_MS = 2_000
/** How often connections are looked through once no more are taken. */
export const REAP_EVERY_MS = 50

/** All of it, under the ten seconds that most supervisors give before they kill. */
export const SHUT_DOWN_WITHIN_MS = 9_000

/**
 * Ends a service in good order: no more jobs, requests that run are finished, connections closed, then the database.
 * What takes longer than its share is cut off.
 * @param lingerMs how long it goes on answering even when nothing runs
 * @param limits others only in tests
 */
export async function shutDown({
  app,
  jobs,
  database,
  lingerMs = 0,
  limits = SHUT_DOWN_LIMITS,
}: {
  app: Served
  jobs: Pick<Jobs, 'stop'>
  database: Pick<Database, 'close'>
  lingerMs?: number
  limits?: typeof SHUT_DOWN_LIMITS
}): Promise<void> {
  await Promise.all([within(limits.stopJobsMs, jobs.stop()), closeServer(app, lingerMs, limits)])
  await within(limits.closeDatabaseMs, database.close())
}

async function closeServer(
  app: Served,
  lingerMs: number,
  { drainMs, finishMs }: typeof SHUT_DOWN_LIMITS,
): Promise<void> {
  await app.traffic.drain(Math.max(0, drainMs - lingerMs), lingerMs)
  const lastAt = performance.now() + finishMs
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
