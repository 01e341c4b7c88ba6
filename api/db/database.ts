import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type pg from 'pg'
import type { Store } from '../use-cases/ports/store.ts'
import type { Handle } from './handle.ts'

/** Where the SQL is that drizzle-kit wrote. */
export const MIGRATIONS_FOLDER = join(import.meta.dirname, 'migrations')

/** What lies under the store: for the job queue, which brings SQL of its own, and to count connections. */
export type Engine = { kind: 'pglite'; client: PGlite } | { kind: 'postgres'; pool: pg.Pool }

/** A database that is open: the store, and what a process does with it as a whole. */
export interface Database {
  store: Store
  engine: Engine
  /** Brings the tables to the latest migration; does nothing when they are there. */
  migrate(): Promise<void>
  /** Whether the database answers and its tables are the ones this code was written for. Rejects when it is gone. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}

/** When the last migration we know was written, in ms; read once, for /readyz is asked every few seconds. */
const latestMigration = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER }).at(-1)?.folderMillis ?? 0

/** Whether the last migration we know was applied. */
export async function isMigrated(db: Handle): Promise<boolean> {
  const applied = await db
    .select({ at: sql<string | null>`max(created_at)` })
    .from(sql`drizzle.__drizzle_migrations`)
  return Number(applied[0]?.at ?? 0) >= latestMigration
}
