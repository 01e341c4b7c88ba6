import { expect, test } from '@playwright/test'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { Shop, type ShopMode } from '../models/shop.ts'

const modes: ShopMode[] = ['Modal', 'Redirect', 'By server']

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
    await expect(page.getByText('You closed the checkout before choosing payment terms.')).toBeVisible()
    await page.goto('/cart')
    await expect(page.getByRole('spinbutton', { name: 'Quantity of MacBook Pro' })).toHaveValue('3')
  })
}

test('a total that was changed in the browser is caught when the shop places the order', async ({ page }) => {
  const shop = new Shop(page)
  await shop.cheat()
  await shop.fillCart()
  await (await shop.checkout('Modal')).complete()

  await shop.orderPage()
  await expect(page.getByRole('alert')).toContainText('Do not send this order.')
  await expect(page.getByRole('alert')).toContainText('8950.00')
  const backd = page.getByRole('region', { name: 'At BackdPay' })
  await expect(backd.getByText('terms_selected', { exact: true })).toBeVisible()
  await expect(backd.getByRole('row', { name: /^Total/ })).toContainText('differs')
})

test('a shop that BackdPay cannot be opened in asks to try again, and the button does', async ({ page }) => {
  const consoleErrors: string[] = []
  page.on('console', (message) => message.type() === 'error' && consoleErrors.push(message.text()))
  await page.route('**/checkout/modal**', (route) => route.abort(), { times: 1 })
  const shop = new Shop(page)
  await shop.fillCart()
  await shop.checkout('Modal')
  const alert = page.getByRole('alert')
  await expect(alert).toHaveText('BackdPay could not be opened. Please try again. Code: FRAME_UNREACHABLE', {
    timeout: 20_000,
  })
  await expect.poll(() => consoleErrors.join()).toContain('BackdPay failed with FRAME_UNREACHABLE: ')

  const checkout = await shop.checkout('Modal')
  await checkout.verify()
})

test('a shop whose order is over the limit says that BackdPay cannot be used for it', async ({ page }) => {
  const shop = new Shop(page)
  await shop.fillCart()
  await page.goto('/cart')
  await page.getByRole('spinbutton', { name: 'Quantity of MacBook Pro' }).fill('99')
  await page.getByRole('spinbutton', { name: 'Quantity of MacBook Pro' }).press('Enter')
  await expect(page.getByText('$297,000.00').first()).toBeVisible()
  await page.getByRole('link', { name: 'Continue to checkout' }).click()
  const checkout = await shop.checkout('Modal')
  await checkout.button('Back to shop').click()
  await expect(page.getByRole('alert')).toContainText('BackdPay can’t be used for this order.')
  await expect(page.getByRole('alert')).toContainText('above the limit')
})

for (const [title, files] of [
  ['BackdPay’s script cannot load', ['**/widget/v1/widget.js']],
  ['no script at all can load', ['**/widget/v1/*.js', `${origins.shop}/assets/*.js`]],
] as const) {
  test(`where ${title}, the same button leads to BackdPay’s page, and the customer buys`, async ({
    page,
  }) => {
    for (const file of files) await page.route(file, (route) => route.abort())
    const shop = new Shop(page)
    await shop.fillCart()
    await (await shop.checkoutWithoutScript()).complete(/^12 monthly/)
    await shop.orderPage('Redirect')
    const backd = page.getByRole('region', { name: 'At BackdPay' })
    await expect(backd.getByText('order_placed', { exact: true })).toBeVisible()
    await page.goto('/cart')
    await expect(page.getByText('Your cart is empty')).toBeVisible()
  })
}

test('a button pressed before BackdPay’s script came waits for it, and opens the modal', async ({ page }) => {
  const held = Promise.withResolvers<void>()
  await page.route('**/widget/v1/widget.js', async (route) => {
    await held.promise
    await route.continue()
  })
  const shop = new Shop(page)
  await shop.fillCart()
  await page.waitForLoadState('domcontentloaded')
  await page.getByRole('button', { name: 'Checkout with BackdPay' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Loading BackdPay…' })).toBeVisible()
  held.resolve()
  await Checkout.inModal(page).verify()
})

test('a customer who leaves BackdPay’s page comes back to their cart, and presses again for the same order', async ({
  page,
}) => {
  await page.route('**/widget/v1/widget.js', (route) => route.abort())
  const shop = new Shop(page)
  await shop.fillCart()
  const checkout = await shop.checkoutWithoutScript()
  const link = page.url()
  await checkout.close()
  await page.waitForURL('**/checkout/close**')
  await page.goto('/checkout')
  await shop.checkoutWithoutScript()
  expect(page.url()).toBe(link)
})

test('a payment link is made without BackdPay’s script', async ({ page }) => {
  await page.route('**/widget/v1/widget.js', (route) => route.abort())
  const shop = new Shop(page)
  await shop.fillCart()
  await page.getByText('Pay by link instead').click()
  await page.getByRole('button', { name: 'Create a payment link' }).click()
  await shop.orderPage()
  await expect(page.getByRole('region', { name: 'At BackdPay' })).toBeVisible()
})

test('a customer to try fills the billing email in, until another is typed', async ({ page }) => {
  await new Shop(page).fillCart()
  const customer = page.getByRole('combobox', { name: 'Try a customer' })
  const email = page.getByRole('group', { name: 'Billing' }).getByRole('textbox', { name: 'Email' })
  const before = await email.inputValue()
  await customer.selectOption('Declined')
  await expect(email).toHaveValue('declined@sandbox.backd.example')
  await email.fill('joe@acme.example')
  await expect(customer).toHaveValue('')
  await customer.selectOption('Slow decision')
  await customer.selectOption('As you fill it in')
  await expect(email).toHaveValue(before)
})
