import { expect, type Page, test } from '@playwright/test'
import { hostPages } from '../fixtures/host-pages.ts'
import { createOrder, createRedirectMode } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
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

test('a page that takes the dialog out of its body hears onClose once, and scrolls again', async ({
  page,
}) => {
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder())
  await checkout.verify()
  // A single-page app that renders its body anew.
  await page.evaluate(() => document.body.replaceChildren(...document.querySelectorAll('main')))

  expect(await host.calls()).toEqual(leftByCustomer)
  await page.mouse.wheel(0, 500)
  await expect.poll(() => host.scrollTop()).toBeGreaterThan(0)
})

test('a callback that throws is reported as the page’s own error, and the checkout opens again', async ({
  page,
}) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const host = new HostPage(page)
  await host.open(createOrder())
  await page.evaluate(() => {
    window.options = {
      onClose(data: Record<string, unknown>) {
        window.calls.push({ name: 'onClose', data })
        throw new Error("the merchant's own fault")
      },
    }
  })
  const checkout = await host.pressButton()
  await checkout.close()
  expect(await host.calls()).toEqual(leftByCustomer)
  expect(errors).toEqual(["the merchant's own fault"])

  await host.pressButton()
  await checkout.verify()
})

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
