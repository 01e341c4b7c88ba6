import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createBoot } from '../boot.ts'
import type { Answer } from './hosts.ts'

const BUILT = 'widget/dist/checkout'

/** The checkout as it was built, for contestants to show. */
export interface Checkout {
  document: string
  /** What it loads once its first screen stands, by path. */
  parts: Record<string, Answer>
}

/** @throws Error when it was not built */
export function readCheckout(): Checkout {
  if (!existsSync(`${BUILT}/index.html`)) {
    throw new Error(`${BUILT}/index.html is missing; run \`npm run build\` first.`)
  }
  const parts = readdirSync(BUILT)
    .filter((name) => name.endsWith('.js'))
    .map((name): [string, Answer] => [
      `/checkout/assets/${name}`,
      { type: 'text/javascript', body: readFileSync(`${BUILT}/${name}`, 'utf8'), kept: true },
    ])
  return { document: readFileSync(`${BUILT}/index.html`, 'utf8'), parts: Object.fromEntries(parts) }
}

/**
 * What every frame but the real checkout's shows: our checkout's first screen with its styles and script inlined, drawn
 * when one question is answered. So contestants differ by how they open, not by what they show.
 * @param origin of the frame
 * @param paths of its documents
 * @param glue a script that tells a contestant's opener that the document is there
 */
export function serveTerms(
  origin: string,
  paths: string[],
  { checkout, glue }: { checkout: Checkout; glue?: string },
): Record<string, Answer> {
  const asking = `
    const answer = await fetch('/session', { method: 'POST' })
    document.getElementById('backd-boot').textContent = await answer.text();`
  const page = checkout.document
    .replace(/(<script type="module"[^>]*>)/, (tag) => tag + asking)
    .replace(
      '</head>',
      () => `${glue ? `<script>${glue.replaceAll('</script', '<\\/script')}</script>` : ''}</head>`,
    )
  if (!page.includes(asking)) throw new Error('the built checkout has no inlined script')
  const session = JSON.stringify(createBoot(origin))
  const byPath: Record<string, Answer> = {
    ...checkout.parts,
    ...Object.fromEntries(paths.map((path) => [path, { type: 'text/html', body: page }])),
    '/session': { type: 'application/json', body: session },
  }
  return Object.fromEntries(Object.entries(byPath).map(([path, answer]) => [origin + path, answer]))
}
