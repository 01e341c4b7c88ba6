import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { build } from 'vite'

/** Every screen of the gallery in words that are 40 % longer, on the narrowest phones, also from right to left. */

const gallery = 'http://gallery.test'
let folder = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gallery-'))
  await build({ mode: 'gallery', logLevel: 'error', build: { outDir: folder } })
})

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${gallery}/index.html${query}`)
}

const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

test.beforeEach(({ page }) =>
  page.route(`${gallery}/**`, (route) => {
    const path = new URL(route.request().url()).pathname
    const contentType = types[path.split('.').at(-1) ?? '']
    return contentType
      ? route.fulfill({ contentType, body: readFileSync(join(folder, path)) })
      : route.abort()
  }),
)

/** Runs in the page: what of its text is cut off, or lies beside the window. */
function findClipped(): string[] {
  const faults: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} px wide`)
  for (const element of document.querySelectorAll<HTMLElement>('#checkout *')) {
    const text = [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    )
    if (text.length === 0 || element.closest('.visually-hidden, svg') || !element.checkVisibility()) continue
    const style = getComputedStyle(element)
    // Hidden on purpose, or ended with an ellipsis on purpose: a merchant's own long names.
    if (style.clipPath !== 'none' || style.webkitLineClamp !== 'none') continue
    const shown = `<${element.className || element.tagName}> ${element.textContent?.slice(0, 40)}`
    if (style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1)
      faults.push(`${shown}: cut off`)
    for (const node of text) {
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { left, right } of range.getClientRects()) {
        if (left < -1 || right > innerWidth + 1) faults.push(`${shown}: beside the window`)
      }
    }
  }
  return [...new Set(faults)]
}

for (const [locale, width] of [
  ['en-XA', 320],
  ['en-XA', 390],
  ['ar-XB', 320],
  ['es', 320],
] as const) {
  test(`nothing is cut off in ${locale} at ${width} px`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.setViewportSize({ width, height: 700 })
    await open(page)
    const screens = await page
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('screen')),
      )
    const names = [...new Set(screens)].filter((name) => name !== null)
    expect(names.length).toBeGreaterThan(25)
    for (const name of names) {
      await open(page, `?screen=${name}&locale=${locale}`)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
      expect([name, await page.evaluate(findClipped)]).toEqual([name, []])
    }
  })
}

test('what is cut off or beside the window is found', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.setContent(`<div id="checkout">
    <p style="width: 50px; overflow: hidden; white-space: nowrap">cut off in its box</p>
    <p style="position: fixed; inset-inline-start: 300px; white-space: nowrap">beside the window</p>
    <p>whole</p>
  </div>`)
  expect(await page.evaluate(findClipped)).toEqual([
    expect.stringContaining('cut off in its box: cut off'),
    expect.stringContaining('beside the window: beside the window'),
  ])
})
