import { expect, type Page, test } from '@playwright/test'
import { createOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { HostPage } from '../models/host-page.ts'

test('a finished checkout leaves the page as it was: no dialog, scroll and focus restored', async ({
  page,
}) => {
  const host = new HostPage(page)
  await host.open(createOrder())
  await page.evaluate(() => window.scrollTo(0, 400))
  const checkout = await host.pressButton()
  await checkout.verify()
  await turnWheel(page)
  expect(await host.scrollTop()).toBe(400)

  await checkout.complete()
  await host.calls()
  await expect(host.dialog()).toHaveCount(0)
  await expect(host.opener()).toBeFocused()
  expect(await host.scrollTop()).toBe(400)
  await host.expectScrolls(400)
})

for (const [way, leave] of [
  [
    'its button',
    async (host: HostPage) =>
      host.page.frameLocator('iframe').getByRole('button', { name: 'Close checkout' }).click(),
  ],
  [
    'Escape with focus inside the frame',
    async (host: HostPage) => {
      await host.page.frameLocator('iframe').getByRole('radio').first().focus()
      await host.page.keyboard.press('Escape')
    },
  ],
  [
    'Escape with focus on the dialog',
    async (host: HostPage) => {
      await host.dialog().evaluate((dialog: HTMLElement) => dialog.focus())
      await host.page.keyboard.press('Escape')
    },
  ],
] as const) {
  test(`closing with ${way} asks, then reaches onClose once, and the checkout opens again`, async ({
    page,
  }) => {
    const host = new HostPage(page)
    const checkout = await host.checkout(createOrder())
    await checkout.verify()
    await leave(host)
    await checkout.leave()

    expect(await host.calls()).toEqual([
      { name: 'onClose', data: { message: expect.any(String), code: 'CUSTOMER_CLOSED' } },
    ])
    await expect(host.dialog()).toHaveCount(0)
    await host.opener().click()
    await checkout.verify()
  })
}

test('a second Escape in the question stays, with the focus where it was', async ({ page }) => {
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder())
  await checkout.verify()
  await checkout.plan(/^Net 60/).check()
  await page.keyboard.press('Escape')
  await expect(checkout.question()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(checkout.question()).toHaveCount(0)
  await expect(checkout.plan(/^Net 60/)).toBeFocused()
  await checkout.complete(/^Net 60/)
  expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
})

test('a tab closed after the terms were selected loses nothing: the same purchase succeeds with the same ids', async ({
  page,
  context,
}) => {
  const order = createOrder()
  const checkout = await new HostPage(page).checkout(order)
  await checkout.chooseTerms(/^Net 30/)
  const stored = page.waitForResponse('**/checkout/api/session/terms')
  await checkout.confirmTerms()
  const { data } = await (await stored).json()
  await page.close()

  const host = new HostPage(await context.newPage())
  // The shop has mended the address meanwhile.
  const again = await host.checkout({ ...order, billing: { ...order.billing, phone_number: '+1 555 0100' } })
  await again.returnToMerchant()
  expect(await host.calls()).toEqual([
    {
      name: 'onSuccess',
      data: { backd_order_id: data.backd_order_id, merchant_order_id: order.merchant_order_id },
    },
  ])
})

test('an unknown key says so to the customer and reaches onFail', async ({ page }) => {
  const host = new HostPage(page)
  const checkout = await host.checkout(
    createOrder({ merchant: { public_api_key: 'no-such-key', name: 'Nobody' } }),
  )
  await checkout.button('Back to shop').click()
  expect(await host.calls()).toEqual([
    { name: 'onFail', data: { message: expect.any(String), code: 'INVALID_PUBLIC_KEY', recoverable: false } },
  ])
})

test('a page on an origin that the merchant did not register reaches onFail with that origin named', async ({
  page,
}) => {
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder(), { origin: origins.stranger })
  await checkout.button('Back to shop').click()
  expect(await host.calls()).toEqual([
    {
      name: 'onFail',
      data: {
        message: expect.stringContaining(origins.stranger),
        code: 'ORIGIN_NOT_ALLOWED',
        recoverable: false,
      },
    },
  ])
})

test('an order over the limit is declined with the reason', async ({ page }) => {
  const host = new HostPage(page)
  const checkout = await host.checkout(
    createOrder({
      cart_amount: 100_000.01,
      order_total: 100_000.01,
      tax_amount: 0,
      shipping_amount: 0,
      discount_amount: 0,
    }),
  )
  await checkout.button('Back to shop').click()
  expect(await host.calls()).toEqual([
    {
      name: 'onFail',
      data: { message: expect.any(String), code: 'TOTAL_EXCEEDS_LIMIT', recoverable: false },
    },
  ])
})

test('a malformed order fails at once, without opening anything', async ({ page }) => {
  const host = new HostPage(page)
  await host.checkout(createOrder({ items: [] }))
  expect(await host.calls()).toEqual([
    {
      name: 'onFail',
      data: { message: expect.stringContaining('items'), code: 'INVALID_ORDER', recoverable: false },
    },
  ])
  await expect(host.dialog()).toHaveCount(0)
})

test('a network that fails while confirming can be tried again, and nothing is selected twice', async ({
  page,
}) => {
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder())
  await checkout.chooseTerms(/^Net 30/)
  await page.route('**/checkout/api/session/terms', (route) => route.abort(), { times: 1 })
  await checkout.confirmTerms()
  await checkout.button('Try again').click()
  await checkout.returnToMerchant()
  expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
})

test('an answer that is lost after the terms were stored is replayed on the second try', async ({ page }) => {
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder())
  await checkout.chooseTerms(/^Net 30/)
  await page.route(
    '**/checkout/api/session/terms',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await checkout.confirmTerms()
  await checkout.button('Try again').click()
  await checkout.returnToMerchant()
  expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
})

test('a checkout that cannot be reached reaches onFail within eight seconds', async ({ page }) => {
  const host = new HostPage(page)
  await page.route('**/checkout/modal**', (route) => route.abort())
  await host.checkout(createOrder())
  expect(await host.calls()).toEqual([
    { name: 'onFail', data: { message: expect.any(String), code: 'FRAME_UNREACHABLE', recoverable: true } },
  ])
  await expect(host.dialog()).toHaveCount(0)
})

test('two calls while it is open share one dialog and one handle', async ({ page }) => {
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder())
  await checkout.verify()
  const isSame = await page.evaluate(() => {
    const first = window.handle
    document.querySelector('button')?.click()
    return window.handle === first
  })
  expect(isSame).toBe(true)
  await expect(host.dialog()).toHaveCount(1)
})

test("the merchant's own close() ends it once, however often it is called", async ({ page }) => {
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder())
  await checkout.verify()
  await page.evaluate(() => {
    window.handle.close()
    window.handle.close()
  })
  expect(await host.calls()).toEqual([
    { name: 'onClose', data: { message: expect.any(String), code: 'MERCHANT_CLOSED' } },
  ])
})

/** Over the page beside the dialog, and long enough for the page to have moved if it can. */
async function turnWheel(page: Page): Promise<void> {
  await page.mouse.move(5, 300)
  await page.mouse.wheel(0, 500)
  await page.waitForTimeout(200)
}
