import type { Database } from './database.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

/**
 * PostgreSQL when a URL is given, else the embedded database in the folder.
 * @throws FolderInUse when another process has the folder
 */
export async function openDatabase(where: {
  databaseUrl: string | undefined
  dataDir: string
}): Promise<Database> {
  return where.databaseUrl === undefined ? await openPglite(where.dataDir) : openPostgres(where.databaseUrl)
}
