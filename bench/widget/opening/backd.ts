import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../../../api/testing/embedded-server.ts'
import { startServer } from '../../api/processes.ts'

/** The real API with the built widget, and a merchant whose customers enter no code: terms are their first screen. */
export interface Backd {
  /** Where it listens on this machine. */
  origin: string
  publicKey: string
  close(): Promise<void>
}

const NO_LIMIT = '1000000000'

/**
 * @param publicOrigin where browsers reach it
 * @param origins whose pages may open the checkout
 */
export async function startBackd(publicOrigin: string, origins: string[]): Promise<Backd> {
  const folder = mkdtempSync(join(tmpdir(), 'backd-bench-'))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  try {
    const shops = origins.flatMap((origin) => ['--origin', origin])
    const made = execFileSync(
      process.execPath,
      ['api/merchant.ts', 'create', '--name', 'Northwind Office Supply', '--no-verify', ...shops],
      { encoding: 'utf8', env: { PATH: process.env['PATH'], DATA_DIR: folder } },
    )
    const publicKey = /Public key: (\S+)/.exec(made)?.[1]
    if (!publicKey) throw new Error(`no merchant was made: ${made}`)
    const port = await findFreePort()
    const api = await startServer('api/main.ts', {
      API_PORT: String(port),
      // Its own page is the one that may ask for a session.
      PUBLIC_ORIGIN: publicOrigin,
      DATA_DIR: folder,
      RATE_LIMIT_PER_MINUTE: NO_LIMIT,
    })
    return {
      origin: `http://127.0.0.1:${port}`,
      publicKey,
      async close() {
        await api.stop()
        forget()
      },
    }
  } catch (error) {
    forget()
    throw error
  }
}
