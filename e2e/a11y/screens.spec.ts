import { expect, test } from '@playwright/test'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createOrder, createServerOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { BackOffice } from '../models/back-office.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'
import { Shop } from '../models/shop.ts'
import { Storefront } from '../models/storefront.ts'
import { expectAccessible } from './expect-accessible.ts'

// Axe looks again and again, for seconds each time where the machine is busy.
test.setTimeout(240_000)

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [desktop, phone]) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport, reducedMotion: 'reduce' })

      test('every screen of the modal, in the page and in the frame', async ({ page }) => {
        const checkout = await new HostPage(page).checkout(createOrder())
        await expect(checkout.heading()).toHaveText('Verify it is you')
        await expectAccessible(page)
        await checkout.verify()
        await expectAccessible(page)
        await checkout.button('Continue').click()
        await expectAccessible(page)
        await checkout.chooseTerms(/^12 weekly/)
        await expectAccessible(page)
        await checkout.button('Confirm terms').click()
        await expectAccessible(page)
        await page.route('**/checkout/api/session/terms', (route) => route.abort(), { times: 1 })
        await checkout.confirmTerms()
        await expect(checkout.button('Try again')).toBeVisible()
        await expectAccessible(page)
        await checkout.button('Try again').click()
        await expect(checkout.button(/^Return to/)).toBeVisible()
        await expectAccessible(page)
      })

      test('every screen of the page', async ({ page, request }) => {
        const created = await createMerchantApi(request).createOrder(createServerOrder())
        await page.goto((await created.json()).data.customer_url)
        // The last screen leaves by itself after six seconds, which axe may take: the shop's answer keeps it.
        await page.route(`${origins.host}/success**`, (route) => route.fulfill({ status: 204 }))
        const checkout = new Checkout(page)
        await checkout.verify()
        await expectAccessible(page)
        await checkout.chooseTerms(/^3 monthly/)
        await expectAccessible(page)
        await checkout.confirmTerms()
        await expect(checkout.button(/^Return to/)).toBeVisible()
        await expectAccessible(page)
      })

      test('what cannot go on', async ({ page }) => {
        const host = new HostPage(page)
        const checkout = await host.checkout(
          createOrder({ merchant: { public_api_key: 'no-such-key', name: 'Nobody' } }),
        )
        await expect(checkout.button('Back to shop')).toBeVisible()
        await expectAccessible(page)
        await page.goto(`${origins.backd}/checkout/${'A'.repeat(43)}`)
        await expect(new Checkout(page).heading()).toBeVisible()
        await expectAccessible(page)
      })

      test('the back office from the list to a refund, and what it refuses', async ({ page }) => {
        test.slow()
        const id = await new Shop(page).buy()
        const office = new BackOffice(page)
        await office.openList()
        await expectAccessible(page)
        await office.search('no such order')
        await expect(page.getByRole('heading', { name: 'No orders found' })).toBeVisible()
        await expectAccessible(page)
        await office.openOrder(id)
        await expectAccessible(page)
        await office.update({ Total: '1' })
        await expect(office.alert()).toBeVisible()
        await expectAccessible(page)
        await page.getByRole('link', { name: 'Cancel the order…' }).click()
        await expect(page.getByRole('heading', { name: 'Cancel this order?' })).toBeVisible()
        await expectAccessible(page)
        await page.getByRole('link', { name: 'Keep the order' }).click()
        await office.button('Confirm the order').click()
        await expect(office.done()).toHaveText('The order is confirmed.')
        await office.refund('100')
        await expect(office.done()).toHaveText('The refund is asked for.')
        await expectAccessible(page)
      })

      test('the React storefront from shelf to result', async ({ page }) => {
        const shop = new Storefront(page)
        await page.goto(`${shop.origin}/products/ABC-123`)
        await expect(shop.heading()).toBeVisible()
        await expectAccessible(page)
        await page.goto(`${shop.origin}/`)
        await expect(shop.heading()).toBeVisible()
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Add 3 to cart' }).click()
        await expect(shop.heading()).toHaveText('Cart')
        await expectAccessible(page)
        await page.getByRole('link', { name: 'Continue to checkout' }).click()
        const city = page.getByRole('textbox', { name: 'City' })
        await city.fill(' ')
        await shop.payButton().click()
        await expect(city).toHaveAccessibleDescription('Billing: city is missing.')
        await expectAccessible(page)
        await city.fill('Austin')
        await (await shop.checkout('Modal')).complete()
        await shop.resultPage()
        await expectAccessible(page)
      })

      test('the shop from shelf to order, and the mailbox', async ({ page }) => {
        const shop = new Shop(page)
        await page.goto(origins.shop)
        await expectAccessible(page)
        await shop.fillCart()
        await expectAccessible(page)
        await (await shop.checkout('Modal')).complete()
        await shop.orderPage()
        await expectAccessible(page)
        await page.goto(`${origins.backd}/sandbox/mailbox`)
        await expectAccessible(page)
      })
    })
  }
}
