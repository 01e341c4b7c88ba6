import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { createOrder, createRedirectMode } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'
import { Mailbox } from '../models/mailbox.ts'

/** A buyer, and a colleague in a browser of their own who knows nothing but their mail. */

const NOTE = 'We need these before the fair.\n<b>Could you approve?</b>'

const createColleague = () => `maria.${randomUUID().slice(0, 8)}@acme.example`

const heading = (checkout: Checkout, name: string | RegExp) =>
  expect(checkout.root.getByRole('heading', { level: 1, name })).toBeVisible()

/** The buyer, from the terms to waiting. */
async function ask(checkout: Checkout, colleague: string): Promise<void> {
  await checkout.verify()
  await checkout.button('Ask a colleague to approve').click()
  await heading(checkout, 'Ask a colleague to approve')
  await checkout.root.getByRole('textbox', { name: 'Your colleague’s work email' }).fill(colleague)
  await checkout.root.getByRole('textbox', { name: /^Note to your colleague/ }).fill(NOTE)
  await checkout.button('Send request').click()
  await heading(checkout, `Waiting for ${colleague}`)
}

/** The colleague, from the mail to the terms. */
async function openMail(
  browser: Browser,
  colleague: string,
): Promise<{ page: Page; checkout: Checkout; link: string }> {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage()
  const link = await new Mailbox(page).linkTo(colleague)
  await page.goto(link)
  const checkout = new Checkout(page)
  await heading(checkout, 'Verify it is you')
  const whoAsks = page.getByText(/^Joe Doe.* asks you to approve this order from Northwind/)
  await expect(whoAsks).toBeVisible()
  // Whoever the link was passed on to reads no words of the buyer's.
  await expect(page.getByText('<b>Could you approve?</b>')).toHaveCount(0)
  await checkout.verify()
  await expect(whoAsks).toBeVisible()
  return { page, checkout, link }
}

async function agree({ checkout }: { checkout: Checkout }): Promise<void> {
  await checkout.chooseTerms(/^3 monthly/)
  await checkout.confirmTerms()
  await heading(checkout, 'Your payment terms are confirmed')
}

const openModal = (page: Page) => new HostPage(page).checkout(createOrder())

async function openPage(page: Page): Promise<Checkout> {
  await new HostPage(page).checkout(createOrder({ mode: createRedirectMode() }))
  await page.waitForURL(`${origins.backd}/checkout/**`)
  return new Checkout(page)
}

test('the colleague agrees, and the modal completes', async ({ page, browser }) => {
  const colleague = createColleague()
  const checkout = await openModal(page)
  await ask(checkout, colleague)
  const visit = await openMail(browser, colleague)
  await expect(visit.page.getByText('<b>Could you approve?</b>')).toBeVisible()
  await agree(visit)
  await expect(visit.checkout.button(/^Return to/)).toHaveCount(0)
  await heading(checkout, 'Your order is approved')
  await expect(checkout.root.getByText(`Approved by ${colleague}`)).toBeVisible()
  await checkout.returnToMerchant()
  expect(await new HostPage(page).calls()).toMatchObject([{ name: 'onSuccess' }])
})

test('the colleague agrees, and the page returns to the merchant by itself', async ({ page, browser }) => {
  const colleague = createColleague()
  const checkout = await openPage(page)
  await ask(checkout, colleague)
  const visit = await openMail(browser, colleague)
  // Looked for from before it comes: it leaves by itself, maybe before the colleague's own screen is seen.
  const approved = checkout.root.getByRole('heading', { level: 1, name: 'Your order is approved' })
  await Promise.all([expect(approved).toBeVisible({ timeout: 45_000 }), agree(visit)])
  await page.waitForURL(`${origins.host}/success**`)
})

test('the colleague declines, and the buyer reads why and chooses', async ({ page, browser }) => {
  const colleague = createColleague()
  const checkout = await openModal(page)
  await ask(checkout, colleague)
  const { checkout: theirs, link, page: theirPage } = await openMail(browser, colleague)
  await theirs.button('Decline').click()
  await heading(theirs, 'Decline this order')
  await theirs.root.getByRole('textbox', { name: /^Reason/ }).fill('Not in this quarter.')
  await theirs.button('Decline').click()
  await heading(theirs, 'You declined')
  await heading(checkout, 'Your colleague declined')
  await expect(checkout.root.getByText('Not in this quarter.')).toBeVisible()
  await checkout.button('Choose terms yourself').click()
  await checkout.complete()
  expect(await new HostPage(page).calls()).toMatchObject([{ name: 'onSuccess' }])
  await theirPage.goto(link)
  await expect(theirs.plans()).toHaveCount(0)
})

test('the buyer takes the request back while the colleague looks at it', async ({ page, browser }) => {
  const colleague = createColleague()
  const checkout = await openModal(page)
  await ask(checkout, colleague)
  const { checkout: theirs, link, page: theirPage } = await openMail(browser, colleague)
  await theirs.chooseTerms(/^Net 30/)
  await checkout.button('Take the request back').click()
  await heading(checkout, 'Choose your payment terms')
  await theirs.confirmTerms()
  await heading(theirs, 'The request was taken back')
  await theirPage.goto(link)
  await heading(theirs, 'The request was taken back')
  await expect(theirPage.getByText(/shop/i)).toHaveCount(0)
})

test('a buyer who reads Spanish is mailed in it, and so is the colleague they ask', async ({ browser }) => {
  const colleague = createColleague()
  const page = await (await browser.newContext({ locale: 'es-MX', baseURL: origins.shop })).newPage()
  const checkout = await openPage(page)
  await checkout.root.getByRole('textbox', { name: 'Código de seis dígitos' }).fill('000000')
  await checkout.button('Verificar').click()
  await checkout.button('Pedir la aprobación de un colega').click()
  await checkout.root.getByRole('textbox', { name: 'Correo de trabajo de su colega' }).fill(colleague)
  await checkout.button('Enviar solicitud').click()
  await heading(checkout, `Esperando a ${colleague}`)
  const theirs = await browser.newPage()
  await new Mailbox(theirs).linkTo(colleague)
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(/le pide que apruebe \$8,950\.00/)
})

test('a buyer whose page was out of sight hears of the answer as soon as they look again', async ({
  page,
  browser,
}) => {
  const colleague = createColleague()
  const checkout = await openPage(page)
  await ask(checkout, colleague)
  const seen = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
      document.dispatchEvent(new Event('visibilitychange'))
    }, isHidden)
  await seen(true)
  let reads = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/checkout/api/session')) reads += 1
  })
  await agree(await openMail(browser, colleague))
  expect(reads).toBe(0)
  await seen(false)
  await heading(checkout, 'Your order is approved')
})

test('a buyer who leaves while waiting hears that it is pending, and finds it waiting again', async ({
  page,
}) => {
  const colleague = createColleague()
  const order = createOrder()
  const host = new HostPage(page)
  const checkout = await host.checkout(order)
  await ask(checkout, colleague)
  await checkout.button('Back to shop').click()
  expect(await host.calls()).toMatchObject([{ name: 'onClose', data: { code: 'APPROVAL_PENDING' } }])
  const again = await host.checkout(order)
  await again.root.getByRole('textbox', { name: 'Six-digit code' }).fill('000000')
  await again.button('Verify').click()
  await heading(again, `Waiting for ${colleague}`)
})

test('what was typed is there after the network failed, and the question stands before it is lost', async ({
  page,
}) => {
  const colleague = createColleague()
  const checkout = await openModal(page)
  await checkout.verify()
  await checkout.button('Ask a colleague to approve').click()
  const email = checkout.root.getByRole('textbox', { name: 'Your colleague’s work email' })
  await checkout.button('Send request').click()
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription('Please enter your colleague’s work email.')
  await email.fill(colleague)
  await page.route('**/checkout/api/session/approval', (route) => route.abort(), { times: 1 })
  await checkout.button('Send request').click()
  await expect(checkout.root.getByText(/We could not reach BackdPay/).first()).toBeVisible()
  await expect(email).toHaveValue(colleague)
  await page.keyboard.press('Escape')
  await checkout.question().getByRole('button', { name: 'Stay' }).click()
  await expect(email).toHaveValue(colleague)
  await checkout.button('Send request').click()
  await heading(checkout, `Waiting for ${colleague}`)
})
