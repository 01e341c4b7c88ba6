import { expect, test } from '@playwright/test'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createServerOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'

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
  const order = createServerOrder({ notify_customer: true, customer_email: 'joedoe@123fakestreet.com' })
  const created = (await (await createMerchantApi(request).createOrder(order)).json()).data
  expect(created.notified_customer).toBe(true)

  await page.goto(`${origins.backd}/sandbox/mailbox`)
  await page
    .getByRole('link', { name: /Northwind Office Supply/ })
    .first()
    .click()
  await expect(page.locator('iframe').contentFrame().getByRole('link').first()).toBeVisible()
})

test('a link that names no order says so', async ({ page }) => {
  const response = await page.goto(`${origins.backd}/checkout/${'A'.repeat(43)}`)
  expect(response?.status()).toBe(404)
  await expect(new Checkout(page).heading()).toBeVisible()
})
