/** What the drivers' errors mean. Drizzle wraps them, so each is looked for down the chain of causes. */

interface DriverError {
  code: string
  constraint?: string
}

function driverError(error: unknown): DriverError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at as unknown as DriverError
    if (at instanceof AggregateError) return driverError(at.errors[0])
  }
  return undefined
}

/** No connection gives a sign: whoever waits for another to be through with the database need not wait on. */
export class DatabaseUnreachable extends Error {
  override name = 'DatabaseUnreachable'
  readonly code = 'DATABASE_UNREACHABLE'
}

/** Whether an insert or update broke the unique index of this name. */
export function breaksUnique(error: unknown, index: string): boolean {
  const found = driverError(error)
  return found?.code === '23505' && found.constraint === index
}

/** Whether the transaction lost to another by no fault of its own, and may simply run again. */
export function isWorthRetrying(error: unknown): boolean {
  const code = driverError(error)?.code
  return code === '40P01' || code === '40001'
}

/**
 * SQLSTATEs and socket errors that say the database is not there: connection exceptions (class 08), too many
 * connections, shutdown and start-up (57Pxx).
 */
const GONE =
  /^(08...|53300|57P0[1-5]|25P03|DATABASE_UNREACHABLE|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/

/** That it is not keeping up: a statement, lock or line (line.ts) that took too long, a deadlock that did not end. */
const BUSY = /^(57014|55P03|40P01|40001|WAITED_TOO_LONG)$/

const SQLSTATE = /^[0-9A-Z]{5}$/

/** What pg says without a code when a connection is not given in time or breaks. */
const GONE_TEXT =
  /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|Cannot use a pool after calling end|PGlite is closed)/i

/** Whether the database is gone: whatever else is asked of it now fails too. */
export function isDatabaseGone(error: unknown): boolean {
  const code = driverError(error)?.code
  if (code !== undefined && GONE.test(code)) return true
  for (let at = error; at instanceof Error; at = at.cause) {
    if (GONE_TEXT.test(at.message)) return true
  }
  return false
}

/** Whether it is gone for everybody, not one connection alone. */
export function isDatabaseUnreachable(error: unknown): boolean {
  return driverError(error)?.code === 'DATABASE_UNREACHABLE'
}

/** Whether the database is gone or too slow for now: the caller may try again later. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return isDatabaseGone(error) || BUSY.test(driverError(error)?.code ?? '')
}

/** Whether the server itself refused a statement, so that nothing of it is left. */
export function isUndone(error: unknown): boolean {
  return SQLSTATE.test(driverError(error)?.code ?? '') && !isDatabaseGone(error)
}

/** Whether a lock was waited for as long as it may be. */
export function isLockNotGiven(error: unknown): boolean {
  return driverError(error)?.code === '55P03'
}
