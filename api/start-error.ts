import { ConfigError } from './config.ts'
import { isDatabaseUnavailable, isLockNotGiven } from './db/errors.ts'
import { FolderInUse } from './db/pid-lock.ts'

/** A start that cannot be, for a reason that whoever starts it can mend. */
export class StartError extends Error {
  override name = 'StartError'
}

/** The port could not be listened on. Its cause says why, in codes that a database's errors have too. */
export class ListenError extends Error {
  override name = 'ListenError'

  constructor(cause: unknown) {
    super('The port could not be listened on.', { cause })
  }
}

/** Why a process could not start, in one line; undefined when it is a fault to be shown whole. */
export function describeStartError(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof FolderInUse || error instanceof StartError) {
    return error.message
  }
  if (error instanceof ListenError) return describeListenError(error.cause)
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC)$/.test(code)) {
    return `The data folder cannot be used (${code}); set DATA_DIR to a folder that this user may write.`
  }
  if (isLockNotGiven(error)) {
    return 'Another transaction, such as a backup, holds a table that is to be migrated; start again once it is done.'
  }
  if (isDatabaseUnavailable(error)) {
    return 'The database that DATABASE_URL names cannot be reached; check that it runs and that the URL is right.'
  }
  if (typeof code === 'string' && /^(28...|3D000)$/.test(code)) {
    return 'The database refused DATABASE_URL: user, password or database name is wrong.'
  }
  return undefined
}

function describeListenError(cause: unknown): string | undefined {
  const { code, port } = cause as { code?: unknown; port?: unknown }
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another process; stop it or set API_PORT to another port.`
    case 'EACCES':
      return `Port ${port} may not be used by this user; set API_PORT.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return 'HOST is not an address of this machine.'
    default:
      return undefined
  }
}

/** Ends the process with one clear line, or with the whole fault where there is none. */
export function failStart(error: unknown): never {
  const line = describeStartError(error)
  console.error(line === undefined ? error : `backd-api: ${line}`)
  process.exit(1)
}
