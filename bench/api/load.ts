import autocannon from 'autocannon'
import { cpuSecondsOf } from './cpu.ts'

export const CONNECTIONS = 50

export interface Measured {
  perSecond: number
  answered: number
  p50Ms: number
  p99Ms: number
  /** Answers other than 2xx, and requests without an answer: has to be 0. */
  failed: number
  /** How much of one core each used, 1 being all of it. */
  cores: Record<string, number>
}

export interface Load {
  url: string
  seconds: number
  request: autocannon.Request
  /** Whose CPU time is read, by name; a list is read anew, since a database's connections come and go. */
  processes: Record<string, () => number[]>
}

/** Sends as much as 50 connections can, each waiting for its answer, from this process. */
export async function measure({ url, seconds, request, processes }: Load): Promise<Measured> {
  const usage = () =>
    Object.entries(processes).map(([name, pids]) => [name, cpuSecondsOf(pids()) ?? Number.NaN] as const)
  const before = new Map(usage())
  const startedAt = performance.now()
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests: [request] })
  const took = (performance.now() - startedAt) / 1000
  return {
    perSecond: result['2xx'] / result.duration,
    answered: result['2xx'],
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
    cores: Object.fromEntries(usage().map(([name, used]) => [name, (used - (before.get(name) ?? 0)) / took])),
  }
}
