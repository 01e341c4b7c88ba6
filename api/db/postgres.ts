import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { type Database, isMigrated, MIGRATIONS_FOLDER } from './database.ts'
import { PatientPool } from './pool.ts'
import { noticeSilence } from './silence.ts'
import { createStore } from './store.ts'
import { transactionsOf } from './transactions.ts'

/** Any fixed number: processes that start together queue behind it, and one migrates. */
const MIGRATION_LOCK = 7_163_902_114

/** How long a connection may take to come up. */
export const CONNECT_TIMEOUT_MS = 1_500
const STATEMENT_TIMEOUT_MS = 5_000
const LOCK_TIMEOUT_MS = 2_000
const WAIT_FOR_CONNECTION_MS = 10_000
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000
/** Every query of a table that a migration waits for waits behind it, so a start that fails is the lesser evil. */
const MIGRATION_LOCK_TIMEOUT_MS = 5_000

/** One runs while another waits for the disk; more would only be smaller. */
const INSERTS_AT_ONCE = 2

/** PostgreSQL behind a pool. Nothing is asked of it until the first query. */
export function openPostgres(url: string, { maxConnections = 10 } = {}): Database {
  const config = {
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // A network that swallows packets never lets the server's own timeout reach us.
    query_timeout: STATEMENT_TIMEOUT_MS + 1_000,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'backd-api',
  }
  const pool = new PatientPool(config, WAIT_FOR_CONNECTION_MS)
  // A broken connection is also an 'error' event; unheard, it would end the process. The query that needed the
  // connection rejects and is answered with 503; the pool replaces an idle one.
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  noticeSilence(pool, url)

  const db = drizzle(pool)
  return {
    store: createStore(db, {
      runTransaction: transactionsOf(pool),
      insertsAtOnce: INSERTS_AT_ONCE,
    }),
    engine: { kind: 'postgres', pool },
    migrate: () => migrateAlone(url),
    isReady: () => isMigrated(db),
    close: () => pool.end(),
  }
}

function ignore(): void {}

/**
 * Migrates on a connection of its own, which may take its time, while no other process does. All of it or, when a table is
 * not given in time, nothing: the next start tries again.
 */
async function migrateAlone(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'backd-migrations',
  })
  client.on('error', ignore)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    // Not before: another process's migration may take longer.
    await client.query(`set lock_timeout = ${MIGRATION_LOCK_TIMEOUT_MS}`)
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS_FOLDER })
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}
