import { expect, type Page, test } from '@playwright/test'
import { createOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { findReleased, releases } from '../fixtures/releases.ts'
import { loadBy, movingScript, tamperWith } from '../fixtures/tagged-page.ts'
import { HostPage } from '../models/host-page.ts'

/** loadWidget of the npm package: the hosted script, for pages that bundle nothing of it. */
const newest = releases[0]?.version ?? ''
const nonce = 'c3VyZQ=='
const face = `<script type="module" nonce="${nonce}">
import { loadWidget } from '/npm/index.js'
window.load = async (options) => {
  const { initializeWidget } = await loadWidget(options)
  window.initializeWidget = initializeWidget
}
</script>`

declare global {
  interface Window {
    load(options: object): Promise<void>
  }
}

// A page that the test itself answers with has no address, so Chromium would keep it from what is on this machine.
test.use({ permissions: ['local-network-access'] })

test('called twice, as under StrictMode, it loads the script once, which opens the checkout', async ({
  page,
}) => {
  const asked = countRequests(page, movingScript)
  const host = await openHost(page)
  await page.evaluate(
    (origin) => Promise.all([window.load({ origin }), window.load({ origin })]),
    origins.backd,
  )
  await (await host.pressButton()).complete()
  expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
  expect(asked()).toBe(1)
})

test('a pinned version under its hash and a nonce passes a policy that takes nothing else, with Trusted Types', async ({
  page,
}) => {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${origins.host}`,
    `frame-src ${origins.backd}`,
    "require-trusted-types-for 'script'",
    'trusted-types backd',
  ].join('; ')
  const host = await openHost(page, policy)
  const { integrity } = findReleased(newest, 'widget.js')
  expect(await load(page, { version: newest, integrity, nonce })).toBe('loaded')
  await (await host.pressButton()).close()
  expect(await host.calls()).toMatchObject([{ name: 'onClose' }])
})

test('a script that could not be loaded is an Error that says what to check, and the next call has it', async ({
  page,
}) => {
  await page.route(movingScript, (route) => route.abort(), { times: 1 })
  const host = await openHost(page)
  expect(await load(page)).toBe(
    `Error: ${movingScript} could not be loaded: check the network, that script-src in the page's Content-Security-Policy allows ${origins.backd}`,
  )
  expect(await load(page)).toBe('loaded')
  await (await host.pressButton()).close()
})

test('under a policy without Backd, and with Trusted Types that do not name it, the Error says what to add', async ({
  page,
}) => {
  const own = `script-src 'nonce-${nonce}' ${origins.host}`
  await openHost(page, own)
  expect(await load(page)).toContain(
    `script-src in the page's Content-Security-Policy allows ${origins.backd}`,
  )
  await openHost(page, `${own} ${origins.backd}; require-trusted-types-for 'script'; trusted-types shop`)
  expect(await load(page)).toContain('add "trusted-types backd" to its Content-Security-Policy')
})

test('a version of which one byte was changed is refused, and the Error names the hash', async ({ page }) => {
  const { src, integrity } = findReleased(newest, 'widget.js')
  await tamperWith(page, src)
  await openHost(page)
  expect(await load(page, { version: newest, integrity })).toContain(
    `integrity is its hash in ${origins.backd}/widget/manifest.json`,
  )
  expect(await page.evaluate(() => 'widgetBackd' in window)).toBe(false)
})

test('a tag of the page’s own is taken, but not in place of a version that was asked for', async ({
  page,
}) => {
  const asked = countRequests(page, movingScript)
  await loadBy(page, `${face}<script src="${movingScript}" async></script>`)
  const host = new HostPage(page)
  await host.open(createOrder())
  const { integrity } = findReleased(newest, 'widget.js')
  expect(await load(page, { version: newest, integrity })).toContain(
    `can't be had beside ${movingScript}, which the page loads`,
  )
  expect(await load(page)).toBe('loaded')
  await (await host.pressButton()).close()
  expect(asked()).toBe(1)
})

async function openHost(page: Page, policy?: string): Promise<HostPage> {
  await loadBy(page, face, policy)
  const host = new HostPage(page)
  await host.open(createOrder())
  return host
}

/** @returns "loaded", or the Error as text */
function load(page: Page, options: object = {}): Promise<string> {
  return page.evaluate((given) => window.load(given).then(() => 'loaded', String), {
    origin: origins.backd,
    ...options,
  })
}

function countRequests(page: Page, url: string): () => number {
  let count = 0
  page.on('request', (request) => {
    if (request.url() === url) count++
  })
  return () => count
}
