import { expect, type Frame, type Page, test } from '@playwright/test'
import { createOrder, createRedirectMode } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { goBackTo, noteOn, withReturns } from '../fixtures/returning-browser.ts'
import { withoutStorage } from '../fixtures/strict-browser.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'

/** Pages and browsers that other checkouts do not stand. */

test('a page whose styles unset, hide, move and cover everything cannot reach the checkout', async ({
  page,
}) => {
  const host = new HostPage(page)
  await host.open(createOrder())
  await page.addStyleTag({
    content: `
      * { all: unset !important; }
      div, dialog, iframe { display: none !important; }
      html { overflow: scroll !important; }
      body { transform: translateX(300px) scale(0.5); filter: blur(0); contain: strict; will-change: transform; }
      main { display: block !important; position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; background: #fff !important; }`,
  })
  await host.opener().press('Enter')
  const checkout = Checkout.inModal(page)
  await checkout.verify()
  const { width, height } = (await host.dialog().boundingBox()) ?? { width: 0, height: 0 }
  expect([width, height]).toEqual([960, expect.any(Number)])
  expect(height).toBeGreaterThan(600)
  // Each click is on what is really on top, or it would time out.
  await checkout.complete()
  expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
})

test.describe("above the page's own open modal dialog", () => {
  const own = (page: Page) => page.getByRole('dialog', { name: 'Your cart' })

  /** The button is in the page's dialog, which keeps the focus in it as libraries do. */
  async function openOwn(page: Page): Promise<HostPage> {
    const host = new HostPage(page)
    await host.open(createOrder())
    await page.evaluate(() => {
      const dialog = document.createElement('dialog')
      dialog.ariaLabel = 'Your cart'
      dialog.append(document.querySelector('button') as Node)
      document.body.append(dialog)
      dialog.showModal()
      document.addEventListener('focusin', (event) => {
        if (dialog.open && !dialog.contains(event.target as Node)) dialog.querySelector('button')?.focus()
      })
    })
    return host
  }

  test('the checkout takes clicks, keys and the focus, and gives the focus back to the button in it', async ({
    page,
  }) => {
    const host = await openOwn(page)
    const checkout = await host.pressButton()
    await checkout.verify()
    await checkout.plan(/^Net 60/).press('Space')
    await expect(checkout.plan(/^Net 60/)).toBeChecked()
    await expect(checkout.plan(/^Net 60/)).toBeFocused()
    await checkout.complete(/^Net 60/)
    expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
    await expect(own(page)).toBeVisible()
    await expect(host.opener()).toBeFocused()
  })

  test('Escape is for the checkout alone, then for the page’s dialog', async ({ page }) => {
    const host = await openOwn(page)
    const checkout = await host.pressButton()
    await checkout.verify()
    await page.keyboard.press('Escape')
    await checkout.leave()
    expect(await host.calls()).toMatchObject([{ name: 'onClose', data: { code: 'CUSTOMER_CLOSED' } }])
    await expect(own(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(own(page)).toBeHidden()
  })
})

test.describe('a shop in a frame of another page', () => {
  /** Puts the shop into a frame of the page that `around` shows, and presses its button. */
  async function openIn(page: Page, around: string): Promise<Frame> {
    await page.goto(around)
    await page.evaluate((src) => {
      const frame = Object.assign(document.createElement('iframe'), { src, width: '1000', height: '660' })
      document.body.replaceChildren(frame)
    }, `${origins.host}/shop`)
    await expect.poll(() => page.frame({ url: `${origins.host}/shop` })).toBeTruthy()
    const shop = page.frame({ url: `${origins.host}/shop` }) as Frame
    await shop.evaluate((order) => Object.assign(window, { order }), createOrder())
    await shop.getByRole('button', { name: 'Checkout with BackdPay' }).click()
    return shop
  }
  const calls = (shop: Frame) => shop.evaluate(() => window.calls)

  test('opens the checkout where the page around it is registered, too', async ({ page }) => {
    const shop = await openIn(page, origins.farHost)
    const checkout = new Checkout(shop.frameLocator('iframe[title="BackdPay checkout"]'))
    await checkout.complete()
    await expect.poll(() => calls(shop)).toMatchObject([{ name: 'onSuccess' }])
  })

  test('is told whose page keeps the checkout away where it is not', async ({ page }) => {
    const blocks: string[] = []
    page.on('console', (message) => {
      if (message.text().startsWith('BackdPay diagnose')) blocks.push(message.text())
    })
    const shop = await openIn(page, origins.stranger)
    await expect
      .poll(() => calls(shop), { timeout: 20_000 })
      .toMatchObject([{ name: 'onFail', data: { code: 'FRAME_UNREACHABLE' } }])
    await expect.poll(() => blocks).toHaveLength(1)
    expect(blocks[0]).toContain(
      `error FRAME: A page around this one may not show the checkout.\n  -> Register, too: ${origins.stranger}`,
    )
  })
})

test('a browser that keeps storage from frames of other sites buys all the same', async () => {
  await withoutStorage('third-party', async (page) => {
    const host = new HostPage(page)
    const checkout = await host.checkout(createOrder(), { origin: origins.farHost })
    await checkout.verify()
    const frame = page.frames().find((one) => one.url().startsWith(`${origins.backd}/checkout/modal`))
    await expect(frame?.evaluate(() => localStorage.length)).rejects.toThrow('Access is denied')
    await checkout.complete()
    expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
  })
})

test.describe('a page that comes back from the back/forward cache', () => {
  test('after a redirect has a button that leads to the checkout again', async () => {
    await withReturns(async (page) => {
      const host = new HostPage(page)
      await host.open(createOrder({ mode: createRedirectMode() }))
      await noteOn(page)
      await host.opener().click()
      await page.waitForURL(`${origins.backd}/checkout/**`)
      await expect(new Checkout(page).heading()).toBeVisible()
      expect(await goBackTo(page, origins.host)).toBe(true)
      await host.opener().click()
      await page.waitForURL(`${origins.backd}/checkout/**`)
      await new Checkout(page).verify()
    })
  })

  test('and was left with the checkout open hears onClose, scrolls, and opens it again', async () => {
    await withReturns(async (page) => {
      const host = new HostPage(page)
      const checkout = await host.checkout(createOrder())
      await checkout.verify()
      await noteOn(page)
      await page.goto(`${origins.host}/elsewhere`)
      expect(await goBackTo(page, origins.host)).toBe(true)
      expect(await host.calls()).toMatchObject([{ name: 'onClose', data: { code: 'CUSTOMER_CLOSED' } }])
      await expect(host.dialog()).toHaveCount(0)
      await host.expectScrolls()
      await host.opener().click()
      await checkout.verify()
    })
  })
})
