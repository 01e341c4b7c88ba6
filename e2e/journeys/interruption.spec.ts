import { expect, test } from '@playwright/test'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createOrder, createServerOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'

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
