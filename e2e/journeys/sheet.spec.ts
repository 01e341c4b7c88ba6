import { devices, expect, type Page, test } from '@playwright/test'
import { createOrder } from '../fixtures/orders.ts'
import { HostPage } from '../models/host-page.ts'

/** The checkout as a sheet on a phone: what the keyboard and the finger do. */

const { defaultBrowserType: _, ...phone } = devices['iPhone 13']
test.use(phone)

/** Moves a finger over the middle of the screen; up with a negative distance, as one reads on. */
async function createFinger(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 195, y }] })
  return async (distance: number) => {
    const start = 330 - distance / 2
    await touch('touchStart', start)
    for (let step = 1; step <= 10; step++) await touch('touchMove', start + (distance * step) / 10)
    await touch('touchEnd')
  }
}

test('a finger on the sheet scrolls what is in it, never the page behind', async ({ page }) => {
  const host = new HostPage(page)
  await host.open(createOrder())
  const swipe = await createFinger(page)
  await swipe(-200)
  await expect.poll(() => host.scrollTop()).toBeGreaterThan(50)

  const checkout = await host.pressButton()
  await checkout.verify()
  const frame = page.frames().find((one) => one.url().includes('/checkout/modal'))
  const scrolled = () => frame?.evaluate(() => document.scrollingElement?.scrollTop)
  const before = await host.scrollTop()
  await swipe(-200)
  await expect.poll(scrolled).toBeGreaterThan(50)

  // To both ends and further: what is left of a swipe must not go on to the page.
  for (const distance of [-400, -400, -400, 400, 400, 400, 400]) await swipe(distance)
  await expect.poll(scrolled).toBe(0)
  expect(await host.scrollTop()).toBe(before)
})

test('the keyboard leaves the field and its button in reach, and the sheet is whole again after it', async ({
  page,
}) => {
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder())
  await checkout.codeField().tap()
  await expect(checkout.codeField()).toBeFocused()
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  // A phone's keyboard takes about so much.
  const rest = height - 300
  await page.setViewportSize({ width, height: rest })
  const frame = page.frames().find((one) => one.url().includes('/checkout/modal'))
  await expect.poll(() => frame?.evaluate(() => innerHeight)).toBe(rest)

  await checkout.codeField().fill('000000')
  await expect(checkout.codeField()).toBeInViewport({ ratio: 1 })
  await checkout.button('Verify').tap()
  await expect(checkout.plans()).toBeVisible()
  expect(await host.scrollTop()).toBe(0)

  await page.setViewportSize({ width, height })
  await expect.poll(() => host.dialog().boundingBox()).toEqual({ x: 0, y: 0, width, height })
})
