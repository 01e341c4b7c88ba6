import { spawnSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
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
