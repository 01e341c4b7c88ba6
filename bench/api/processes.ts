import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

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
  const child = spawn(process.execPath, [...process.execArgv, file], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const origin = await originOf(child)
  // Its log lines are written as in production; nobody keeps them.
  child.stdout.resume()
  return {
    pid: child.pid ?? 0,
    origin,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

async function originOf(child: ChildProcess): Promise<string> {
  let said = ''
  return await new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      const origin = /http:\/\/\S+:\d+/.exec(said)?.[0]
      if (origin) resolve(origin)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    child.once('close', () => reject(new Error(`The server ended at its start: ${said}`)))
  })
}
