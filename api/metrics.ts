import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** One request that was answered, by what it may be counted under: no id, key or merchant. */
export interface ObservedRequest {
  method: string
  /** The route's pattern, never an address. */
  route: string
  status: number
  ms: number
}

/** What the service counts of itself, for Prometheus. */
export interface Metrics {
  observeRequest(request: ObservedRequest): void
  observeJob(run: { job: string; outcome: 'done' | 'failed'; ms: number }): void
  /** All of it in Prometheus' text format, of the type `contentType`. */
  read(): Promise<string>
  contentType: string
}

/** The connections to the database: pg's own names. */
export interface PoolCounts {
  totalCount: number
  idleCount: number
  /** Queries that wait for a connection. */
  waitingCount: number
}

/** What is asked for at the moment it is read. */
export interface MetricSources {
  inFlight(): number
  /** Absent on the embedded database. */
  pool: PoolCounts | undefined
}

const REQUEST_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const JOB_BUCKETS_S = [0.01, 0.1, 1, 10, 60, 600]

/** Metrics of their own: two services in one process count apart. */
export function createMetrics({ inFlight, pool }: MetricSources): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'backd_http_request_duration_seconds',
    help: 'How long requests took, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS_S,
    registers,
  })
  const jobs = new Histogram({
    name: 'backd_job_duration_seconds',
    help: 'How long runs of a job took, and how many there were, by how they ended',
    labelNames: ['job', 'outcome'],
    buckets: JOB_BUCKETS_S,
    registers,
  })
  new Gauge({
    name: 'backd_http_requests_in_flight',
    help: 'Requests that are being answered',
    registers,
    collect() {
      this.set(inFlight())
    },
  })
  if (pool) gaugePool(pool, registers)

  return {
    observeRequest: ({ method, route, status, ms }) => requests.observe({ method, route, status }, ms / 1000),
    observeJob: ({ job, outcome, ms }) => jobs.observe({ job, outcome }, ms / 1000),
    read: () => register.metrics(),
    contentType: register.contentType,
  }
}

function gaugePool(pool: PoolCounts, registers: Registry[]): void {
  new Gauge({
    name: 'backd_db_connections',
    help: 'Open connections to the database, by whether they are in use',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
    },
  })
  new Gauge({
    name: 'backd_db_waiting_requests',
    help: 'Queries that wait for a connection',
    registers,
    collect() {
      this.set(pool.waitingCount)
    },
  })
}
