import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import type { Answer } from './hosts.ts'

/** A merchant's page, the same for all contestants but for what it loads. */
export function shopPage(head: string, script = ''): Answer {
  const body = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>A shop</title>
    <link rel="icon" href="data:,">
    ${head}
  </head>
  <body>
    <h1>A shop</h1>
    <button type="button">Checkout</button>
    ${script && `<script>${script}</script>`}
  </body>
</html>`
  return { type: 'text/html', body }
}

/**
 * A merchant's page with a script from npm, bundled as its users do: Vite's production build, files with hashes.
 * @param entry a file in peers/
 */
export async function bundleShop(shop: string, entry: string): Promise<Record<string, Answer>> {
  const files = await bundle(entry)
  const head = files
    .flatMap((file) => {
      if (file.type === 'asset') {
        // What a later part brings is loaded with it.
        return isFirst(files, file.fileName)
          ? [`<link rel="stylesheet" crossorigin href="/${file.fileName}">`]
          : []
      }
      return file.isEntry ? [`<script type="module" crossorigin src="/${file.fileName}"></script>`] : []
    })
    .join('\n    ')
  return {
    [`${shop}/`]: shopPage(head),
    ...Object.fromEntries(files.map((file) => [`${shop}/${file.fileName}`, answerOf(file)])),
  }
}

/** The same, as one classic script, for a document to inline. */
export async function bundleInline(entry: string): Promise<string> {
  const [file] = await bundle(entry, 'iife')
  if (file?.type !== 'chunk') throw new Error(`${entry} makes no script`)
  return file.code
}

async function bundle(entry: string, format: 'es' | 'iife' = 'es') {
  const output = (await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    build: {
      write: false,
      manifest: false,
      rolldownOptions: { input: join(import.meta.dirname, 'peers', entry), output: { format } },
    },
  })) as Rolldown.RolldownOutput
  return output.output
}

type File = Awaited<ReturnType<typeof bundle>>[number]

/** Whether the entry itself brings the style sheet. */
function isFirst(files: readonly File[], sheet: string): boolean {
  return files.some(
    (file) => file.type === 'chunk' && file.isEntry && file.viteMetadata?.importedCss.has(sheet),
  )
}

function answerOf(file: File): Answer {
  if (file.type === 'chunk') return { type: 'text/javascript', body: file.code, kept: true }
  const type = file.fileName.endsWith('.css') ? 'text/css' : 'application/octet-stream'
  return { type, body: String(file.source), kept: true }
}
