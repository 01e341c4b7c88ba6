import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

export interface Running {
  /** Resolves when standard output has the text; rejects when the process ends first. */
  says(text: string): Promise<void>
  end(signal: NodeJS.Signals): Promise<Finished>
  finished: Promise<Finished>
}

const running = new Set<ChildProcess>()

/** Starts a file of the API as its own process, with this environment alone. */
export function runProcess(file: string, args: string[], environment: Record<string, string>): Running {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...environment },
  })
  running.add(child)
  let stdout = ''
  let stderr = ''
  let heard = () => {}
  child.stdout.on('data', (chunk) => {
    stdout += chunk
    heard()
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code, stdout, stderr })
    })
  })
  return {
    finished,
    says: (text) =>
      new Promise((resolve, reject) => {
        heard = () => {
          if (stdout.includes(text)) resolve()
        }
        heard()
        void finished.then(() => reject(new Error(`the process ended: ${stdout}${stderr}`)))
      }),
    end: (signal) => {
      child.kill(signal)
      return finished
    },
  }
}

/** Ends what a test left running. */
export function killLeftovers(): void {
  for (const child of running) child.kill('SIGKILL')
}
