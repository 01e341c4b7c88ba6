import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { findFreePort } from '../../api/testing/embedded-server.ts'
import { type BenchDatabase, openBenchDatabase } from './database.ts'
import { type ServerProcess, startServer } from './processes.ts'
import { type Counts, countOrders } from './sign-off.ts'

/** Everything that is measured, running. */
export interface Stage {
  database: BenchDatabase
  /** The API on PostgreSQL, and on the embedded database. */
  api: ServerProcess
  embedded: ServerProcess
  /** For files of this run. */
  folder: string
  /** Stops the embedded API, whose database takes one process at a time, and counts what it made. */
  countEmbedded(): Promise<Counts>
  /** Starts a server that ends with the stage. */
  start(file: string, environment: Record<string, string>): Promise<ServerProcess>
  clear(): Promise<void>
}

export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'backd-bench-'))
  const servers = new Set<ServerProcess>()
  let database: BenchDatabase | undefined
  const stop = async (server: ServerProcess) => {
    servers.delete(server)
    await server.stop()
  }
  const start: Stage['start'] = async (file, environment) => {
    const server = await startServer(file, environment)
    servers.add(server)
    return server
  }
  /** The API as it runs in production, but for the limit on requests, which this load would meet at once. */
  const startApi = async (environment: Record<string, string>) =>
    await start('api/main.ts', {
      API_PORT: String(await findFreePort()),
      RATE_LIMIT_PER_MINUTE: '1000000000',
      ...environment,
    })
  const clear = async () => {
    for (const server of servers) await stop(server)
    await database?.stop()
    rmSync(folder, { recursive: true, force: true })
  }

  try {
    database = await openBenchDatabase()
    const api = await startApi({ DATABASE_URL: database.url })
    const dataDir = join(folder, 'embedded')
    const embedded = await startApi({ DATA_DIR: dataDir })
    return {
      database,
      api,
      embedded,
      folder,
      start,
      async countEmbedded() {
        await stop(embedded)
        const client = await PGlite.create(join(dataDir, 'pglite'))
        const counts = await countOrders(async (sql) => (await client.query<Counts>(sql)).rows[0])
        await client.close()
        return counts
      },
      clear,
    }
  } catch (error) {
    await clear()
    throw error
  }
}
