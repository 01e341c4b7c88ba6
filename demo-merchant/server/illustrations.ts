import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Html, html, raw } from './html.ts'

const folder = join(import.meta.dirname, '../shop/illustrations')

const drawings = new Map(
  readdirSync(folder).map((file) => [basename(file, '.svg'), raw(readFileSync(join(folder, file), 'utf8'))]),
)

/** A drawing of shop/illustrations, inline. It stands beside the product's name, so it is hidden from screen readers. */
export function illustration(name: string): Html {
  return html`<span class="drawing" aria-hidden="true">${drawings.get(name)}</span>`
}
