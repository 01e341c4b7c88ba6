import { execFile } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sidebar } from '../.vitepress/sidebar.ts'
import { readPages, root } from './pages.ts'

/** The site as it is built: VitePress itself fails on a link to a page that is not there. */
const site = mkdtempSync(join(tmpdir(), 'backd-docs-'))
const built = (path: string) => readFileSync(join(site, path), 'utf8')

beforeAll(async () => {
  const vitepress = join(root, 'node_modules/.bin/vitepress')
  await promisify(execFile)(vitepress, ['build', 'docs', '--outDir', site], { cwd: root })
}, 120_000)
afterAll(() => rmSync(site, { recursive: true }))

test('every link to a section of a page finds it', () => {
  const pages = globSync('**/*.html', { cwd: site })
  expect(pages.length).toBeGreaterThan(20)
  const dead = pages.flatMap((page) => {
    const links = [...built(page).matchAll(/href="(\/[^"#]*)?#([^"]+)"/g)]
    return links
      .map(([, path, id = '']) => ({ page, id, target: path === undefined ? page : fileOf(path) }))
      .filter(({ target, id }) => !built(target).includes(` id="${decodeURIComponent(id)}"`))
      .map(({ target, id }) => `${page}: ${target}#${id}`)
  })
  expect(dead).toEqual([])
})

test('the navigation names every page but the single decisions', () => {
  const named = sidebar.flatMap(({ items = [] }) => items.map(({ link = '' }) => fileOf(link)))
  const pages = readPages()
    .map(({ path }) => path)
    .filter((path) => path.startsWith('docs/') && !/^docs\/(adr\/\d|index\.md)/.test(path))
    .map((path) => path.replace('docs/', '').replace('README.md', 'index.md').replace('.md', '.html'))
  expect(named.sort()).toEqual(pages.sort())
})

test('diagrams are drawings, in the page’s own colours, that load nothing', () => {
  const page = built('guide/status-flow.html')
  expect(page).toMatch(/<svg [^>]*role="img"/)
  expect(page).toContain('>order_confirmed</text>')
  expect(page).not.toMatch(/language-mermaid|@import|fonts\.googleapis/)
})

test('the site brings its own search, and loads nothing from elsewhere', () => {
  expect(globSync('assets/**/*localSearchIndex*', { cwd: site })).not.toEqual([])
  const loaded = globSync('**/*.html', { cwd: site }).flatMap((page) => [
    ...built(page).matchAll(/<(?:script|link|img)[^>]+(?:src|href)="(https?:[^"]+)"/g),
  ])
  expect(loaded.map(([, url]) => url)).toEqual([])
})

/** The file of an address: /guide/ is guide/index.html, /api is api.html. */
function fileOf(address: string): string {
  const path = address.slice(1)
  if (path === '' || path.endsWith('/')) return `${path}index.html`
  return existsSync(join(site, `${path}.html`)) ? `${path}.html` : `${path}/index.html`
}
