import { expect, type Page, test } from '@playwright/test'
import { readPrinted } from '../fixtures/documentation.ts'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createServerOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { tamperWith } from '../fixtures/tagged-page.ts'
import { Checkout } from '../models/checkout.ts'

/** docs/guide/script.md as it is printed: a pinned tag with its hash, and a button that needs no script. */
const guide = 'docs/guide/script.md'
const tags = { moving: readPrinted(guide, 'html', 0), pinned: readPrinted(guide, 'html', 1) }
const button = readPrinted(guide, 'html', 3).replace(
  'const form',
  "const onSuccess = () => { document.title = 'sold' }, onClose = () => {}\n  const form",
)

// A page that the test itself answers with has no address, so Chromium would keep it from what is on this machine.
test.use({ permissions: ['local-network-access'] })

for (const [title, tag] of Object.entries(tags)) {
  test(`with the ${title} tag the button opens the dialog`, async ({ page }) => {
    await openShop(page, tag)
    await press(page)
    await Checkout.inModal(page).complete()
    await expect(page).toHaveTitle('sold')
  })
}

test('with one byte of the pinned script changed, the button leads to Backd’s page, and the customer buys', async ({
  page,
}) => {
  const src = /src="([^"]+)"/.exec(tags.pinned)?.[1] ?? ''
  await tamperWith(page, src)
  await openShop(page, tags.pinned)
  expect(await page.evaluate(() => 'widgetBackd' in window)).toBe(false)
  await press(page)
  await page.waitForURL(`${origins.backd}/checkout/**`)
  await new Checkout(page).complete()
  await page.waitForURL(`${origins.host}/success?**`)
})

test('with the script blocked, or the frame, the button leads to Backd’s page', async ({ page }) => {
  const script = (url: URL) => url.pathname === '/widget/v1/widget.js'
  await page.route(script, (route) => route.abort())
  await openShop(page, tags.moving)
  await press(page)
  await page.waitForURL(`${origins.backd}/checkout/**`)

  await page.unroute(script)
  await page.route('**/checkout/modal?**', (route) => route.abort())
  await openShop(page, tags.moving)
  await press(page)
  await page.waitForURL((url) => url.origin === origins.backd && url.pathname.startsWith('/checkout/'), {
    timeout: 30_000,
  })
})

const press = (page: Page) => page.getByRole('button', { name: 'Checkout with BackdPay' }).click()

/** The printed button on a page of its own, and the server's two addresses behind it, with one order. */
async function openShop(page: Page, tag: string): Promise<void> {
  const created = await createMerchantApi(page.request).createOrder(createServerOrder())
  const { customer_url } = (await created.json()).data
  const html = `<!doctype html><html lang="en"><title>A shop</title>${tag}<h1>A shop</h1>${button}</html>`
  await page.route(`${origins.host}/`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.route(`${origins.host}/pay`, (route) => route.fulfill({ json: { customer_url } }))
  await page.route(`${origins.host}/checkout/redirect`, (route) =>
    route.fulfill({ status: 303, headers: { location: customer_url } }),
  )
  await page.goto(origins.host)
}
