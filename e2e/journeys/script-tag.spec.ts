import { expect, type Page, test } from '@playwright/test'
import { createOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { findReleased, releases } from '../fixtures/releases.ts'
import { HostPage } from '../models/host-page.ts'

/** How a merchant's page may load the script, and how it may not. */
const moving = `${origins.backd}/widget/v1/widget.js`
const newest = releases[0]?.version ?? ''

// A page that the test itself answers with has no address, so Chromium would keep it from what is on this machine.
test.use({ permissions: ['local-network-access'] })

for (const { version } of releases) {
  test(`version ${version} under its hash opens today’s checkout, and the customer chooses terms`, async ({
    page,
  }) => {
    const { src, integrity } = findReleased(version, 'widget.js')
    await loadBy(page, `<script src="${src}" integrity="${integrity}" crossorigin="anonymous"></script>`)
    const host = new HostPage(page)
    await (await host.checkout(createOrder())).complete()
    expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
  })
}

test('a script of which one byte was changed is not run under its hash, and runs without one', async ({
  page,
}) => {
  const { src, integrity } = findReleased(newest, 'widget.js')
  const complaints = collectErrors(page)
  await page.route(src, async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    const at = body.indexOf('The shop closed the checkout.')
    expect(at).toBeGreaterThan(0)
    body.writeUInt8(body.readUInt8(at) ^ 0x20, at)
    await route.fulfill({ response, body })
  })
  await loadBy(page, `<script src="${src}" integrity="${integrity}" crossorigin="anonymous"></script>`)
  const host = new HostPage(page)
  await host.open(createOrder())
  expect(await isThere(page)).toBe(false)
  expect(complaints.join()).toContain('integrity')

  await loadBy(page, `<script src="${src}"></script>`)
  await host.open(createOrder())
  expect(await isThere(page)).toBe(true)
})

test('the elements under their hash are drawn', async ({ page }) => {
  const { src, integrity } = findReleased(newest, 'elements.js')
  const tag = `<script type="module" src="${src}" integrity="${integrity}" crossorigin="anonymous"></script>`
  await loadBy(page, `${tag}<script src="${moving}"></script>`)
  const host = new HostPage(page)
  await host.open(createOrder())
  await expect.poll(() => page.evaluate(() => Boolean(customElements.get('backd-pay-button')))).toBe(true)
})

for (const [title, head] of [
  ['async', `<script src="${moving}" async></script>`],
  ['defer', `<script src="${moving}" defer></script>`],
  ['twice', `<script src="${moving}"></script><script src="${moving}"></script>`],
  [
    'in two versions',
    `<script src="${findReleased(newest, 'widget.js').src}"></script><script src="${moving}"></script>`,
  ],
  [
    'late, by a script of the page',
    `<script>addEventListener('load', () => document.head.append(Object.assign(document.createElement('script'), { src: '${moving}' })))</script>`,
  ],
] as const) {
  test(`loaded ${title}, it opens the checkout, once`, async ({ page }) => {
    const complaints = collectErrors(page)
    await loadBy(page, head)
    const host = new HostPage(page)
    await host.open(createOrder())
    await expect.poll(() => isThere(page)).toBe(true)
    await (await host.pressButton()).close()
    await expect(host.dialog()).toHaveCount(0)
    expect(await host.calls()).toMatchObject([{ name: 'onClose' }])
    expect(complaints).toEqual([])
  })
}

/** From now on the bare merchant's page loads the script by these tags. */
async function loadBy(page: Page, tags: string): Promise<void> {
  await page.unroute(`${origins.host}/`)
  await page.route(`${origins.host}/`, async (route) => {
    const response = await route.fetch()
    const body = await response.text()
    const own = `<script src="${moving}"></script>`
    expect(body).toContain(own)
    await route.fulfill({ response, body: body.replace(own, () => tags) })
  })
}

const isThere = (page: Page) => page.evaluate(() => 'widgetBackd' in window)

function collectErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(String(error)))
  return errors
}
