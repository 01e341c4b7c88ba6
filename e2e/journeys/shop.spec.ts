import { expect, test } from '@playwright/test'
import { Shop, type ShopMode } from '../models/shop.ts'

const modes: ShopMode[] = ['Modal', 'Redirect']

for (const mode of modes) {
  test(`${mode}: a customer buys three MacBook Pro, and the shop places the order`, async ({ page }) => {
    const shop = new Shop(page)
    await shop.fillCart()
    const checkout = await shop.checkout(mode)
    await checkout.complete(/^12 monthly/)

    await shop.orderPage(mode)
    const backd = page.getByRole('region', { name: 'At BackdPay' })
    await expect(backd.getByText('order_placed', { exact: true })).toBeVisible()
    await expect(backd.getByRole('row', { name: /^Total/ })).toHaveText(/\$8,950\.00.*\$8,950\.00/)
    await expect(backd.getByText('differs')).toHaveCount(0)
  })

  test(`${mode}: a customer who leaves finds the cart as it was`, async ({ page }) => {
    const shop = new Shop(page)
    await shop.fillCart()
    await (await shop.checkout(mode)).close()
    if (mode === 'Redirect') await page.waitForURL('**/checkout/close**')
    await page.goto('/cart')
    await expect(page.getByRole('spinbutton', { name: 'Quantity of MacBook Pro' })).toHaveValue('3')
  })
}

test('a total that was changed in the browser is caught when the shop places the order', async ({ page }) => {
  // The customer's browser asks Backd for an order of $1,000.00 in place of $8,950.00; the sums agree.
  await page.route('**/checkout/api/orders', async (route) => {
    const body = route.request().postDataJSON()
    Object.assign(body.order, {
      cart_amount: 1000,
      order_total: 1000,
      tax_amount: 0,
      shipping_amount: 0,
      discount_amount: 0,
    })
    await route.continue({ postData: JSON.stringify(body) })
  })
  const shop = new Shop(page)
  await shop.fillCart()
  await (await shop.checkout('Modal')).complete()

  await shop.orderPage()
  await expect(page.getByRole('alert')).toContainText('Do not send this order.')
  await expect(page.getByRole('alert')).toContainText('8950.00')
  const backd = page.getByRole('region', { name: 'At BackdPay' })
  await expect(backd.getByText('terms_selected', { exact: true })).toBeVisible()
  await expect(backd.getByRole('row', { name: /^Total/ })).toContainText('differs')
})

test('a shop whose script cannot load says so and offers a payment link', async ({ page }) => {
  await page.route('**/widget/v1/widget.js', (route) => route.abort())
  const shop = new Shop(page)
  await shop.fillCart()
  await expect(page.getByRole('button', { name: 'Checkout with BackdPay' })).toBeDisabled()
  await page.getByRole('button', { name: 'Create a payment link' }).click()
  await shop.orderPage()
  await expect(page.getByRole('region', { name: 'At BackdPay' })).toBeVisible()
})
