import { expect, type Page, test } from '@playwright/test'
import { readPrinted } from '../fixtures/documentation.ts'
import { hostPages } from '../fixtures/host-pages.ts'
import { createOrder, createRedirectMode } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'

/** The headers that docs/guide/content-security-policy.md prints, on a page of their own, with nothing else allowed. */
const page = 'docs/guide/content-security-policy.md'
const printed = (index: number) => readPrinted(page, 'http', index).trim().split(': ') as [string, string]

// A page that the test itself answers with has no address, so Chromium would keep it from what is on this machine.
test.use({ permissions: ['local-network-access'] })

for (const [title, index, path, nonce] of [
  ['the script tag', 0, hostPages.scriptTag, ''],
  ['the script tag with a nonce', 1, hostPages.scriptTag, 'c3VyZQ=='],
  ['the npm package', 2, hostPages.npmModule, ''],
] as const) {
  test(`under the printed policy of ${title} the modal completes without a violation`, async ({ page }) => {
    await serveUnder(page, path, printed(index), nonce)
    const violations = await listen(page)
    const host = new HostPage(page)
    const checkout = await host.checkout(createOrder(), { path })
    await checkout.complete()
    expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
    expect(violations).toEqual([])
  })
}

for (const index of [0, 1]) {
  test(`printed policy ${index + 1} lets a redirect leave for the checkout`, async ({ page }) => {
    await serveUnder(page, hostPages.scriptTag, printed(index), index ? 'c3VyZQ==' : '')
    const host = new HostPage(page)
    await host.open(createOrder({ mode: createRedirectMode() }))
    await host.opener().click()
    await page.waitForURL(`${origins.backd}/checkout/**`)
    await new Checkout(page).verify()
  })
}

/** Serves a page of the bare merchant under one more header; its scripts carry the nonce, if the policy wants one. */
async function serveUnder(page: Page, path: string, [name, value]: [string, string], nonce: string) {
  await page.route(`${origins.host}${path}`, async (route) => {
    const response = await route.fetch()
    const body = await response.text()
    await route.fulfill({
      response,
      headers: { ...response.headers(), [name.toLowerCase()]: value },
      body: nonce ? body.replaceAll('<script', `<script nonce="${nonce}"`) : body,
    })
  })
}

/** Collects what the browser blocks on any page from here on. */
async function listen(page: Page): Promise<string[]> {
  const violations: string[] = []
  await page.exposeFunction('tellViolation', (directive: string) => violations.push(directive))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      Object(window).tellViolation(`${effectiveDirective} ${blockedURI}`),
    )
  })
  return violations
}
