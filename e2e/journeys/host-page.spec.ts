import { expect, type Page, test } from '@playwright/test'
import { hostPages } from '../fixtures/host-pages.ts'
import { createOrder, createRedirectMode } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import type { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'

/** What the merchant's page itself may do, or forbid, around an open checkout. */

const leftByCustomer = [{ name: 'onClose', data: { message: expect.any(String), code: 'CUSTOMER_CLOSED' } }]

test("the browser's Back closes the checkout and stays on the page", async ({ page }) => {
  const host = new HostPage(page)
  await host.open(createOrder())
  await page.evaluate(() => history.pushState(undefined, '', '/cart'))
  const checkout = await host.pressButton()
  await checkout.verify()
  await page.goBack()

  expect(await host.calls()).toEqual(leftByCustomer)
  await expect(host.dialog()).toHaveCount(0)
  expect(page.url()).toBe(`${origins.host}/`)
})

for (const [how, take] of [
  ['renders its body anew', () => document.body.replaceChildren(...document.querySelectorAll('main'))],
  [
    'puts another body in place of its own',
    () => {
      const body = document.createElement('body')
      body.append(...document.querySelectorAll('main'))
      document.documentElement.replaceChild(body, document.body)
    },
  ],
  ['removes what it did not put there', () => document.body.lastElementChild?.remove()],
] as const) {
  test(`a page that ${how} hears onClose once, and scrolls again`, async ({ page }) => {
    const host = new HostPage(page)
    const checkout = await host.checkout(createOrder())
    await checkout.verify()
    await page.evaluate(take)

    expect(await host.calls()).toEqual(leftByCustomer)
    await expect(host.dialog()).toHaveCount(0)
    await host.expectScrolls()
  })
}

for (const [callback, end] of [
  ['onSuccess', (checkout: Checkout) => checkout.complete()],
  ['onClose', (checkout: Checkout) => checkout.close()],
] as const) {
  test(`an ${callback} that throws is reported as the page’s own error, and the checkout opens again`, async ({
    page,
  }) => {
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    const host = new HostPage(page)
    await host.open(createOrder())
    await page.evaluate((name) => {
      window.options = {
        [name](data: Record<string, unknown>) {
          window.calls.push({ name, data })
          throw new Error("the merchant's own fault")
        },
      }
    }, callback)
    const checkout = await host.pressButton()
    await end(checkout)
    expect(await host.calls()).toMatchObject([{ name: callback }])
    await expect.poll(() => errors).toEqual(["the merchant's own fault"])
    await expect(host.dialog()).toHaveCount(0)

    await page.evaluate((order) => {
      window.order = order
    }, createOrder())
    await host.pressButton()
    await checkout.verify()
  })
}

test.describe('under the strictest Content-Security-Policy, with Trusted Types', () => {
  test('the modal opens and completes without a violation', async ({ page }) => {
    const violations = await collectViolations(page)
    const host = new HostPage(page)
    const checkout = await host.checkout(createOrder(), { path: hostPages.strict })
    await checkout.complete()
    expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
    expect(violations).toEqual([])
  })

  test('a redirect leaves for the checkout without a violation', async ({ page }) => {
    const violations = await collectViolations(page)
    const host = new HostPage(page)
    await host.checkout(createOrder({ mode: createRedirectMode() }), { path: hostPages.strict })
    await page.waitForURL(`${origins.backd}/checkout/**`)
    expect(violations).toEqual([])
  })

  test('the policy is in force: a style of the page’s own is blocked', async ({ page }) => {
    const violations = await collectViolations(page)
    await new HostPage(page).open(createOrder(), { path: hostPages.strict })
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
    await expect.poll(() => violations).toEqual(['style-src-attr'])
  })
})

/** The directives that any document of the page, its frames included, ran into. */
async function collectViolations(page: Page): Promise<string[]> {
  const violations: string[] = []
  await page.exposeFunction('hearViolation', (directive: string) => void violations.push(directive))
  await page.addInitScript(() => {
    const hear = (window as unknown as { hearViolation(directive: string): void }).hearViolation
    document.addEventListener('securitypolicyviolation', (event) => hear(event.effectiveDirective))
  })
  return violations
}
