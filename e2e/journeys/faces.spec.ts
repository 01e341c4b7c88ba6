import { expect, test } from '@playwright/test'
import { hostPages } from '../fixtures/host-pages.ts'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createOrder } from '../fixtures/orders.ts'
import { HostPage } from '../models/host-page.ts'

const faces = [
  ['the script tag', hostPages.scriptTag],
  ['the npm module', hostPages.npmModule],
] as const

for (const [face, path] of faces) {
  test(`with ${face}, a customer chooses terms, and the merchant hears onSuccess once with both ids`, async ({
    page,
    request,
  }) => {
    const host = new HostPage(page)
    const order = createOrder()
    const checkout = await host.checkout(order, { path })
    await checkout.complete(/^3 monthly/)

    const calls = await host.calls()
    expect(calls).toEqual([
      {
        name: 'onSuccess',
        data: {
          backd_order_id: expect.stringMatching(/^BO-\d{8}-\w{8}$/),
          merchant_order_id: order.merchant_order_id,
        },
      },
    ])
    const found = await createMerchantApi(request).findOrder(String(calls[0]?.data['backd_order_id']))
    expect((await found.json()).data).toMatchObject({ status: 'terms_selected', order_total: 8950 })
  })

  test(`with ${face}, a customer who closes reaches onClose once`, async ({ page }) => {
    const host = new HostPage(page)
    const checkout = await host.checkout(createOrder(), { path })
    await checkout.close()
    expect(await host.calls()).toEqual([
      { name: 'onClose', data: { message: expect.any(String), code: 'CUSTOMER_CLOSED' } },
    ])
    await expect(host.dialog()).toHaveCount(0)
  })
}
