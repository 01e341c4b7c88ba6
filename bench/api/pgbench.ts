import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { CONNECTIONS } from './load.ts'

const DEBIAN = '/usr/lib/postgresql'

/** A script of SQL, and the texts that its variables stand for. */
export interface Script {
  sql: string
  variables: Record<string, string>
}

/** Where programs are: the PATH, and where Debian keeps PostgreSQL's. */
function programFolders(): string[] {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : []
  return [...(process.env['PATH'] ?? '').split(delimiter), ...debian]
}

/**
 * Where pgbench is.
 * @throws Error that says which package to install
 */
export function findPgbench(folders: string[] = programFolders()): string {
  const found = folders.map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path))
  if (found) return found
  throw new Error(
    'pgbench is not installed. It comes with the package postgresql-contrib on Debian, Ubuntu and Fedora (on Debian: ' +
      'apt-get install postgresql-contrib), and with libpq on macOS (brew install libpq; put its bin folder on the PATH).',
  )
}

export interface Transactions {
  /** Without the time that connecting took. */
  perSecond: number
  p99Ms: number
}

/**
 * Runs a script as often as 50 clients can, with prepared statements.
 * @param file for the script, beside which it keeps a line of each transaction meanwhile
 */
export async function runPgbench(
  pgbench: string,
  databaseUrl: string,
  script: Script,
  { seconds, file }: { seconds: number; file: string },
): Promise<Transactions> {
  writeFileSync(file, script.sql)
  const variables = Object.entries(script.variables).flatMap(([name, value]) => ['-D', `${name}=${value}`])
  const clients = String(CONNECTIONS)
  const args = ['-n', '-M', 'prepared', '-c', clients, '-j', '2', '-T', String(seconds), '-f', file]
  const logs = ['--log', `--log-prefix=${file}.log`]
  try {
    const output = await run(pgbench, [...args, ...logs, ...variables, databaseUrl])
    return readResult(output, readLogs(`${file}.log`))
  } finally {
    // The next run's process may have any id.
    for (const path of findLogs(`${file}.log`)) rmSync(path)
  }
}

function readResult(output: string, log: string): Transactions {
  const perSecond = Number(/^tps = ([\d.]+)/m.exec(output)?.[1])
  if (!(perSecond > 0) || /^number of failed transactions: [1-9]|aborted/m.test(output)) {
    throw new Error(`pgbench did not run create_order's SQL:\n${output}`)
  }
  return { perSecond, p99Ms: readP99(log) }
}

/** What pgbench logged to, a file of each of its threads. */
function findLogs(prefix: string): string[] {
  const files = readdirSync(dirname(prefix)).filter((name) => name.startsWith(`${basename(prefix)}.`))
  return files.map((name) => join(dirname(prefix), name))
}

function readLogs(prefix: string): string {
  return findLogs(prefix)
    .map((path) => readFileSync(path, 'utf8'))
    .join('')
}

/**
 * The time, in ms, that 99 of 100 transactions took at most.
 * @param log lines of pgbench's --log: client, transaction, µs, and more
 */
export function readP99(log: string): number {
  const micros = log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Number(line.split(' ')[2]))
    .sort((a, b) => a - b)
  return (micros[Math.ceil(micros.length * 0.99) - 1] ?? Number.NaN) / 1000
}

async function run(command: string, args: string[]): Promise<string> {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.once('error', reject)
    child.once('close', () => resolve(output))
  })
}
