import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../a11y/expect-accessible.ts'
import { listContents, openScreen } from './gallery.ts'

/** 640 is a window of 1280 px at 200 % zoom. */
const WIDTHS = [320, 390, 640, 768, 1280, 1920]

test.use({ reducedMotion: 'reduce' })
test.setTimeout(240_000)

declare global {
  interface Window {
    executed?: number
  }
}

/** Nothing is wider than the window, and nothing that an order brought along has run. */
async function expectWellBehaved(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const found = await page.evaluate(() => ({
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      executed: window.executed ?? 0,
    }))
    expect.soft(found, `${name} at ${width} px`).toEqual({ wider: 0, executed: 0 })
  }
}

test('every screen in every state fits from 320 to 1920 px', async ({ page }) => {
  const { screens } = await listContents(page)
  expect(screens.length).toBeGreaterThan(40)
  for (const screen of screens) {
    await openScreen(page, screen)
    await expectWellBehaved(page, screen)
  }
})

test('every order, however strange, fits and runs nothing', async ({ page }) => {
  const { orders } = await listContents(page)
  expect(orders.length).toBeGreaterThan(6)
  for (const order of orders) {
    for (const screen of ['verify', 'terms-chosen', 'review', 'done']) {
      await page.setViewportSize({ width: 390, height: 844 })
      await openScreen(page, screen, order)
      // Back to front: one that is opened is no longer among them.
      const folded = await page.getByRole('button', { expanded: false }).all()
      for (const button of folded.reverse()) await button.click()
      for (const more of await page.getByText(/^Show \d+ more items?$/).all()) await more.click()
      await expectWellBehaved(page, `${screen} of ${order}`)
    }
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } })
    test('axe finds nothing in any state', async ({ page }) => {
      const { screens } = await listContents(page)
      for (const screen of screens) {
        await test.step(screen, async () => {
          await openScreen(page, screen)
          await expectAccessible(page)
        })
      }
    })
  })
}
