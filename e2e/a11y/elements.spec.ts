import { expect, test } from '@playwright/test'
import { Shop } from '../models/shop.ts'
import { Storefront } from '../models/storefront.ts'
import { expectAccessible } from './expect-accessible.ts'

/** What stands beside a merchant's prices, before any checkout: the terms, their dialog, and BackdPay's button. */

// Axe looks again and again, for seconds each time where the machine is busy.
test.setTimeout(240_000)

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport, reducedMotion: 'reduce' })

      test('the terms of a product, with and without their dialog', async ({ page }) => {
        const shop = new Shop(page)
        await page.goto(`${shop.origin}/products/ABC-123`)
        await expect(page.getByText('As low as $271.25 / month with BackdPay')).toBeVisible()
        await expectAccessible(page)
        await page.getByRole('button', { name: 'How it works' }).click()
        await expect(page.getByRole('dialog', { name: 'How BackdPay works' })).toBeVisible()
        await expectAccessible(page)
      })

      test('the button, as it is, busy and disabled', async ({ page }) => {
        const shop = new Storefront(page)
        await shop.fillCart()
        await expect(shop.payButton()).toBeVisible()
        await expectAccessible(page)
        for (const state of ['busy', 'disabled']) {
          await page.locator('backd-pay-button').evaluate((element, name) => {
            element.setAttribute(name, '')
          }, state)
          await expect(shop.payButton()).toBeDisabled()
          await expectAccessible(page)
          await page.locator('backd-pay-button').evaluate((element, name) => {
            element.removeAttribute(name)
          }, state)
        }
      })
    })
  }
}
