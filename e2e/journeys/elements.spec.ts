import { expect, test } from '@playwright/test'
import { Shop } from '../models/shop.ts'

test('a product says its lowest payment, explains each plan, and gives the focus back', async ({ page }) => {
  const shop = new Shop(page)
  await page.goto(`${shop.origin}/products/ABC-123`)
  await expect(page.getByText('As low as $271.25 / month with BackdPay')).toBeVisible()
  const opener = page.getByRole('button', { name: 'How it works' })
  await opener.click()
  const dialog = page.getByRole('dialog', { name: 'How BackdPay works' })
  // The title: with the focus on its last button, a dialog taller than a phone would begin at its end.
  await expect(dialog.getByRole('heading')).toBeFocused()
  await expect(dialog.getByText('12 payments of $271.25, monthly')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
})

test('a page that turns Spanish has its terms and its button in Spanish', async ({ page }) => {
  const shop = new Shop(page)
  await shop.fillCart()
  await page.goto(`${shop.origin}/cart`)
  await expect(page.getByText('As low as $809.23 / month with BackdPay')).toBeVisible()
  await page.evaluate(() => {
    document.documentElement.lang = 'es'
  })
  await expect(page.getByText('Desde $809.23 al mes con BackdPay')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Pagar con BackdPay' })).toBeVisible()
  await page.getByRole('button', { name: 'Cómo funciona' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cómo funciona BackdPay' })
  await expect(dialog.getByText('12 pagos de aprox. $809.23, cada mes')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cerrar' }).click()
  await expect(dialog).toHaveCount(0)
})

test('the cart says what the checkout then shows, and BackdPay’s button leads there', async ({ page }) => {
  const shop = new Shop(page)
  await shop.fillCart()
  await page.goto(`${shop.origin}/cart`)
  await expect(page.getByText('As low as $809.23 / month with BackdPay')).toBeVisible()
  await page.getByRole('button', { name: 'Checkout with BackdPay' }).click()
  await expect(page.getByRole('heading', { name: 'Checkout', level: 1 })).toBeVisible()
  const checkout = await shop.checkout('Modal')
  await checkout.verify()
  await expect(checkout.plan(/^12 monthly payments.*\$809\.23/)).toBeVisible()
})
