import { expect, test } from '@playwright/test'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createBilling, createServerOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { Mailbox } from '../models/mailbox.ts'

test('an order that the server made is completed at its customer_url and then placed', async ({
  page,
  request,
}) => {
  const api = createMerchantApi(request)
  const order = createServerOrder()
  const created = (await (await api.createOrder(order)).json()).data
  expect(created).toMatchObject({ status: 'order_created', order_total: 8950, notified_customer: false })

  await page.goto(created.customer_url)
  await new Checkout(page).complete(/^6 monthly/)
  await page.waitForURL(`${origins.host}/success**`)
  expect(new URL(page.url()).searchParams.get('backd_order_id')).toBe(created.backd_order_id)

  const ids = { backd_order_id: created.backd_order_id, merchant_order_id: order.merchant_order_id }
  const placed = await api.orderPlaced({ ...ids, order_total: 8950 })
  expect((await placed.json()).data).toMatchObject({ status: 'order_placed' })
  expect((await (await api.findOrder(created.backd_order_id)).json()).data).toMatchObject({
    ...ids,
    status: 'order_placed',
    order_total: 8950,
    refunds: [],
  })
})

test('a customer who is mailed the link finds it in the sandbox mailbox', async ({ page, request }) => {
  // Whose mails the other journeys, which run beside this one, don't add to.
  const { email } = createBilling()
  const order = createServerOrder({ notify_customer: true, customer_email: email })
  const created = (await (await createMerchantApi(request).createOrder(order)).json()).data
  expect(created.notified_customer).toBe(true)

  expect(await new Mailbox(page).linkTo(email)).toBe(created.customer_url)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Northwind Office Supply')
})

test('a link that names no order says so', async ({ page }) => {
  const response = await page.goto(`${origins.backd}/checkout/${'A'.repeat(43)}`)
  expect(response?.status()).toBe(404)
  await expect(new Checkout(page).heading()).toBeVisible()
})
