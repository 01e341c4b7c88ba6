import { spawn } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
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

/**
 * Runs a script as often as 50 clients can, with prepared statements.
 * @returns transactions a second, without the time that connecting took
 */
export async function runPgbench(
  pgbench: string,
  databaseUrl: string,
  script: Script,
  { seconds, file }: { seconds: number; file: string },
): Promise<number> {
  writeFileSync(file, script.sql)
  const variables = Object.entries(script.variables).flatMap(([name, value]) => ['-D', `${name}=${value}`])
  const clients = String(CONNECTIONS)
  const args = ['-n', '-M', 'prepared', '-c', clients, '-j', '2', '-T', String(seconds), '-f', file]
  const output = await run(pgbench, [...args, ...variables, databaseUrl])
  const perSecond = Number(/^tps = ([\d.]+)/m.exec(output)?.[1])
  if (!(perSecond > 0) || /^number of failed transactions: [1-9]|aborted/m.test(output)) {
    throw new Error(`pgbench did not run create_order's SQL:\n${output}`)
  }
  return perSecond
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
