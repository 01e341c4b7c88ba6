import { type ChildProcess, spawn } from 'node:child_process'
import { ports, servers } from '../fixtures/origins.ts'

/** The servers of the journeys that these need: Backd, the shop and the bare merchant page, on their own ports. */
const needed = [ports.api, ports.shop, ports.host].map((port) => `http://localhost:${port}/`)

/** Starts them as Playwright would. @returns ends them */
export async function startServers(): Promise<() => Promise<void>> {
  const running: ChildProcess[] = []
  const end = async () => {
    await Promise.all(running.map(endOf))
  }
  try {
    for (const { command, url, ...more } of servers(ports)) {
      if (!needed.some((origin) => url.startsWith(origin))) continue
      if (await answers(url)) throw new Error(`something answers at ${url} already: end it first`)
      const [program, ...args] = command.split(' ') as [string, ...string[]]
      const child = spawn(program, args, {
        env: { ...process.env, ...('env' in more && more.env) },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      running.push(child)
      await answering(url, child)
    }
  } catch (error) {
    await end()
    throw error
  }
  return end
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`what should answer at ${url} ended with ${child.exitCode}`)
    if (await answers(url)) return
    if (Date.now() > deadline) throw new Error(`nothing answers at ${url} after 60 s`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
