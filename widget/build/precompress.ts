import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib'
import type { Plugin } from 'vite'

/** What shrinks: text. */
const text = /\.(?:js|css|html|svg|json|txt|d\.ts)$/

/**
 * Writes `x.js.br` and `x.js.gz` beside each text of a build, as small as they get. The API serves them as they are, so
 * that neither a request nor a start waits for a compressor. It refuses to start with one that is of other bytes.
 */
export function precompress(): Plugin {
  return {
    name: 'backd:precompress',
    apply: 'build',
    // What is on the disk then is what is served: no later plugin can have changed it.
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle)) if (text.test(name)) writeCompressed(join(dir, name))
    },
  }
}

/** Writes a file's two compressed copies beside it. */
export function writeCompressed(path: string): void {
  const content = readFileSync(path)
  const params = {
    [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY,
    [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
    [zlib.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }))
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
}
