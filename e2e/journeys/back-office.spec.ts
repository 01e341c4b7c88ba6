import { expect, test } from '@playwright/test'
import { BackOffice, openBought } from '../models/back-office.ts'
import { Shop } from '../models/shop.ts'

test('an order is cancelled only after a question', async ({ page }) => {
  const office = await openBought(page)
  await page.getByRole('link', { name: 'Cancel the order…' }).click()
  await page.getByRole('link', { name: 'Keep the order' }).click()
  await expect(office.heading()).toHaveText(/Placed$/)

  await page.getByRole('link', { name: 'Cancel the order…' }).click()
  await office.button('Cancel the order').click()
  await expect(office.done()).toHaveText('The order is cancelled.')
  await expect(office.heading()).toHaveText(/Cancelled$/)
  await office.expectActions([])
})

test('what somebody else did meanwhile is told, and the page shows the order as it is', async ({
  page,
  context,
}) => {
  const id = await new Shop(page).buy()
  const office = new BackOffice(page)
  await office.openOrder(id)
  const elsewhere = new BackOffice(await context.newPage())
  await elsewhere.openOrder(id)
  await elsewhere.button('Confirm the order').click()
  await expect(elsewhere.heading()).toHaveText(/Confirmed$/)

  await office.update({ 'Your own status': 'packed' })
  await expect(office.alert()).toContainText('already confirmed')
  await expect(office.heading()).toHaveText(/Confirmed$/)
})

test('the list is searched by both ids and by status, and says when there is nothing', async ({ page }) => {
  const id = await new Shop(page).buy()
  const office = new BackOffice(page)
  await office.openList()
  await office.search(id.toLowerCase(), 'Placed')
  await expect(office.rows()).toHaveCount(1)
  await expect(office.rows()).toContainText('$8,950.00')
  await office.search(id, 'Cancelled')
  await expect(page.getByRole('heading', { name: 'No orders found' })).toBeVisible()
  await page.getByRole('link', { name: 'Show all orders' }).click()
  await expect(office.rows().filter({ hasText: id })).toHaveCount(1)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the back office works, and a lock is told in words', async ({ page, browser }) => {
    // The shop's checkout needs scripts; what follows does not.
    const scripted = await browser.newContext({ javaScriptEnabled: true })
    const shopper = await scripted.newPage()
    const id = await new Shop(shopper).buy()
    await scripted.close()
    const office = new BackOffice(page)
    await office.openOrder(id)
    await office.button('Confirm the order').click()
    await expect(office.done()).toHaveText('The order is confirmed.')
    await office.refund('1')
    await expect(office.region('Refunds')).toContainText(
      /It locks in\s+\d+ (day|hour|minute)|less than a minute/,
    )
    await office.button('Delete the refund').click()
    await expect(office.done()).toHaveText('The refund is deleted.')
  })
})
