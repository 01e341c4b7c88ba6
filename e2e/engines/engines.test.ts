import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hostPages } from '../fixtures/host-pages.ts'
import { createOrder, createRedirectMode } from '../fixtures/orders.ts'
import { origins, ports, sandboxMerchant } from '../fixtures/origins.ts'
import { browsers } from './browsers.ts'
import { startFirefox } from './firefox.ts'
import { startServers } from './servers.ts'
import { click, type Engine, pause, press, type Shown, see, type Tab, until } from './tab.ts'
import { startWebkit } from './webkit.ts'

/**
 * The main journeys in the engines that Playwright does not drive here. The merchant's page is on another site than
 * Backd, as in life, so these engines keep the two apart as they do for their users.
 */

let endServers: () => Promise<void>
before(async () => {
  endServers = await startServers()
})
after(() => endServers?.())

const starts: [engine: string, start: () => Promise<Engine>][] = [
  ['Firefox', () => startFirefox(browsers.firefox)],
  ['WebKit', () => startWebkit(browsers.webkitDriver, browsers.webkit, ports.webkitDriver)],
]

for (const [name, start] of starts) {
  describe(name, () => {
    let engine: Engine
    before(async () => {
      engine = await start()
    })
    after(async () => {
      console.log(`tried in ${engine?.name}`)
      await engine?.end()
    })

    test('the modal ends in onSuccess, once, and leaves the page as it was', async () => {
      const order = createOrder()
      const tab = await openHost(engine, order)
      await press(tab.page, 'Checkout with BackdPay')
      await complete(tab.frame)

      const [call, ...more] = await callsOf(tab)
      assert.equal(call?.name, 'onSuccess')
      assert.match(String(call.data['backd_order_id']), /^BO-\d{8}-\w{8}$/)
      assert.equal(call.data['merchant_order_id'], order.merchant_order_id)
      assert.deepEqual(more, [])
      await assertPageIsFree(tab)
    })

    test('the modal asks before it is left with Escape, and ends in onClose, once', async () => {
      const tab = await openHost(engine, createOrder())
      await press(tab.page, 'Checkout with BackdPay')
      await see(tab.frame, { role: 'textbox', name: 'Six-digit code' })
      await tab.press('Escape')
      await see(tab.frame, { role: 'dialog', name: 'Leave checkout?' })
      await press(tab.frame, 'Leave')

      assert.deepEqual(
        (await callsOf(tab)).map(({ name, data }) => [name, data['code']]),
        [['onClose', 'CUSTOMER_CLOSED']],
      )
      await assertPageIsFree(tab)
      // And it opens again.
      await press(tab.page, 'Checkout with BackdPay')
      await see(tab.frame, { role: 'textbox', name: 'Six-digit code' })
    })

    test('the redirect comes back to the success URL with both ids', async () => {
      const order = createOrder({ mode: createRedirectMode() })
      const tab = await openHost(engine, order)
      await press(tab.page, 'Checkout with BackdPay')
      await complete(tab.page)

      const url = await arrival(tab, '/success')
      assert.equal(url.searchParams.get('cart'), '42')
      assert.match(String(url.searchParams.get('backd_order_id')), /^BO-\d{8}-\w{8}$/)
      assert.equal(url.searchParams.get('merchant_order_id'), order.merchant_order_id)
      assert.equal(url.hash, '#thanks')
    })

    test('the redirect that is left comes back to the close URL with a message', async () => {
      const tab = await openHost(engine, createOrder({ mode: createRedirectMode() }))
      await press(tab.page, 'Checkout with BackdPay')
      await see(tab.page, { role: 'textbox', name: 'Six-digit code' })
      await press(tab.page, 'Close checkout')
      await press(tab.page, 'Leave')

      const url = await arrival(tab, '/cart')
      assert.match(String(url.searchParams.get('message')), /\w+ \w+/)
      assert.equal(url.hash, '#items')
    })

    test('in the React storefront the modal ends on the page of the order, which the server has placed', async () => {
      const tab = await openStorefront(engine)
      await press(tab.page, 'Checkout with BackdPay')
      await complete(tab.frame)
      await see(tab.page, { role: 'heading', name: 'Thank you, Joe' })
      assert.equal(new URL(await tab.url()).pathname, '/spa/result')
      assert.deepEqual(await leftOn(tab), nothing)
    })

    test('in the React storefront a customer who leaves finds the cart as it was, and the button at work', async () => {
      const tab = await openStorefront(engine)
      await press(tab.page, 'Checkout with BackdPay')
      await see(tab.frame, { role: 'textbox', name: 'Six-digit code' })
      await tab.press('Escape')
      await press(tab.frame, 'Leave')
      await until('what the shop says', () =>
        tab.evaluate<boolean>(
          `/Your cart is as you left it/.test(document.querySelector('#pay-status')?.textContent)`,
        ),
      )
      assert.deepEqual(await leftOn(tab), nothing)
      await press(tab.page, 'Checkout with BackdPay')
      await see(tab.frame, { role: 'textbox', name: 'Six-digit code' })
    })

    test('diagnose finds nothing where all is well, and the header to have where the policy forgets frame-src', async () => {
      assert.deepEqual(await diagnose(engine, hostPages.scriptTag), [])

      const [blocked, silent, ...more] = await diagnose(engine, hostPages.noFrames)
      assert.equal(blocked?.code, 'FRAME_SRC')
      assert.match(
        String(blocked?.change),
        /^Content-Security-Policy: .*; frame-src 'self' http:\/\/localhost:\d+$/,
      )
      assert.equal(silent?.code, 'FRAME')
      assert.deepEqual(more, [])
    })
  })
}

/** The bare merchant page, with the order that its button passes. */
async function openHost(engine: Engine, order: object): Promise<Tab> {
  const tab = await engine.open()
  await tab.goto(`${origins.farHost}/`)
  await tab.evaluate(`void (window.order = ${JSON.stringify(order)})`)
  return tab
}

/** The storefront on the npm package, with three MacBook Pro in the cart, at its checkout. */
async function openStorefront(engine: Engine): Promise<Tab> {
  const tab = await engine.open()
  await tab.goto(`${origins.shop}/spa/`)
  await press(tab.page, 'Add 3 to cart')
  await see(tab.page, { role: 'heading', name: 'Cart' })
  await tab.goto(`${origins.shop}/spa/checkout`)
  return tab
}

/** What diagnose finds on one of the merchant's pages, without what is fine. */
async function diagnose(engine: Engine, path: string): Promise<{ code: string; change: string }[]> {
  const tab = await engine.open()
  await tab.goto(`${origins.farHost}${path}`)
  const options = JSON.stringify({ publicKey: sandboxMerchant.publicKey })
  await tab.evaluate(`void window.widgetBackd.diagnose(${options}).then((found) => { window.found = found })`)
  await until('what diagnose found', () => tab.evaluate<boolean>('Boolean(window.found)'))
  return await tab.evaluate(`window.found.filter(({ level }) => level !== 'ok')`)
}

/** From the first screen to the last, with the code that the sandbox always takes. */
async function complete(checkout: Shown): Promise<void> {
  await (await see(checkout, { role: 'textbox', name: 'Six-digit code' })).type('000000')
  await press(checkout, 'Verify')
  await click(checkout, { role: 'radio' })
  await press(checkout, 'Continue')
  await click(checkout, { role: 'checkbox' })
  await press(checkout, 'Confirm terms')
  await press(checkout, 'Return to Northwind Office Supply')
}

interface Call {
  name: string
  data: Record<string, unknown>
}

/** Waits for the first callback, then a little longer, so that a second one would be seen. */
async function callsOf(tab: Tab): Promise<Call[]> {
  await until('a callback', () => tab.evaluate<boolean>('window.calls.length > 0'))
  await pause(300)
  return await tab.evaluate<Call[]>('window.calls')
}

/** No dialog, no scroll lock, and the focus on the button that opened it. */
async function assertPageIsFree(tab: Tab): Promise<void> {
  assert.deepEqual(await leftOn(tab), nothing)
  assert.equal(await tab.evaluate(`${hosts}.length`), 0)
  assert.equal(await tab.evaluate('document.activeElement.textContent'), 'Checkout with BackdPay')
}

const hosts = '[...document.body.children].filter(({ shadowRoot }) => shadowRoot)'

/** What is seen of the modal on the merchant's page. A button that preloads may have another ready, closed. */
const leftOn = (tab: Tab) =>
  tab.evaluate(`({
    open: ${hosts}.filter(({ shadowRoot }) => shadowRoot.querySelector('dialog')?.open).length,
    sheets: document.adoptedStyleSheets.length,
    overflow: getComputedStyle(document.documentElement).overflowY,
  })`)

const nothing = { open: 0, sheets: 0, overflow: 'visible' }

async function arrival(tab: Tab, path: string): Promise<URL> {
  return await until(`${origins.host}${path}`, async () => {
    const url = new URL(await tab.url())
    return url.origin === origins.host && url.pathname === path && url
  })
}
