import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '../..')

/** A server in a process of its own, as in production: the load must not share its event loop. */
export interface ServerProcess {
  pid: number
  origin: string
  stop(): Promise<void>
}

/**
 * Starts a file and waits until it says where it listens.
 * @param environment in place of this process's own, but for PATH
 * @throws Error with what it wrote when it ends instead
 */
export async function startServer(
  file: string,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  // Log lines go to a file, as in production: through a pipe, reading them would be work of the client's.
  const folder = mkdtempSync(join(tmpdir(), 'backd-log-'))
  const path = join(folder, 'output')
  const output = openSync(path, 'w')
  const child = spawn(process.execPath, [...process.execArgv, file], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  const forget = () => rmSync(folder, { recursive: true, force: true })
  const origin = await originOf(child, path).finally(() => child.exitCode !== null && forget())
  return {
    pid: child.pid ?? 0,
    origin,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => {
          forget()
          resolve()
        })
        child.kill('SIGTERM')
      }),
  }
}

async function originOf(child: ChildProcess, path: string): Promise<string> {
  for (;;) {
    const said = readFileSync(path, 'utf8')
    const origin = /http:\/\/\S+:\d+|https:\/\/\S+/.exec(said)?.[0]
    if (origin) return origin
    if (child.exitCode !== null) throw new Error(`The server ended at its start: ${said}`)
    await wait(50)
  }
}
