// @vitest-environment node
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterEach, describe, expect, it, vi } from 'vitest'

/** A third of what PayPal's credit modal takes. */
const LIMIT_BYTES = 22_528

const root = resolve(import.meta.dirname, '../..')

/** The document as it is built for production, without writing it. */
async function buildDocument(): Promise<string> {
  // The test runner's own mode would build in checks for developers.
  vi.stubEnv('NODE_ENV', 'production')
  const result = await build({
    configFile: resolve(root, 'vite.config.ts'),
    mode: 'checkout',
    logLevel: 'silent',
    build: { write: false },
  })
  const files = [result].flat().flatMap((built) => ('output' in built ? built.output : []))
  const page = files.find(({ fileName }) => fileName === 'index.html')
  if (page?.type !== 'asset') throw new Error('the checkout build made no index.html')
  return String(page.source)
}

const inlined = (html: string, tag: RegExp) => tag.exec(html)?.[1] ?? ''

afterEach(() => vi.unstubAllEnvs())

describe('the checkout', () => {
  it('takes at most 22,528 bytes gzipped, script and styles together', async () => {
    const html = await buildDocument()
    const script = inlined(html, /<script type="module">([\s\S]*?)<\/script>/)
    const styles = inlined(html, /<style>([\s\S]*?)<\/style>/)
    expect(script).not.toBe('')
    expect(styles).not.toBe('')
    expect(gzipSync(script + styles, { level: 9 }).length).toBeLessThanOrEqual(LIMIT_BYTES)
  }, 30_000)
})
