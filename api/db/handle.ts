import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** A connection or a transaction, of either driver: all that the repositories need. */
export type Handle = PgDatabase<PgQueryResultHKT>
