import { expect, test } from '@playwright/test'
import { createOrder, createRedirectMode } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'

const customerPage = new RegExp(`^${origins.backd}/checkout/`)

test('a customer chooses terms and comes back with both ids, the query and hash of the merchant kept', async ({
  page,
}) => {
  const order = createOrder({ mode: createRedirectMode() })
  await new HostPage(page).checkout(order)
  await page.waitForURL(customerPage)
  await new Checkout(page).complete(/^12 weekly/)

  await page.waitForURL(`${origins.host}/success**`)
  const url = new URL(page.url())
  expect([...url.searchParams]).toEqual([
    ['cart', '42'],
    ['backd_order_id', expect.stringMatching(/^BO-\d{8}-\w{8}$/)],
    ['merchant_order_id', order.merchant_order_id],
    ['backd_signature', expect.stringMatching(/^\d{10}\.[\da-f]{64}$/)],
  ])
  expect(url.hash).toBe('#thanks')
})

test('a customer who leaves comes back to the close URL with a message', async ({ page }) => {
  await new HostPage(page).checkout(createOrder({ mode: createRedirectMode() }))
  await page.waitForURL(customerPage)
  await new Checkout(page).close()

  await page.waitForURL(`${origins.host}/cart**`)
  const url = new URL(page.url())
  expect(url.searchParams.get('cart')).toBe('42')
  expect(url.searchParams.get('message')).toMatch(/\w+ \w+/)
  expect(url.hash).toBe('#items')
})

test('Done takes the customer back by itself', async ({ page }) => {
  await new HostPage(page).checkout(createOrder({ mode: createRedirectMode() }))
  await page.waitForURL(customerPage)
  const checkout = new Checkout(page)
  await checkout.chooseTerms(/^Net 60/)
  await checkout.confirmTerms()
  await page.waitForURL(`${origins.host}/success**`, { timeout: 30_000 })
})

test('a bad key reaches onFail, and the customer stays on the page', async ({ page }) => {
  const host = new HostPage(page)
  await host.checkout(
    createOrder({ merchant: { public_api_key: 'no-such-key', name: 'Nobody' }, mode: createRedirectMode() }),
  )
  expect(await host.calls()).toMatchObject([{ name: 'onFail', data: { code: 'INVALID_PUBLIC_KEY' } }])
  expect(page.url()).toBe(`${origins.host}/`)
})

test('a page on an origin that the merchant did not register reads in onFail which one to register', async ({
  page,
}) => {
  const host = new HostPage(page)
  await host.checkout(createOrder({ mode: createRedirectMode() }), { origin: origins.stranger })
  expect(await host.calls()).toMatchObject([
    {
      name: 'onFail',
      data: { code: 'ORIGIN_NOT_ALLOWED', message: expect.stringContaining(origins.stranger) },
    },
  ])
})

test('a bad key without onFail sends the customer to the close URL with a message', async ({ page }) => {
  const host = new HostPage(page)
  await host.checkout(
    createOrder({ merchant: { public_api_key: 'no-such-key', name: 'Nobody' }, mode: createRedirectMode() }),
    { options: { onFail: undefined } },
  )
  await page.waitForURL(`${origins.host}/cart**`)
  expect(new URL(page.url()).searchParams.get('message')).toBeTruthy()
})

test('a return URL on an origin that the merchant did not register is refused', async ({ page }) => {
  const host = new HostPage(page)
  await host.checkout(
    createOrder({ mode: { ...createRedirectMode(), order_success_url: 'https://evil.example/success' } }),
  )
  expect(await host.calls()).toMatchObject([
    {
      name: 'onFail',
      data: { code: 'INVALID_ORDER', message: expect.stringContaining('order_success_url') },
    },
  ])
  expect(page.url()).toBe(`${origins.host}/`)
})
