import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type Database, isMigrated, MIGRATIONS_FOLDER } from './database.ts'
import { takePidLock } from './pid-lock.ts'
import { createStore } from './store.ts'

/**
 * PostgreSQL inside this process, kept in `dataDir`/pglite; one process at a time.
 * @throws FolderInUse
 */
export async function openPglite(dataDir: string): Promise<Database> {
  const folder = resolve(dataDir)
  mkdirSync(folder, { recursive: true })
  const release = takePidLock(join(folder, 'pglite.pid'), folder)
  try {
    const database = usePglite(await PGlite.create(join(folder, 'pglite')))
    return {
      ...database,
      close: () => database.close().finally(release),
    }
  } catch (error) {
    release()
    throw error
  }
}

/** An embedded database that is open already. */
export function usePglite(client: PGlite): Database {
  const db = drizzle(client)
  return {
    store: createStore(db, {
      runTransaction: (work) => db.transaction(work),
      insertsAtOnce: 1,
    }),
    engine: { kind: 'pglite', client },
    migrate: () => migrate(db, { migrationsFolder: MIGRATIONS_FOLDER }),
    isReady: () => isMigrated(db),
    close: () => client.close(),
  }
}
