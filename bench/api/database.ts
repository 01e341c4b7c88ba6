import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type EmbeddedServer, startEmbeddedServer } from '../../api/testing/embedded-server.ts'
import { type Counts, countOrders } from './sign-off.ts'
import { LOG_LINE_PREFIX, readStatementLog, type Statement } from './statement-log.ts'

const NAME = 'bench'
/** What openPostgres calls itself. */
const API = 'backd-api'
/** Time for the server to hear of a setting, and for its log to reach us. */
const SETTLING_MS = 500

export interface BenchDatabase {
  url: string
  /** The server's own process; its connections are children of it. */
  pid: number
  folder: string
  count(): Promise<Counts>
  /** What the API asks of the database while `run` runs. */
  record(run: () => Promise<unknown>): Promise<Statement[]>
  stop(): Promise<void>
}

/** PostgreSQL with its own settings: what it answered is on the disk. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  let log = ''
  const server = await startEmbeddedServer({ log_line_prefix: LOG_LINE_PREFIX }, (text) => {
    log += text
  })
  await server.createDatabase(NAME)
  const url = `${server.url}/${NAME}`
  const client = new pg.Client(url)
  await client.connect()
  const logStatements = async (which: 'all' | 'none') => {
    await client.query(`alter system set log_statement = '${which}'`)
    await client.query('select pg_reload_conf()')
    await settle()
  }
  return {
    url,
    pid: pidOf(server),
    folder: server.folder,
    count: () => countOrders(async (sql) => (await client.query<Counts>(sql)).rows[0]),
    async record(run) {
      await logStatements('all')
      const from = log.length
      await run()
      await settle()
      const recorded = readStatementLog(log.slice(from), API)
      await logStatements('none')
      return recorded
    },
    async stop() {
      await client.end()
      await server.stop()
    },
  }
}

function pidOf({ folder }: EmbeddedServer): number {
  return Number.parseInt(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8'), 10)
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS))
}
