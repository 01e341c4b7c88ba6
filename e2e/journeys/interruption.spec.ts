import { expect, test } from '@playwright/test'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createOrder, createServerOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'

/** What is seen here is to hold each time (docs/adr/0034). */
test.describe.configure({ retries: 0 })

test('a page reloaded in the middle goes on, and reloaded at the end says that it is done', async ({
  page,
  request,
}) => {
  const order = createServerOrder()
  const { customer_url } = (await (await createMerchantApi(request).createOrder(order)).json()).data
  await page.goto(customer_url)
  const checkout = new Checkout(page)
  await checkout.chooseTerms(/^Net 30/)
  await page.reload()
  await checkout.chooseTerms(/^Net 30/)
  await checkout.confirmTerms()
  await expect(checkout.button(/^Return to/)).toBeVisible()
  await page.reload()
  await checkout.returnToMerchant()
  await page.waitForURL(`${origins.host}/success**`)
})

test('the same order opened again in the modal is the same order, and once chosen it succeeds again', async ({
  page,
}) => {
  const host = new HostPage(page)
  const order = createOrder()
  await (await host.checkout(order)).close()
  await host.calls()

  await (await host.checkout(order)).complete()
  const [first] = await host.calls()

  await (await host.checkout(order)).returnToMerchant()
  expect(await host.calls()).toEqual([first])
})

test('an order changed after its terms were chosen is another order, with terms of its own', async ({
  page,
}) => {
  const host = new HostPage(page)
  const order = createOrder()
  await (await host.checkout(order)).complete()
  const [first] = await host.calls()

  await (await host.checkout({ ...order, tax_amount: 0, order_total: 8850 })).complete()
  const [second] = await host.calls()
  expect(second).toMatchObject({ name: 'onSuccess', data: { merchant_order_id: order.merchant_order_id } })
  expect(second?.data['backd_order_id']).not.toBe(first?.data['backd_order_id'])
})

test('an answer that takes 30 seconds is waited for calmly, then asked for again, and selects once', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000)
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder())
  await checkout.chooseTerms(/^Net 30/)
  let isSlow = true
  await page.route('**/checkout/api/session/terms', async (route) => {
    if (!isSlow) return route.continue()
    // The API does its work; its answer is what is late.
    const answer = await route.fetch()
    await new Promise((resolve) => setTimeout(resolve, 30_000))
    await route.fulfill({ response: answer }).catch(() => {})
  })
  await checkout.confirmTerms()
  await expect(checkout.root.getByText('Still working. This takes longer than usual.').first()).toBeVisible({
    timeout: 20_000,
  })
  await expect(checkout.button('Try again')).toBeVisible({ timeout: 40_000 })
  isSlow = false
  await checkout.button('Try again').click()
  await checkout.returnToMerchant()
  const [call] = await host.calls()
  const found = await createMerchantApi(request).findOrder(String(call?.data['backd_order_id']))
  expect((await found.json()).data).toMatchObject({ status: 'terms_selected' })
})

test('an order finished in another tab is shown as done in the first', async ({ page, context, request }) => {
  const { customer_url } = (await (await createMerchantApi(request).createOrder(createServerOrder())).json())
    .data
  await page.goto(customer_url)
  const first = new Checkout(page)
  await first.chooseTerms(/^Net 30/)
  const other = await context.newPage()
  await other.goto(customer_url)
  const second = new Checkout(other)
  await second.chooseTerms(/^3 monthly/)
  await second.confirmTerms()
  await expect(second.button(/^Return to/)).toBeVisible()

  await first.confirmTerms()
  await expect(first.heading()).toHaveText('Your payment terms were already confirmed')
  await expect(first.root.getByText('3 monthly payments')).toBeVisible()
})

test('the comparison stays where its file did not come, says so when pressed, and comes when it can', async ({
  page,
}) => {
  const file = '**/checkout/assets/later-*'
  const asked: string[] = []
  await page.route(file, (route) => {
    asked.push(new URL(route.request().url()).search)
    return route.abort()
  })
  const checkout = await new HostPage(page).checkout(createOrder())
  await checkout.verify()
  const compare = checkout.button('Compare all terms')
  await compare.click()
  await expect(checkout.root.getByText('Please check your connection and try again.')).toBeVisible()
  await page.unroute(file)
  await compare.click()
  await expect(checkout.root.getByRole('table')).toBeVisible()
  expect(asked[0]).toBe('')
  expect(asked.at(-1)).toMatch(/^\?\d+$/)
})

test('a colleague can be asked where a file did not come: the form can be tried again', async ({ page }) => {
  const file = '**/checkout/assets/{later,handover}-*'
  await page.route(file, (route) => route.abort())
  const checkout = await new HostPage(page).checkout(createOrder())
  await checkout.verify()
  await checkout.button('Ask a colleague to approve').click()
  await expect(checkout.heading()).toHaveText('We could not reach BackdPay')
  await page.unroute(file)
  await checkout.button('Try again').click()
  await expect(checkout.heading()).toHaveText('Ask a colleague to approve')
})

for (const ending of ['fails', 'never ends'] as const) {
  test(`a customer whose next screen’s file ${ending} is asked before the checkout is left, and can go back`, async ({
    page,
  }) => {
    await page.route('**/checkout/assets/later-*', (route) =>
      ending === 'fails' ? route.abort() : undefined,
    )
    const host = new HostPage(page)
    const checkout = await host.checkout(createOrder())
    await checkout.verify()
    await checkout.plan(/^Net 30/).check()
    await checkout.button('Continue').click()
    // After 15 s a file that is still on its way counts as not coming.
    await expect(checkout.heading()).toHaveText('We could not reach BackdPay', { timeout: 60_000 })
    await page.keyboard.press('Escape')
    await checkout.question().getByRole('button', { name: 'Stay' }).click()
    await expect(checkout.question()).toBeHidden()
    await checkout.button('Back').click()
    await expect(checkout.plan(/^Net 30/)).toBeChecked()
    await checkout.button('Close checkout').click()
    await checkout.leave()
    expect(await host.calls()).toMatchObject([{ name: 'onClose', data: { code: 'CUSTOMER_CLOSED' } }])
  })
}
