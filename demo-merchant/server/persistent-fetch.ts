/**
 * `fetch` that sends a request again when its answer was lost. That is safe: what changes something carries an
 * Idempotency-Key, the caller's or one of its own, the same in each try, so that Backd does it once and gives the answer
 * that was lost.
 */

const KEY = 'idempotency-key'

/** How long to wait before each further try, in ms. */
const DELAYS_MS = [200, 800]

export interface Persistence {
  fetch?: typeof globalThis.fetch
  delaysMs?: readonly number[]
}

/**
 * Network failures, 503 and a call that is still running (409 with request_in_progress) are tried again, until the
 * request's own signal ends. Anything else is an answer.
 */
export function createPersistentFetch({
  fetch = globalThis.fetch,
  delaysMs = DELAYS_MS,
}: Persistence): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && !request.headers.has(KEY)) request.headers.set(KEY, crypto.randomUUID())
    for (const delayMs of delaysMs) {
      const response = await fetch(request.clone()).catch((cause: unknown) => {
        if (request.signal.aborted) throw cause
        return undefined
      })
      if (response && !(await mayPass(response))) return response
      await wait(delayMs, request.signal)
    }
    return await fetch(request)
  }
}

async function mayPass(response: Response): Promise<boolean> {
  if (response.status === 503) return true
  return response.status === 409 && (await response.clone().text()).includes('"request_in_progress"')
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        reject(signal.reason)
      },
      { once: true },
    )
  })
}
