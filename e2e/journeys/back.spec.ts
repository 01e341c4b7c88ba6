import { expect, type Page, test } from '@playwright/test'
import { createOrder, createRedirectMode } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'

/** What is seen here is to hold each time (docs/adr/0034). */
test.describe.configure({ retries: 0 })

/** On the redirect page, where the browser's own buttons are the customer's. */
async function openPage(page: Page): Promise<Checkout> {
  await new HostPage(page).checkout(createOrder({ mode: createRedirectMode() }))
  await page.waitForURL(`${origins.backd}/checkout/**`)
  return new Checkout(page)
}

const heading = (checkout: Checkout, name: string) =>
  expect(checkout.heading().filter({ hasText: name })).toBeVisible()

test('Back goes from the review to the terms, then asks, and Stay keeps the choice', async ({ page }) => {
  const checkout = await openPage(page)
  await checkout.chooseTerms(/^Net 60/)
  await page.goBack()
  await heading(checkout, 'Choose your payment terms')
  await expect(checkout.plan(/^Net 60/)).toBeChecked()
  await page.goForward()
  await heading(checkout, 'Review and confirm')
  await page.goBack()
  await page.goBack()
  await expect(checkout.question()).toBeVisible()
  await checkout.question().getByRole('button', { name: 'Stay' }).click()
  await expect(checkout.plan(/^Net 60/)).toBeChecked()
  await checkout.complete(/^Net 60/)
  await page.waitForURL(`${origins.host}/success**`)
})

test('Back twice at the terms leaves for the shop: nobody is held', async ({ page }) => {
  const checkout = await openPage(page)
  await checkout.verify()
  await checkout.plan(/^Net 60/).check()
  await page.goBack()
  await expect(checkout.question()).toBeVisible()
  await page.goBack()
  await page.waitForURL(`${origins.host}/**`)
})

test('Leave in the question goes to the close URL', async ({ page }) => {
  const checkout = await openPage(page)
  await checkout.verify()
  await checkout.plan(/^Net 60/).check()
  await page.goBack()
  await checkout.leave()
  await page.waitForURL(`${origins.host}/cart**`)
})

test("the modal leaves the shop's history alone", async ({ page }) => {
  const checkout = await new HostPage(page).checkout(createOrder())
  const before = await page.evaluate(() => history.length)
  await checkout.chooseTerms(/^Net 60/)
  expect(await page.evaluate(() => history.length)).toBe(before)
})
