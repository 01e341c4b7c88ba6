import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { createBilling, createOrder, createRedirectMode } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'
import { Mailbox } from '../models/mailbox.ts'
import { createLink, expectError, expectSent, mailboxBeside } from '../models/verification.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const otherThan = (code: string) => (code === '111111' ? '222222' : '111111')

async function openLink(context: BrowserContext, url: string): Promise<Checkout> {
  const page = await context.newPage()
  await page.goto(url)
  return new Checkout(page)
}

const surfaces = {
  'in the modal': async (page: Page, billing: object) =>
    new HostPage(page).checkout(createOrder({ billing })),
  'on the page': async (page: Page, billing: object) => {
    await new HostPage(page).checkout(createOrder({ billing, mode: createRedirectMode() }))
    await page.waitForURL(`${origins.backd}/checkout/**`)
    return new Checkout(page)
  },
}

for (const [where, open] of Object.entries(surfaces)) {
  test(`${where}, the code from the mail is typed with a space and Enter`, async ({ page }) => {
    const billing = createBilling()
    const checkout = await open(page, billing)
    await expectSent(checkout)
    const code = await (await mailboxBeside(page)).codeTo(billing.email)
    await checkout.codeField().pressSequentially(`${code.slice(0, 3)} ${code.slice(3)}`)
    await checkout.codeField().press('Enter')
    await expect(checkout.plans()).toBeVisible()
    await checkout.complete()
  })

  test(`${where}, the code from the mail is pasted with a space`, async ({ page }) => {
    const billing = createBilling()
    const checkout = await open(page, billing)
    await expectSent(checkout)
    const mailbox = await mailboxBeside(page)
    const code = await mailbox.codeTo(billing.email)
    const copied = ` ${code.slice(0, 3)} ${code.slice(3)}\n`
    await mailbox.page.evaluate((text) => navigator.clipboard.writeText(text), copied)
    await page.bringToFront()
    await checkout.codeField().press('ControlOrMeta+V')
    await expect(checkout.codeField()).toHaveValue(/\d{3} \d{3}/)
    await checkout.button('Verify').click()
    await expect(checkout.plans()).toBeVisible()
  })

  test(`${where}, a wrong code says how many tries are left, and the right one goes on`, async ({ page }) => {
    const billing = createBilling()
    const checkout = await open(page, billing)
    await expectSent(checkout)
    const code = await (await mailboxBeside(page)).codeTo(billing.email)
    await checkout.enterCode('12345')
    await expectError(checkout, 'Please enter all six digits of the code.')
    await checkout.enterCode(otherThan(code))
    await expectError(checkout, /^This is not the code that we sent\..* You can try 4 more times\.$/)
    await checkout.enterCode(code)
    await expect(checkout.plans()).toBeVisible()
  })

  test(`${where}, five wrong codes end the code, and a new one can be sent at once`, async ({ page }) => {
    const billing = createBilling()
    const checkout = await open(page, billing)
    await expectSent(checkout)
    const mailbox = await mailboxBeside(page)
    const spent = await mailbox.codeTo(billing.email)
    for (const left of ['4 more times', '3 more times', '2 more times', '1 more time']) {
      await checkout.enterCode(otherThan(spent))
      await expectError(checkout, new RegExp(`You can try ${left}\\.$`))
    }
    await checkout.enterCode(otherThan(spent))
    await expectError(checkout, 'This code can no longer be used. Please send a new one.')
    await checkout.enterCode(spent)
    await expectError(checkout, 'This code can no longer be used. Please send a new one.')

    await checkout.button('Send a new code').click()
    await expectSent(checkout)
    await checkout.enterCode(await mailbox.codeTo(billing.email, 2))
    await expect(checkout.plans()).toBeVisible()
  })
}

test('after half a minute another code can be sent, and only that one counts', async ({ page }) => {
  test.slow()
  const { url, email } = await createLink(page)
  await page.goto(url)
  const checkout = new Checkout(page)
  await expectSent(checkout)
  const mailbox = await mailboxBeside(page)
  const first = await mailbox.codeTo(email)
  await expect(checkout.button('Send a new code')).toBeDisabled()
  await expect(checkout.root.getByText(/^A new code can be sent in \d+ seconds?$/)).toBeVisible()

  await page.bringToFront()
  await expect(checkout.button('Send a new code')).toBeEnabled({ timeout: 45_000 })
  await checkout.button('Send a new code').click()
  const second = await mailbox.codeTo(email, 2)
  await page.bringToFront()
  await expectSent(checkout)
  if (first !== second) {
    await checkout.enterCode(first)
    await expectError(checkout, /You can try 4 more times\.$/)
  }
  await checkout.enterCode(second)
  await expect(checkout.plans()).toBeVisible()
})

test('a page opened in another browser asks for a new code there, and moves there', async ({
  page,
  context,
  browser,
}) => {
  const { url, email } = await createLink(page)
  const mailbox = new Mailbox(page)
  const moved = (checkout: Checkout) =>
    expect(checkout.root.getByText(/^This link was opened in another browser before\./)).toBeVisible()
  const first = await openLink(context, url)
  await expectSent(first)
  await first.enterCode(await mailbox.codeTo(email))
  await expect(first.plans()).toBeVisible()

  const elsewhere = await browser.newContext()
  const second = await openLink(elsewhere, url)
  await moved(second)
  await expectSent(second)
  await expect(second.root.getByText(email)).toHaveCount(0)
  await second.enterCode(await mailbox.codeTo(email, 2))
  await expect(second.plans()).toBeVisible()
  // Opened again in the same browser, it is known.
  await expect((await openLink(elsewhere, url)).plans()).toBeVisible()

  await moved(await openLink(context, url))
  await elsewhere.close()
})
