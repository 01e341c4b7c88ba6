import { spawnSync } from 'node:child_process'
import { expect, type Page, test } from '@playwright/test'
import { createOrder } from '../fixtures/orders.ts'
import { HostPage } from '../models/host-page.ts'
import { openScreen } from './gallery.ts'

/**
 * Each screen as it was last looked at and found good. Drawn by Debian's Chromium and its fonts, so elsewhere this is
 * not run (playwright.config.ts). After a change that is meant: `npx playwright test e2e/visual --update-snapshots`, and look.
 */
const screens = [
  'loading',
  'verify',
  'verify-wrong',
  'deciding',
  'terms',
  'terms-chosen',
  'terms-missing',
  'review-missing',
  'confirming',
  'asking',
  'done',
  'done-changed',
  'done-approved',
  'handover',
  'handover-problems',
  'waiting',
  'approval-declined',
  'approver-verify',
  'approver-terms',
  'approver-declining',
  'approver-declined',
  'interrupted-network',
  'stopped-declined',
]

/** What the pictures were drawn with. Letters of another font, or of another Chromium, are other pixels. */
const drawnWith = { chromium: '156', font: 'LiberationSans-Regular.ttf' }
const { stdout: fontHere } = spawnSync('fc-match', ['-f', '%{file|basename}', 'Arial'], { encoding: 'utf8' })

// biome-ignore lint/suspicious/noSkippedTests: elsewhere it would compare fonts, not screens
test.skip(
  ({ browser }) => browser.version().split('.')[0] !== drawnWith.chromium || fontHere !== drawnWith.font,
  `the pictures were drawn by Chromium ${drawnWith.chromium} with ${drawnWith.font}`,
)

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({
        colorScheme,
        viewport: { width, height },
        reducedMotion: 'reduce',
        timezoneId: 'America/Chicago',
      })
      for (const screen of screens) {
        test(`${screen} looks as it did`, async ({ page }) => {
          await openScreen(page, screen)
          await expect(page).toHaveScreenshot(`${screen}-${width}-${colorScheme}.png`)
        })
      }
    })
  }
}

/** In a viewport as tall as what is in it, since bars that stick to a lower one's edges would lie over rows; no card hovered. */
async function showWhole(page: Page, width: number): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height })
  await page.mouse.move(0, 0)
  await page.evaluate(() => scrollTo(0, 0))
}

const still = { reducedMotion: 'reduce', timezoneId: 'America/Chicago' } as const

for (const width of [390, 768, 1280]) {
  test.describe(`the whole of a screen, ${width} px`, () => {
    test.use({ ...still, viewport: { width, height: 800 } })

    test('the comparison of all terms looks as it did', async ({ page }) => {
      await openScreen(page, 'terms')
      await page.getByRole('button', { name: 'Compare all terms' }).click()
      await expect(page.getByRole('table')).toBeVisible()
      await showWhole(page, width)
      await expect(page).toHaveScreenshot(`comparison-${width}.png`)
    })

    test('the review looks as it did', async ({ page }) => {
      await openScreen(page, 'review')
      await showWhole(page, width)
      await expect(page).toHaveScreenshot(`review-${width}.png`)
    })
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`pictures, ${colorScheme}`, () => {
    test.use({ ...still, colorScheme, viewport: { width: 1280, height: 800 } })

    test('of every shape look as they did in the order summary', async ({ page }) => {
      await openScreen(page, 'verify', 'pictured')
      const summary = page.getByRole('complementary', { name: 'Order summary' })
      const drawn = () =>
        summary
          .locator('img')
          .evaluateAll((images) => images.filter((image) => (image as HTMLImageElement).naturalWidth).length)
      await expect.poll(drawn).toBe(5)
      await expect(summary.locator('img')).toHaveCount(5)
      // Finer than elsewhere: a ground that hides a picture is not far from one that shows it.
      await expect(summary).toHaveScreenshot(`pictured-${colorScheme}.png`, { threshold: 0.05 })
    })
  })
}

test.describe('in the system’s own colours', () => {
  test.use({ ...still, forcedColors: 'active', colorScheme: 'dark', viewport: { width: 1280, height: 800 } })

  for (const screen of ['loading', 'terms-missing', 'asking']) {
    test(`${screen} looks as it did`, async ({ page }) => {
      await openScreen(page, screen)
      await expect(page).toHaveScreenshot(`${screen}-forced.png`)
    })
  }
})

for (const [colorScheme, width, height] of [
  ['light', 1280, 800],
  ['dark', 1280, 800],
  ['light', 390, 844],
] as const) {
  test.describe(`over a shop's page, ${colorScheme}, ${width} px`, () => {
    test.use({ ...still, colorScheme, viewport: { width, height } })

    test('the modal looks as it did', async ({ page }) => {
      // The countdown to the next code stands.
      await page.clock.setFixedTime('2026-11-21T16:00:00Z')
      const order = createOrder({ merchant_order_id: `NW-1042-${colorScheme}-${width}` })
      const checkout = await new HostPage(page).checkout(order)
      await expect(checkout.root.getByText('A new code can be sent in 30 seconds')).toBeVisible()
      await expect(page).toHaveScreenshot(`modal-${width}-${colorScheme}.png`)
    })
  })
}
