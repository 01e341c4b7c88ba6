import { expect, type Page, test } from '@playwright/test'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createOrder, createRedirectMode, createServerOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { findReleased, releases } from '../fixtures/releases.ts'
import { loadBy, movingScript, tamperWith } from '../fixtures/tagged-page.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'

/** How a merchant's page may load the script, and how it may not. */
const newest = releases[0]?.version ?? ''

// A page that the test itself answers with has no address, so Chromium would keep it from what is on this machine.
test.use({ permissions: ['local-network-access'] })

for (const { version } of releases) {
  test.describe(`version ${version} under its hash opens today’s checkout`, () => {
    test.beforeEach(async ({ page }) => {
      const { src, integrity } = findReleased(version, 'widget.js')
      await loadBy(page, `<script src="${src}" integrity="${integrity}" crossorigin="anonymous"></script>`)
    })

    test('and the customer chooses terms', async ({ page }) => {
      const host = new HostPage(page)
      await (await host.checkout(createOrder())).complete()
      expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
    })

    test('and the customer closes it', async ({ page }) => {
      const host = new HostPage(page)
      await (await host.checkout(createOrder())).close()
      expect(await host.calls()).toMatchObject([{ name: 'onClose', data: { code: 'CUSTOMER_CLOSED' } }])
    })

    test('and a failure there reaches onFail', async ({ page }) => {
      const host = new HostPage(page)
      const merchant = { public_api_key: 'no-such-key', name: 'Nobody' }
      const checkout = await host.checkout(createOrder({ merchant }))
      await checkout.button('Back to shop').click()
      expect(await host.calls()).toMatchObject([{ name: 'onFail', data: { code: 'INVALID_PUBLIC_KEY' } }])
    })

    test('and the customer is sent to its page and back', async ({ page }) => {
      await new HostPage(page).checkout(createOrder({ mode: createRedirectMode() }))
      await page.waitForURL(`${origins.backd}/checkout/**`)
      await new Checkout(page).complete()
      await page.waitForURL(`${origins.host}/success**`)
    })

    test('for an order that the merchant’s server made', async ({ page, request }) => {
      const { data } = await (await createMerchantApi(request).createOrder(createServerOrder())).json()
      const host = new HostPage(page)
      await (await host.checkout({}, { options: { customerUrl: data.customer_url } })).complete()
      expect(await host.calls()).toMatchObject([
        { name: 'onSuccess', data: { backd_order_id: data.backd_order_id } },
      ])
    })
  })
}

test('a script of which one byte was changed is not run under its hash, and runs without one', async ({
  page,
}) => {
  const { src, integrity } = findReleased(newest, 'widget.js')
  const complaints = collectErrors(page)
  await tamperWith(page, src)
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
  await loadBy(page, `${tag}<script src="${movingScript}"></script>`)
  const host = new HostPage(page)
  await host.open(createOrder())
  await expect.poll(() => page.evaluate(() => Boolean(customElements.get('backd-pay-button')))).toBe(true)
})

for (const [title, head] of [
  ['async', `<script src="${movingScript}" async></script>`],
  ['defer', `<script src="${movingScript}" defer></script>`],
  ['twice', `<script src="${movingScript}"></script><script src="${movingScript}"></script>`],
  [
    'in two versions',
    `<script src="${findReleased(newest, 'widget.js').src}"></script><script src="${movingScript}"></script>`,
  ],
  [
    'late, by a script of the page',
    `<script>addEventListener('load', () => document.head.append(Object.assign(document.createElement('script'), { src: '${movingScript}' })))</script>`,
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

test('as a module it knows no address of its own, and the error says so', async ({ page }) => {
  const complaints = collectErrors(page)
  await loadBy(page, `<script type="module" src="${movingScript}"></script>`)
  await new HostPage(page).open(createOrder())
  expect(await isThere(page)).toBe(false)
  expect(complaints).toEqual([expect.stringContaining('document.currentScript')])
})

const isThere = (page: Page) => page.evaluate(() => 'widgetBackd' in window)

function collectErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(String(error)))
  return errors
}
