import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, MIGRATIONS_FOLDER } from '../db/database.ts'
import { usePglite } from '../db/pglite.ts'
import { openPostgres } from '../db/postgres.ts'
import { TEMPLATE_DATABASE } from './postgres-server.ts'
import { createTcpProxy } from './tcp-proxy.ts'

/** A fresh, migrated database of one's own, on the engine that TEST_DATABASE names. */
export interface TestDatabase {
  database: Database
  /** Looks behind the repositories. */
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>
  /** Takes the database away, as when its server or the way to it is gone. */
  breakOff(): Promise<void>
  /** Gives it back; PostgreSQL only. */
  mend(): Promise<void>
  /** Has the way to it swallow whatever is sent, or pass it on again; PostgreSQL only. */
  stall(on: boolean): void
  close(): Promise<void>
}

export const isPostgres = process.env['TEST_DATABASE'] === 'postgres'

export async function createTestDatabase(): Promise<TestDatabase> {
  return isPostgres ? await createOnPostgres() : await createOnPglite()
}

/** The URL of a new database on the test server. */
export async function createPostgresUrl(template = TEMPLATE_DATABASE): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(`create database ${name} template ${template}`)
  return `${inject('postgresUrl')}/${name}`
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client(`${inject('postgresUrl')}/postgres`)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

async function createOnPostgres(): Promise<TestDatabase> {
  const url = await createPostgresUrl()
  const { port, pathname } = new URL(url)
  const proxy = await createTcpProxy(Number(port))
  const database = openPostgres(`${inject('postgresUrl').replace(`:${port}`, `:${proxy.port}`)}${pathname}`)
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  return {
    database,
    query: async (sql, parameters) => (await pool.query(sql, parameters)).rows,
    breakOff: () => proxy.pull(),
    mend: () => proxy.putBack(),
    stall: proxy.stall,
    close: async () => {
      await database.close()
      await pool.end()
      await proxy.close()
    },
  }
}

async function createOnPglite(): Promise<TestDatabase> {
  const client = await PGlite.create({ loadDataDir: await readTemplate() })
  const database = usePglite(client)
  return {
    database,
    query: async <Row>(sql: string, parameters?: unknown[]) =>
      (await client.query<Row>(sql, parameters)).rows,
    breakOff: () => client.close(),
    mend: () => Promise.reject(new Error('an embedded database that was closed does not come back')),
    stall() {
      throw new Error('there is no way to an embedded database')
    },
    close: async () => {
      if (!client.closed) await database.close()
    },
  }
}

/**
 * A migrated data folder as one file. Making one takes seconds, loading it half of one, so it is kept between files and
 * runs, under a name that changes with the migrations.
 */
async function readTemplate(): Promise<Blob> {
  const path = join(tmpdir(), `backd-pglite-${digestOfMigrations()}.tar`)
  if (!existsSync(path)) {
    const client = await PGlite.create()
    await usePglite(client).migrate()
    const dump = await client.dumpDataDir('none')
    await client.close()
    const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
    writeFileSync(draft, new Uint8Array(await dump.arrayBuffer()))
    renameSync(draft, path)
  }
  return new Blob([readFileSync(path)])
}

function digestOfMigrations(): string {
  const hash = createHash('sha256').update(import.meta.resolve('@electric-sql/pglite'))
  for (const name of readdirSync(MIGRATIONS_FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    hash.update(name).update(readFileSync(join(MIGRATIONS_FOLDER, name)))
  }
  return hash.digest('hex').slice(0, 16)
}
