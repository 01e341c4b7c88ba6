import { expect, type Page, test } from '@playwright/test'
import { hostPages } from '../fixtures/host-pages.ts'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createBilling, createOrder, createServerOrder } from '../fixtures/orders.ts'
import { origins, sandboxMerchant } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'
import { Mailbox } from '../models/mailbox.ts'

/** The checkout loaded ahead, in a frame that nobody sees until the click. */

const ORDERS = '/checkout/api/orders'
const FRAME = '/checkout/api/session/frame'

/** A page on another site than Backd's, and what it asks Backd for. */
async function openPage(page: Page, order: object, path: keyof typeof hostPages = 'scriptTag') {
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', ({ message }) => complaints.push(message))
  const host = new HostPage(page)
  await host.open(order, { origin: origins.farHost, path: hostPages[path] })
  const countOf = (path: string) => asked.filter((one) => one === path).length
  return { host, countOf, complaints }
}

const preload = (page: Page, options: object) =>
  page.evaluate((given) => window.widgetBackd?.preload(given), options)

/** Whether the hidden checkout has said that it stands. It has no role before it is shown, so this looks at what is there. */
const isWarm = (page: Page) =>
  page.waitForFunction(() => {
    const root = document.body.lastElementChild?.shadowRoot
    return root?.querySelector('iframe') && !root.querySelector('button')
  })

const frames = (page: Page) => page.frames().filter((frame) => frame.url().includes('/checkout/modal')).length

async function prepare(page: Page, options: object, path = ORDERS) {
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === path)
  await preload(page, options)
  await (await answered).finished()
  await isWarm(page)
  // The frame has read the answer when it can answer in turn.
  await page
    .frames()
    .at(-1)
    ?.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
}

test('without an order it makes none, and the page is as it was', async ({ page }) => {
  const { host, countOf, complaints } = await openPage(page, createOrder())
  await host.opener().focus()
  const before = await page.ariaSnapshot()
  await preload(page, { publicKey: sandboxMerchant.publicKey })
  await isWarm(page)
  // Longer than anybody waits for a checkout that is being opened.
  await page.waitForTimeout(9_000)

  expect(frames(page)).toBe(1)
  expect(countOf(ORDERS)).toBe(0)
  await expect(host.opener()).toBeFocused()
  expect(await page.ariaSnapshot()).toBe(before)
  await expect(host.dialog()).toHaveCount(0)
  await host.expectScrolls()

  const checkout = await host.pressButton()
  await checkout.complete()
  expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
  expect(countOf(ORDERS)).toBe(1)
  expect(complaints).toEqual([])
})

test('with the order the click shows its terms and makes no order again', async ({ page }) => {
  const order = createOrder()
  const { host, countOf } = await openPage(page, order)
  await host.opener().focus()
  await prepare(page, { order })
  await expect(host.opener()).toBeFocused()

  // In the task of the click, not after it.
  // And a customer's click: the browser gives no frame of another site the focus for a script's.
  const isOpen = page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => resolve(document.body.lastElementChild?.shadowRoot?.querySelector('dialog')?.open)
        document.querySelector('button')?.addEventListener('click', look)
      }),
  )
  await host.opener().click()
  expect(await isOpen).toBe(true)
  const checkout = Checkout.inModal(page)
  await expect(checkout.heading()).toHaveText('Verify it is you')
  await expect(checkout.heading()).toBeFocused()
  await checkout.complete()
  expect(await host.calls()).toMatchObject([
    { name: 'onSuccess', data: { merchant_order_id: order.merchant_order_id } },
  ])
  expect(countOf(ORDERS)).toBe(1)
  await expect.poll(() => frames(page)).toBe(0)
})

test('a server’s order is prepared, too', async ({ page, request }) => {
  const { data } = await (await createMerchantApi(request).createOrder(createServerOrder())).json()
  const { host, countOf } = await openPage(page, {})
  await prepare(page, { customerUrl: data.customer_url }, FRAME)
  await page.evaluate((customerUrl) => {
    window.options = { customerUrl }
  }, data.customer_url)
  await (await host.pressButton()).complete()
  expect([countOf(ORDERS), countOf(FRAME)]).toEqual([0, 1])
  expect(await host.calls()).toMatchObject([
    { name: 'onSuccess', data: { backd_order_id: data.backd_order_id } },
  ])
})

test('no code is mailed before the click', async ({ page, context }) => {
  const billing = createBilling()
  const order = createOrder({ billing })
  const { host, countOf } = await openPage(page, order)
  await prepare(page, { order })
  await page.waitForTimeout(1_000)
  expect(countOf('/checkout/api/session/code')).toBe(0)
  const mailbox = await context.newPage()
  await mailbox.goto(`${origins.backd}/sandbox/mailbox`)
  await expect(mailbox.getByRole('link', { name: billing.email })).toHaveCount(0)

  await page.bringToFront()
  const checkout = await host.pressButton()
  await expect(checkout.codeField()).toBeVisible()
  await expect.poll(() => countOf('/checkout/api/session/code')).toBe(1)
  expect(await new Mailbox(mailbox).codeTo(billing.email)).toMatch(/^\d{6}$/)
})

test('another order on the click is the one that is opened', async ({ page }) => {
  const prepared = createOrder()
  const wanted = createOrder({ order_total: 9050, shipping_amount: 150 })
  const { host, countOf } = await openPage(page, wanted)
  await prepare(page, { order: prepared })
  const checkout = await host.pressButton()
  await checkout.verify()
  await expect(checkout.root.getByText('$9,050.00').first()).toBeVisible()
  await checkout.complete()
  expect(countOf(ORDERS)).toBe(2)
  expect(await host.calls()).toMatchObject([
    { name: 'onSuccess', data: { merchant_order_id: wanted.merchant_order_id } },
  ])
})

test('what could not be loaded is opened as if it had not been asked for, without a word', async ({
  page,
  context,
}) => {
  const order = createOrder()
  const { host, complaints } = await openPage(page, order)
  await context.setOffline(true)
  await preload(page, { order })
  await page.waitForTimeout(500)
  await context.setOffline(false)
  // The browser itself writes down that it could not load the frame; we add nothing.
  expect(complaints.filter((text) => /BackdPay/.test(text))).toEqual([])
  await (await host.pressButton()).complete()
  expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
})

test('prepared, and then the page goes offline: the order is shown, and choosing can be tried again', async ({
  page,
  context,
}) => {
  const order = createOrder()
  const { host } = await openPage(page, order)
  await prepare(page, { order })
  await context.setOffline(true)
  const checkout = await host.pressButton()
  await expect(checkout.heading()).toHaveText('Verify it is you')
  await context.setOffline(false)
  await checkout.complete()
  expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
})

test('a click while it is still loading is no second frame, and no second order', async ({ page }) => {
  const order = createOrder()
  const { host, countOf } = await openPage(page, order)
  await page.evaluate((given) => {
    window.widgetBackd?.preload({ order: given as never })
    window.widgetBackd?.preload({ order: given as never })
    document.querySelector('button')?.click()
    document.querySelector('button')?.click()
  }, order)
  await Checkout.inModal(page).verify()
  expect([frames(page), countOf(ORDERS), countOf('/checkout/modal')]).toEqual([1, 1, 1])
  expect(await page.evaluate(() => window.calls)).toEqual([])
  await page.evaluate(() => window.handle.close())
  expect(await host.calls()).toMatchObject([{ name: 'onClose', data: { code: 'MERCHANT_CLOSED' } }])
  await expect.poll(() => frames(page)).toBe(0)
})

test('twice, and with the order once it is known, is one frame', async ({ page }) => {
  const order = createOrder()
  const { host, countOf } = await openPage(page, order)
  const { publicKey } = sandboxMerchant
  await preload(page, { publicKey })
  await isWarm(page)
  await prepare(page, { order })
  await preload(page, { order })
  await preload(page, { publicKey })
  await (await host.pressButton()).verify()
  expect([frames(page), countOf(ORDERS), countOf('/checkout/modal')]).toEqual([1, 1, 1])
})

test('the strictest policy lets it', async ({ page }) => {
  const order = createOrder()
  const { host, countOf, complaints } = await openPage(page, order, 'strict')
  await prepare(page, { order })
  await (await host.pressButton()).complete()
  expect([countOf(ORDERS), countOf('/checkout/modal')]).toEqual([1, 1])
  expect(complaints).toEqual([])
})

test('a page that may have no frames hears of it on the click alone', async ({ page }) => {
  const order = createOrder()
  const { host } = await openPage(page, order, 'noFrames')
  await preload(page, { order })
  await page.waitForTimeout(500)
  expect(await page.evaluate(() => window.calls)).toEqual([])
  await host.opener().click()
  expect(await host.calls()).toMatchObject([{ name: 'onFail', data: { code: 'FRAME_UNREACHABLE' } }])
})

test('leaving the page releases it, and coming back finds the button at work', async ({ page }) => {
  const order = createOrder()
  const { host } = await openPage(page, order)
  await prepare(page, { order })
  await page.goto(`${origins.farHost}/elsewhere`)
  await page.goBack()
  await page.evaluate((given) => {
    window.order = given
    window.options = {}
  }, order)
  await expect.poll(() => frames(page)).toBe(0)
  await (await host.pressButton()).complete()
  expect(await host.calls()).toMatchObject([{ name: 'onSuccess' }])
})

test.describe(() => {
  // What is seen here is to hold each time (docs/adr/0034).
  test.describe.configure({ retries: 0 })

  test('fifty times loaded, opened and closed leave no node and no listener', async ({ page }) => {
    test.slow()
    const order = createOrder()
    await openPage(page, order)
    const devtools = await page.context().newCDPSession(page)
    const round = async () => {
      await preload(page, { publicKey: sandboxMerchant.publicKey })
      await isWarm(page)
      await page.evaluate(() => {
        document.querySelector('button')?.click()
        window.handle.close()
      })
    }
    const count = async () => {
      await devtools.send('HeapProfiler.collectGarbage')
      const { nodes, jsEventListeners, documents } = await devtools.send('Memory.getDOMCounters')
      return { nodes, jsEventListeners, documents }
    }
    for (let turn = 0; turn < 3; turn++) await round()
    const before = await count()
    for (let turn = 0; turn < 50; turn++) await round()
    // A frame's last document may be let go a little later. One leaked in each round would be fifty.
    await expect
      .poll(async () => {
        const after = await count()
        return {
          listeners: after.jsEventListeners <= before.jsEventListeners + 2,
          nodes: after.nodes <= before.nodes + 20,
          documents: after.documents <= before.documents + 1,
        }
      })
      .toEqual({ listeners: true, nodes: true, documents: true })
    expect(await page.evaluate(() => window.calls.length)).toBe(53)
  })
})
