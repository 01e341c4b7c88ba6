import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../a11y/expect-accessible.ts'
import { origins } from '../fixtures/origins.ts'
import { BackOffice } from '../models/back-office.ts'
import { Shop } from '../models/shop.ts'

/** Buys an order, and opens it in the back office. */
async function openBought(page: Page, origin = origins.shop): Promise<BackOffice> {
  const id = await new Shop(page, origin).buy()
  const office = new BackOffice(page, origin)
  await office.openOrder(id)
  return office
}

test('an order goes from the shop through change, confirmation and every kind of refund', async ({
  page,
}) => {
  test.slow()
  const office = await openBought(page, origins.officeShop)
  await expect(office.heading()).toHaveText(/Placed$/)
  expect(await office.actions()).toEqual(['Confirm the order', 'Cancel the order…', 'Save the changes'])

  await test.step('a change above the limit is refused in the API’s words, with what was typed', async () => {
    await office.update({ Items: '9,945.01', Total: '9,895.01' })
    await expect(office.alert()).toContainText('order_total is 9895.01, above 9845.00')
    await expect(office.field('Total')).toHaveValue('9,895.01')
    await expect(office.field('Total')).toBeFocused()
    await office.update({ Items: '9,100.00', Total: '9,845.00' })
    await expect(office.alert()).toContainText('9845.00')
    await expect(office.alert()).toContainText('9050.00')
  })

  await test.step('a change within it is taken, and the customer’s payments follow', async () => {
    await office.update({ Items: '9,200.00', Total: '9150', 'Your own status': 'packed' })
    await expect(office.done()).toHaveText('The order is changed.')
    await expect(office.region('The customer pays')).toContainText('$9,150.00')
    await expect(office.region('Change the order')).toContainText('$695.00')
    await expect(office.history().first()).toContainText('Total $8,950.00 → $9,150.00')
  })

  await test.step('it is confirmed, and can only be refunded from then on', async () => {
    await office.button('Confirm the order').click()
    await expect(office.done()).toHaveText('The order is confirmed.')
    await expect(office.heading()).toHaveText(/Confirmed$/)
    expect(await office.actions()).toEqual(['Ask for the refund'])
  })

  await test.step('a refund of more than remains is refused; one is asked for, replaced and deleted', async () => {
    await office.refund('9150.01')
    await expect(office.alert()).toContainText('refund_amount is 9150.01')
    await expect(office.field('Amount to refund')).toHaveValue('9150.01')
    await office.refund('150.00')
    await expect(office.done()).toHaveText('The refund is asked for.')
    await expect(office.region('Refunds')).toContainText(/It locks in\s+(\d+ days? )?\d\d:\d\d:\d\d/)

    await office.field('Amount in its place').fill('200')
    await office.button('Replace the refund').click()
    await expect(office.refunds()).toHaveText([/\$200\.00.*Asked for/s, /\$150\.00.*Declined/s])
    await office.button('Delete the refund').click()
    await expect(office.done()).toHaveText('The refund is deleted.')
    await expect(office.refunds().first()).toHaveText(/\$200\.00.*Declined/s)
  })

  await test.step('past its lock a refund is settled, and the customer pays less', async () => {
    await office.refund('150')
    await office.moveTime('Just past the refund’s lock')
    await office.untilSettled()
    await expect(office.refunds().first()).toHaveText(/\$150\.00.*Settled/s)
    await expect(office.region('The customer pays')).toContainText('$9,000.00')
    await expect(office.region('Refunds')).toContainText('$9,000.00 remain.')
    await expectAccessible(page)
  })

  await test.step('the rest is refunded, and nothing more can be done', async () => {
    await office.refund('9000')
    await office.moveTime('7 days on')
    await office.untilSettled()
    await expect(office.heading()).toHaveText(/Refunded$/)
    expect(await office.actions()).toEqual([])
    await expect(office.history().first()).toContainText('Confirmed → Refunded')
    await expectAccessible(page)
    await office.moveTime('Back to real time')
  })
})

test('an order is cancelled only after a question', async ({ page }) => {
  const office = await openBought(page)
  await page.getByRole('link', { name: 'Cancel the order…' }).click()
  await page.getByRole('link', { name: 'Keep the order' }).click()
  await expect(office.heading()).toHaveText(/Placed$/)

  await page.getByRole('link', { name: 'Cancel the order…' }).click()
  await office.button('Cancel the order').click()
  await expect(office.done()).toHaveText('The order is cancelled.')
  await expect(office.heading()).toHaveText(/Cancelled$/)
  expect(await office.actions()).toEqual([])
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
