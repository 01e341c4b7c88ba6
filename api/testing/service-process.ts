import { type ChildProcess, spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { type Call, type Callers, createCallers } from './callers.ts'
import { findFreePort } from './embedded-server.ts'

const ROOT = join(import.meta.dirname, '../..')
const START_WITHIN_MS = 30_000

/** The service as a process of its own, and the way to call it. */
export interface ServiceProcess extends Callers {
  /** What it wrote to its log, a line a request. */
  log(): RequestLine[]
  /** Ends it as a power cut would end it, or as a supervisor does. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

export interface RequestLine {
  request_id: string
  /** When the request was answered, and how long that took, in ms. */
  time: number
  ms: number
}

const running = new Set<ChildProcess>()

/** Starts `node api/main.ts` with this environment alone, and waits until it is ready. */
export async function startService(environment: Record<string, string>): Promise<ServiceProcess> {
  const port = await findFreePort()
  const child = spawn(process.execPath, ['api/main.ts'], {
    cwd: ROOT,
    env: { RATE_LIMIT_PER_MINUTE: '1000000', ...environment, API_PORT: String(port) },
  })
  running.add(child)
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      running.delete(child)
      resolve()
    })
  })
  const agent = new Agent({ keepAlive: true })
  const call = createCall(port, agent)
  const isReady = async () => (await call({ url: '/readyz' }).catch(() => undefined))?.status === 200
  for (const since = Date.now(); !(await isReady()); await pause(20)) {
    if (child.exitCode !== null || Date.now() - since > START_WITHIN_MS) {
      child.kill('SIGKILL')
      throw new Error(`the service did not start: ${output}${errors}`)
    }
  }
  return {
    ...createCallers(call),
    log: () =>
      output
        .split('\n')
        .filter((line) => line.includes('"msg":"request"'))
        .map((line) => JSON.parse(line)),
    end: async (signal) => {
      child.kill(signal)
      await ended
      agent.destroy()
    },
  }
}

/** Ends what a test left running. */
export function endServices(): void {
  for (const child of running) child.kill('SIGKILL')
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Node's own client: a connection is used again, and no request is sent twice when it breaks. */
function createCall(port: number, agent: Agent): Call {
  return ({ method = 'GET', url, payload, headers }) =>
    new Promise((resolve, reject) => {
      const options = { agent, host: '127.0.0.1', port, method, path: String(url) }
      // Node tells a DELETE's length only when it is told to.
      const length = payload === undefined ? {} : { 'content-length': Buffer.byteLength(String(payload)) }
      const sent = request({ ...options, headers: { ...headers, ...length } }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          if (!response.complete) return reject(new Error('the answer was cut off'))
          const text = Buffer.concat(chunks).toString()
          const isJson = String(response.headers['content-type']).includes('json')
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            body: isJson ? JSON.parse(text) : undefined,
          })
        })
      })
      sent.on('error', reject)
      sent.end(payload)
    })
}
