import { expect, test } from '@playwright/test'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createServerOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { HostPage } from '../models/host-page.ts'

/** An order that the merchant's server made, shown in the modal. */

type Api = ReturnType<typeof createMerchantApi>

async function createOnServer(api: Api, change: object = {}) {
  const order = createServerOrder(change)
  const { data } = await (await api.createOrder(order)).json()
  return { order, data, token: data.customer_url.split('/').at(-1) as string }
}

test('it is completed in the modal and then placed, though no total came from the browser', async ({
  page,
  request,
}) => {
  const api = createMerchantApi(request)
  const { order, data, token } = await createOnServer(api)
  const asked: string[] = []
  page.on('request', (sent) => asked.push(`${sent.url()} ${sent.headers()['referer'] ?? ''}`))
  const host = new HostPage(page)
  const checkout = await host.checkout({}, { options: { customerUrl: data.customer_url } })
  await checkout.complete()

  const { backd_order_id } = data
  const { merchant_order_id } = order
  expect(await host.calls()).toEqual([{ name: 'onSuccess', data: { backd_order_id, merchant_order_id } }])
  expect((await api.orderPlaced({ backd_order_id, merchant_order_id, order_total: 8950 })).status()).toBe(200)

  // Other scripts on the page see the addresses of its frames; none of them, and no Referer, holds the token.
  expect(asked.filter((address) => address.includes(token))).toEqual([])
  const seen = await page.evaluate(() => performance.getEntries().map(({ name }) => name))
  expect(seen.join('\n')).not.toContain(token)
})

test('it is closed and opened again, in the modal and as a page', async ({ page, request }) => {
  const { data } = await createOnServer(createMerchantApi(request))
  const host = new HostPage(page)
  const checkout = await host.checkout({}, { options: { customerUrl: data.customer_url } })
  await checkout.close()
  expect(await host.calls()).toMatchObject([{ name: 'onClose', data: { code: 'CUSTOMER_CLOSED' } }])
  await host.pressButton()
  await checkout.verify()
  await page.goto(data.customer_url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Verify it is you')
})

test('it is shown in the language that the page asks for', async ({ page, request }) => {
  const { data } = await createOnServer(createMerchantApi(request), { locale: 'en' })
  const checkout = await new HostPage(page).checkout(
    {},
    {
      options: { customerUrl: data.customer_url, locale: 'es' },
    },
  )
  await expect(checkout.heading()).toHaveText('Verifique que es usted')
})

test('a page that its merchant has not registered is told which origin to register, and shows no order', async ({
  page,
  request,
}) => {
  const { data } = await createOnServer(createMerchantApi(request))
  const host = new HostPage(page)
  const where = { origin: origins.stranger, options: { customerUrl: data.customer_url } }
  const checkout = await host.checkout({}, where)
  await expect(checkout.heading()).toBeVisible()
  await checkout.button('Close checkout').click()
  const message = expect.stringContaining(`register ${origins.stranger}`)
  expect(await host.calls()).toMatchObject([
    { name: 'onFail', data: { code: 'ORIGIN_NOT_ALLOWED', message } },
  ])
})

test('the page of a customer_url is framed by nobody', async ({ page, request }) => {
  const { data } = await createOnServer(createMerchantApi(request))
  await new HostPage(page).open({})
  const blocked = page.waitForEvent('console', (entry) =>
    /frame-ancestors|X-Frame-Options/i.test(entry.text()),
  )
  await page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src, title: 'framed' }))
  }, data.customer_url)
  await blocked
  await expect(page.frameLocator('iframe[title="framed"]').getByRole('heading', { level: 1 })).toHaveCount(0)
})
