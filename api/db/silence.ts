import pg from 'pg'
import type { PatientPool } from './pool.ts'

/** A connection in use for so long makes one ask whether the database is there. */
export const SUSPICIOUS_MS = 700
/** How long it may take to say anything at all to a new connection. */
export const ANSWER_MS = 800
/** A timer that is so late tells of this process, which was busy, and nothing of the database. */
const LATE_MS = 300

/**
 * Tells a database that is silent, whose machine died or whose network swallows packets, from one that is slow: either
 * gives no sign on a connection that waits, but a slow one takes a new connection, or refuses it, at once. When it is
 * silent all who wait for it are told so, long before the time limit of a statement; the connections in use are closed.
 */
export function noticeSilence(pool: PatientPool, url: string): void {
  const inUse = new Map<pg.PoolClient, NodeJS.Timeout>()
  let asking: Promise<boolean> | undefined

  const suspectLater = (client: pg.PoolClient) =>
    void inUse.set(
      client,
      setTimeout(() => void suspect(client), SUSPICIOUS_MS),
    )
  const suspect = async (client: pg.PoolClient) => {
    asking ??= answers(url).finally(() => {
      asking = undefined
    })
    const isThere = await asking
    if (!inUse.has(client)) return
    if (isThere) return suspectLater(client)
    pool.giveUp([...inUse.keys()])
  }
  const forget = (client: pg.PoolClient) => {
    clearTimeout(inUse.get(client))
    inUse.delete(client)
  }
  pool.on('acquire', suspectLater)
  pool.on('release', (_error, client) => forget(client))
}

/** Whether the database says anything to who is new, be it no. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_MS,
    application_name: 'backd-probe',
  })
  client.on('error', () => undefined)
  const since = performance.now()
  try {
    await client.connect()
    return true
  } catch (error) {
    return error instanceof pg.DatabaseError || performance.now() - since > ANSWER_MS + LATE_MS
  } finally {
    client.end().catch(() => undefined)
  }
}
