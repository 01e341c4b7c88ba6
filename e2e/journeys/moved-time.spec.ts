import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../a11y/expect-accessible.ts'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { origins } from '../fixtures/origins.ts'
import { openBought } from '../models/back-office.ts'
import { Checkout } from '../models/checkout.ts'
import { createLink, expectError, expectSent, mailboxBeside } from '../models/verification.ts'

/**
 * What moves the sandbox's time does so at a Backd of its own, one after the other: a refund that one journey has just asked
 * for would lock by another's move.
 */
test.describe.configure({ mode: 'default' })

/** Refunds lock at 17:00 in Chicago: whatever time it really is, this journey begins hours away from that. */
async function putTimeToNoon(page: Page): Promise<void> {
  const merchant = createMerchantApi(page.request, origins.officeBackd)
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  expect((await merchant.moveTo(`${inTwoDays}T18:00:00.000Z`)).status()).toBe(200)
}

test('an order goes from the shop through change, confirmation and every kind of refund', async ({
  page,
}) => {
  test.slow()
  await putTimeToNoon(page)
  const office = await openBought(page, origins.officeShop)
  await expect(office.heading()).toHaveText(/Placed$/)
  await office.expectActions(['Confirm the order', 'Cancel the order…', 'Save the changes'])

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
    await office.expectActions(['Ask for the refund'])
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
    await expect(office.done()).toHaveText('The refund is asked for.')
    await office.moveTime('Just past the refund’s lock')
    await office.untilSettled()
    await expect(office.refunds().first()).toHaveText(/\$150\.00.*Settled/s)
    await expect(office.region('The customer pays')).toContainText('$9,000.00')
    await expect(office.region('Refunds')).toContainText('$9,000.00 remain.')
    await expectAccessible(page)
  })

  await test.step('the rest is refunded, and nothing more can be done', async () => {
    await office.refund('9000')
    await expect(office.done()).toHaveText('The refund is asked for.')
    await office.moveTime('7 days on')
    await office.untilSettled()
    await expect(office.heading()).toHaveText(/Refunded$/)
    await office.expectActions([])
    await expect(office.history().first()).toContainText('Confirmed → Refunded')
    await expectAccessible(page)
    await office.moveTime('Back to real time')
  })
})

test('a code is too old after ten minutes, and a new one goes on', async ({ page }) => {
  const origin = origins.officeBackd
  const merchant = createMerchantApi(page.request, origin)
  const { url, email } = await createLink(page, origin)
  await page.goto(url)
  const checkout = new Checkout(page)
  await expectSent(checkout)
  const mailbox = await mailboxBeside(page, origin)
  const old = await mailbox.codeTo(email)
  await merchant.advance(600)
  await page.bringToFront()
  await checkout.enterCode(old)
  await expectError(checkout, 'This code can no longer be used. Please send a new one.')

  await checkout.button('Send a new code').click()
  await expectSent(checkout)
  await checkout.enterCode(await mailbox.codeTo(email, 2))
  await expect(checkout.plans()).toBeVisible()
})
