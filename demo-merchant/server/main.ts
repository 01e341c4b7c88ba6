import { join } from 'node:path'
import { createApp } from './app.ts'
import { createBackdClient } from './backd-client.ts'
import { type Config, readConfig } from './config.ts'
import { openOrderBook } from './orders.ts'

/** How long the start waits for Backd before it says where to click all the same. */
const BACKD_READY_WAIT_MS = 30_000
const POLL_MS = 250

try {
  const config = readConfig(process.env)
  const book = openOrderBook(join(config.dataDir, 'shop', 'orders.sqlite'))
  const app = await createApp({ config, book, backd: createBackdClient(config.backd) })
  await app.listen({ host: config.host, port: config.port })

  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopping.abort()
      void app.close()
    })
  }
  const ready = await waitForBackd(config.backd.origin, stopping.signal)
  if (!stopping.signal.aborted) announce(config, ready)
} catch (error) {
  console.error(describe(error))
  process.exitCode = 1
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code !== 'EADDRINUSE' || port === undefined) return error.message
  // The sandbox merchant takes orders from its registered origins alone, so the API has to hear of the new one.
  const free = port + 1
  return [
    `Port ${port} is taken by another process. Stop it, or start on another port and register that origin with the API:`,
    `  DEMO_PORT=${free} SANDBOX_ORIGINS=http://localhost:${free},http://localhost:5173 npm start`,
  ].join('\n')
}

async function waitForBackd(origin: string, stopping: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + BACKD_READY_WAIT_MS
  while (Date.now() < deadline && !stopping.aborted) {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(2_000)])
    const answer = await fetch(`${origin}/readyz`, { signal }).catch(() => undefined)
    if (answer?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  return false
}

function announce({ shopOrigin, backd }: Config, ready: boolean): void {
  console.log(
    ready
      ? `
  Open the shop: ${shopOrigin}

    React storefront ${shopOrigin}/spa/
    Back office      ${shopOrigin}/orders
    API docs         ${backd.origin}/docs
    Sandbox mailbox  ${backd.origin}/sandbox/mailbox
`
      : `
  Open the shop: ${shopOrigin}

  BackdPay does not answer at ${backd.origin}; the shop runs, and its checkout will say so.
`,
  )
}
