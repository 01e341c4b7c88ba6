import { type ConstructorOptions, fromPglite, PgBoss } from 'pg-boss'
import type { Reporter } from '../../use-cases/ports/reporter.ts'

/** Work that is done again and again, by any one process at a time or by several: it has to be safe either way. */
export interface JobDefinition {
  name: string
  /** When it is due, in UTC. */
  cron: string
  /** How soon a job that was sent is begun, in seconds. */
  pollSeconds: number
  /**
   * @param signal ends the work at the next point where it can end
   * @returns what was done, to be logged: numbers alone; a `failed` of 1 or more fails the job
   */
  run(signal: AbortSignal): Promise<Record<string, number>>
}

/** How one run of a job ended. */
export interface JobRun {
  job: string
  outcome: 'done' | 'failed'
  ms: number
  counts: Record<string, number>
}

/** The database that the queue is kept in; connections are its owner's. */
export type QueueEngine =
  | { kind: 'pglite'; client: Parameters<typeof fromPglite>[0] }
  | { kind: 'postgres'; pool: { query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> } }

export interface JobQueueOptions {
  engine: QueueEngine
  jobs: JobDefinition[]
  reporter: Reporter
  /** Told of each run as it ends. */
  onRun(run: JobRun): void
  /** Seconds before a job that failed is tried again; doubled with each try. */
  retrySeconds?: number
}

export interface JobQueue {
  /** Makes the queue's tables where they are missing, and begins to work. Processes may start together. */
  start(): Promise<void>
  /** Has a job run now, by whichever process takes it. Nothing is added when one waits already. */
  runSoon(name: string): Promise<void>
  /** Takes no more jobs and ends those that run, within a few seconds. Never rejects. */
  stop(): Promise<void>
}

const TRIES_AFTER_FAILURE = 3
const RETRY_SECONDS = 5
/** A job of a process that died is tried again after this; one that takes longer is stopped and tried again. */
const EXPIRE_SECONDS = 600
/** Jobs that are over are of use to somebody who looks into the database, for an hour. */
const KEPT_SECONDS = 3_600
const STOP_WITHIN_MS = 3_000
/** A database that is gone fails whatever pg-boss does; one line about it in so long is enough. */
const REPORT_EVERY_MS = 30_000

/** Jobs through pg-boss (docs/adr/0017), on the connections that the service has already. */
export function createJobQueue(options: JobQueueOptions): JobQueue {
  const { engine, jobs, reporter } = options
  const boss = new PgBoss({
    db: databaseOf(engine),
    backend: engine.kind,
    maintenanceIntervalSeconds: KEPT_SECONDS,
  })
  const report = sparingly(reporter)
  // Unheard, an 'error' event would end the process.
  boss.on('error', (error) => report(faultOf(error), 'The job queue could not be worked.'))
  boss.on('warning', ({ message }) => report(new Error(message), 'The job queue warns.'))

  const workers = new Map<string, string>()
  const stopping = new AbortController()

  const startJob = async (job: JobDefinition): Promise<void> => {
    const queue = {
      // One waits at most. Several may run: each is safe beside the other, and none waits for a process that died.
      policy: 'short',
      retryLimit: TRIES_AFTER_FAILURE,
      retryDelay: options.retrySeconds ?? RETRY_SECONDS,
      retryBackoff: true,
      expireInSeconds: EXPIRE_SECONDS,
      retentionSeconds: KEPT_SECONDS,
      deleteAfterSeconds: KEPT_SECONDS,
    }
    await boss.createQueue(job.name, queue)
    const { policy: _, ...changeable } = queue
    await boss.updateQueue(job.name, changeable)
    await boss.schedule(job.name, job.cron)
    const worker = await boss.work(job.name, { pollingIntervalSeconds: job.pollSeconds }, async ([taken]) => {
      const signals = taken ? [stopping.signal, taken.signal] : [stopping.signal]
      await runJob(job, AbortSignal.any(signals), options)
    })
    workers.set(job.name, worker)
  }

  const runSoon = async (name: string): Promise<void> => {
    if (stopping.signal.aborted) return
    await boss.send(name)
    boss.notifyWorker(workers.get(name) ?? '')
  }

  return {
    async start() {
      await boss.start()
      for (const job of jobs) {
        await startJob(job)
        // What became due while no process ran.
        await runSoon(job.name)
      }
    },
    runSoon,
    async stop() {
      stopping.abort()
      try {
        await boss.stop({ close: false, timeout: STOP_WITHIN_MS })
      } catch (error) {
        report(faultOf(error), 'The job queue could not be stopped in good order.')
      }
    },
  }
}

/** @throws Error without anything of the fault, since pg-boss writes it into the job */
async function runJob(job: JobDefinition, signal: AbortSignal, options: JobQueueOptions): Promise<void> {
  const startedAt = performance.now()
  let counts: Record<string, number> = {}
  try {
    counts = await job.run(signal)
  } catch (error) {
    counts = { failed: 1 }
    options.reporter.report(error, `The job ${job.name} failed; it is tried again.`)
  }
  const outcome = (counts['failed'] ?? 0) > 0 ? 'failed' : 'done'
  options.onRun({ job: job.name, outcome, ms: performance.now() - startedAt, counts })
  if (outcome === 'failed') throw new Error(`${job.name} failed`)
}

function databaseOf(engine: QueueEngine): NonNullable<ConstructorOptions['db']> {
  return engine.kind === 'pglite'
    ? fromPglite(engine.client)
    : { executeSql: (text, values) => engine.pool.query(text, values) }
}

/** pg-boss's errors without their sentences, which may be a driver's; some come as plain objects. */
function faultOf(error: unknown): Error {
  const { code } = (error ?? {}) as { code?: unknown }
  return Object.assign(new Error('pg-boss'), typeof code === 'string' ? { code } : {})
}

function sparingly(reporter: Reporter): Reporter['report'] {
  let lastAt = Number.NEGATIVE_INFINITY
  return (error, what) => {
    if (performance.now() - lastAt < REPORT_EVERY_MS) return
    lastAt = performance.now()
    reporter.report(error, what)
  }
}
