import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** The folder belongs to another process that lives. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
}

/**
 * Takes a lock file that names this process, since the embedded database would be destroyed by two at once and has no
 * lock of its own. A lock whose process is gone is taken over.
 *
 * @returns gives the lock back; may be called again
 * @throws FolderInUse naming the process that has it
 */
export function takePidLock(path: string, folder: string): () => void {
  const mine = `${process.pid}\n${startOf(process.pid)}\n`
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, mine)
  try {
    // A hard link appears with its content or not at all; two processes can't both make it.
    while (!isLinked(draft, path)) {
      const theirs = read(path)
      if (theirs === undefined) continue
      const holder = findHolder(theirs)
      if (holder !== undefined) throw inUse(folder, holder, path)
      takeAway(path, theirs)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (read(path) === mine) rmSync(path, { force: true })
  }
}

/** Makes `to` with the content of `from`, unless it is there. */
function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!NO_HARD_LINKS.has(codeOf(error))) throw error
  }
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** What file systems without hard links say, such as folders shared with a container. */
const NO_HARD_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Removes a stale lock by renaming it first: should another process have replaced it since, it is put back. */
function takeAway(path: string, expected: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return // another process was faster
  }
  if (read(aside) !== expected) isLinked(aside, path)
  rmSync(aside, { force: true })
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** The process that a lock names, if it lives and is the same one: a number may have been given to another since. */
function findHolder(lock: string): number | undefined {
  const [pidText = '', start = ''] = lock.split('\n')
  const pid = Number(pidText)
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
  return startOf(pid) === start ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, under another user.
    return codeOf(error) === 'EPERM'
  }
}

/** When a process started, as Linux counts it since boot; empty where that can't be read, and the number must do. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The command's name, in parentheses, may hold spaces; start time is the 20th field after it.
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`
  } catch {
    return ''
  }
}

function inUse(folder: string, pid: number, path: string): FolderInUse {
  const where = pid === process.pid ? 'this very process' : `process ${pid}`
  return new FolderInUse(
    `The data folder ${folder} is in use by ${where} (${path}). Stop it, set DATA_DIR to another folder, ` +
      'or set DATABASE_URL to a PostgreSQL that many processes can share.',
  )
}
