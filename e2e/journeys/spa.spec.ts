import { expect, type Page, test } from '@playwright/test'
import { origins } from '../fixtures/origins.ts'
import { createScales, listListeners } from '../fixtures/page-weight.ts'
import { Checkout } from '../models/checkout.ts'
import type { ShopMode } from '../models/shop.ts'
import { Storefront } from '../models/storefront.ts'

/** A single-page storefront on the npm package: what integrators of other checkouts complain about must not happen here. */

const modes: ShopMode[] = ['By server', 'Modal', 'Redirect']

for (const mode of modes) {
  test(`${mode}: a customer of the React storefront buys three MacBook Pro, and the server places the order`, async ({
    page,
  }) => {
    const shop = new Storefront(page)
    await shop.fillCart()
    await (await shop.checkout(mode)).complete(/^12 monthly/)
    await shop.resultPage()
    await expect(page.getByText('$8,950.00')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Cart 0 items' })).toBeVisible()

    // Told again, the server says the same.
    await page.reload()
    await shop.orderPage()
    const backd = page.getByRole('region', { name: 'At BackdPay' })
    await expect(backd.getByText('order_placed', { exact: true })).toBeVisible()
    await expect(backd.getByText('differs')).toHaveCount(0)
  })

  test(`${mode}: a customer of the React storefront who leaves is told so and finds the cart as it was`, async ({
    page,
  }) => {
    const shop = new Storefront(page)
    await shop.fillCart()
    await (await shop.checkout(mode)).close()
    await expect(shop.said()).toHaveText(/Your cart is as you left it\.$/)
    await page.getByRole('link', { name: 'Edit' }).click()
    await expect(page.getByRole('spinbutton', { name: 'Quantity of MacBook Pro' })).toHaveValue('3')
  })
}

test('a total that was changed in the browser is caught when the server places the order', async ({
  page,
}) => {
  const shop = new Storefront(page)
  await shop.cheat()
  await shop.fillCart()
  await (await shop.checkout('Modal')).complete()
  await expect(shop.heading()).toHaveText('We need to check your order')
  await expect(page.getByRole('main')).toContainText('8950.00')
})

test('an order that the server could not place is placed when the customer tries again', async ({ page }) => {
  const shop = new Storefront(page)
  await shop.fillCart()
  await page.route('**/api/orders/*/success', (route) => route.abort(), { times: 1 })
  await (await shop.checkout('Modal')).complete()
  await expect(shop.heading()).toHaveText('Your order is not placed yet')
  await page.getByRole('button', { name: 'Try again' }).click()
  await shop.resultPage()
})

test('a checkout that cannot be reached asks to try again, and the button does', async ({ page }) => {
  // Every time: pointing at the button has asked for it before.
  await page.route('**/checkout/modal**', (route) => route.abort())
  const shop = new Storefront(page)
  await shop.fillCart()
  const checkout = await shop.checkout('Modal')
  await expect(page.getByRole('alert').filter({ hasText: 'FRAME_UNREACHABLE' })).toContainText(
    'Please try again.',
    // After the eight seconds that the modal waits.
    { timeout: 20_000 },
  )
  await page.unroute('**/checkout/modal**')
  await shop.checkout('Modal')
  await checkout.verify()
})

test('what the server refuses is said at the field, and opens nothing', async ({ page }) => {
  const shop = new Storefront(page)
  await shop.fillCart()
  const city = page.getByRole('textbox', { name: 'City' })
  await city.fill('   ')
  await shop.payButton().click()
  await expect(page.getByRole('alert').filter({ hasText: 'city is missing' })).toBeVisible()
  await expect(city).toHaveAccessibleDescription('Billing: city is missing.')
  await expect(shop.dialog()).toHaveCount(0)
})

test('Enter in a field of the form opens BackdPay, as its button does', async ({ page }) => {
  const shop = new Storefront(page)
  await shop.fillCart()
  await page.getByRole('textbox', { name: 'City' }).press('Enter')
  await Checkout.inModal(page).verify()
})

test('a product and the cart say what they come to a month', async ({ page }) => {
  const shop = new Storefront(page)
  await page.goto(`${shop.origin}/products/ABC-123`)
  await expect(page.getByText('As low as $271.25 / month with BackdPay')).toBeVisible()
  await shop.fillCart()
  await page.getByRole('link', { name: 'Edit' }).click()
  await expect(page.getByText('As low as $809.23 / month with BackdPay')).toBeVisible()
  await page.getByRole('spinbutton', { name: 'Quantity of MacBook Pro' }).fill('1')
  await page.getByRole('spinbutton', { name: 'Quantity of MacBook Pro' }).press('Enter')
  await expect(page.getByText('As low as $809.23 / month with BackdPay')).toHaveCount(0)
  await expect(page.getByText(/As low as \$2\d\d\.\d\d \/ month with BackdPay/)).toBeVisible()
})

test('every page has an address of its own, a title, and the focus on its heading after a change of route', async ({
  page,
}) => {
  const shop = new Storefront(page)
  await page.goto(`${shop.origin}/products/CHR-410`)
  await expect(shop.heading()).toHaveText('Task chair')
  await expect(page).toHaveTitle('Task chair · Northwind Office Supply')
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(shop.heading()).toHaveText('Cart')
  await expect(shop.heading()).toBeFocused()
  await expect(page).toHaveTitle('Cart · Northwind Office Supply')

  await page.getByRole('spinbutton', { name: 'Quantity of Task chair' }).fill('4')
  await page.getByRole('spinbutton', { name: 'Quantity of Task chair' }).press('Enter')
  await expect(page.getByText('−$120.00')).toBeVisible()
  await page.reload()
  await expect(page.getByText('−$120.00')).toBeVisible()

  await page.goto(`${shop.origin}/nowhere`)
  await expect(shop.heading()).toHaveText('There is nothing here')
  await page.getByRole('link', { name: 'Script-tag shop' }).click()
  await page.waitForURL(`${origins.shop}/`)
  await page.getByRole('link', { name: 'React storefront' }).click()
  await expect(page).toHaveURL(`${shop.origin}/`)
})

test.describe('under StrictMode, in React’s development build', () => {
  test('a component that is mounted twice opens one checkout, and buys once', async ({ page }) => {
    const reads: string[] = []
    const told: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/api/storefront')) reads.push(request.url())
      if (/\/api\/orders\/.*\/success$/.test(request.url())) told.push(request.url())
    })
    const shop = new Storefront(page, origins.spaDevelopment)
    await shop.fillCart()
    // Else this would be the production build, where StrictMode does nothing.
    expect(reads).toHaveLength(2)
    const checkout = await shop.checkout('Modal')
    await checkout.verify()
    await expect(shop.dialog()).toHaveCount(1)
    await checkout.complete()
    await shop.resultPage()
    expect(new Set(told).size).toBe(1)
  })

  test('a button that is clicked twice asks for one order and opens one checkout', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => request.url().endsWith('/api/checkout') && asked.push(request.url()))
    const shop = new Storefront(page, origins.spaDevelopment)
    await shop.fillCart()
    await shop.payButton().dblclick()
    await Checkout.inModal(page).verify()
    await expect(shop.dialog()).toHaveCount(1)
    expect(asked).toHaveLength(1)
  })

  test('a page that is left while its order is still prepared opens nothing', async ({ page }) => {
    const shop = new Storefront(page, origins.spaDevelopment)
    await shop.fillCart()
    const held = await hold(page, '**/api/checkout')
    await shop.payButton().click()
    await held.reached
    await shop.navigate('/cart')
    await expect(shop.heading()).toHaveText('Cart')
    held.release()
    // Longer than the modal needs to appear once it has the order.
    await page.waitForTimeout(1_000)
    await expect(shop.dialog()).toHaveCount(0)

    await shop.navigate('/checkout')
    await expect(shop.said()).toBeEmpty()
    await (await shop.checkout('Modal')).verify()
  })

  test('a page that is left before the checkout is there takes its dialog along', async ({ page }) => {
    const shop = new Storefront(page, origins.spaDevelopment)
    await shop.fillCart()
    const held = await hold(page, '**/checkout/modal**')
    await shop.payButton().click()
    await held.reached
    await expect(shop.dialog()).toBeVisible()
    await shop.navigate('/cart')
    await expect(shop.dialog()).toHaveCount(0)
    held.release()

    await shop.navigate('/checkout')
    await (await shop.checkout('Modal')).verify()
  })
})

test.describe('a change of route while the checkout is open', () => {
  for (const [how, change] of [
    ['by the application', (shop: Storefront) => shop.navigate('/cart')],
    ["by the browser's Back", (shop: Storefront) => shop.page.goBack()],
  ] as const) {
    test(`${how} leaves no overlay, no scroll lock and no listener`, async ({ page }) => {
      await page.setViewportSize({ width: 1000, height: 300 })
      const shop = new Storefront(page)
      await shop.fillCart()
      // Effects run after the frame that shows the heading.
      await page.evaluate(
        () =>
          new Promise((resolve) =>
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
          ),
      )
      const before = await listListeners(page)
      const checkout = await shop.checkout('Modal')
      await checkout.verify()
      // It listens while it is open, or the count would count nothing.
      expect((await listListeners(page)).length).toBeGreaterThan(before.length)

      await change(shop)
      await expect(shop.heading()).toHaveText('Cart')
      await expect(shop.dialog()).toHaveCount(0)
      await page.mouse.move(500, 150)
      await expect
        .poll(async () => {
          // A turn of the wheel in the moment in which the page is set free is lost.
          await page.mouse.wheel(0, 200)
          return page.evaluate(() => window.scrollY)
        })
        .toBeGreaterThan(0)

      await shop.navigate('/checkout')
      await expect(shop.heading()).toHaveText('Checkout')
      await expect.poll(() => listListeners(page)).toEqual(before)
      // Nobody says that the shop closed a checkout which the customer has long forgotten.
      await expect(shop.said()).toBeEmpty()
    })
  }
})

test.describe(() => {
  // What is seen here is to hold each time (docs/adr/0034).
  test.describe.configure({ retries: 0 })

  test('fifty checkouts opened and closed leave neither nodes nor listeners nor memory', async ({ page }) => {
    test.setTimeout(300_000)
    const shop = new Storefront(page)
    await shop.fillCart()
    const weigh = await createScales(page)
    const cycle = async () => {
      await shop.payButton().click()
      await expect(Checkout.inModal(page).heading()).toBeVisible()
      await shop.navigate('/cart')
      await expect(shop.dialog()).toHaveCount(0)
      await shop.navigate('/checkout')
      await expect(shop.heading()).toHaveText('Checkout')
    }
    // What is made once and kept is there after a few.
    for (let time = 0; time < 5; time++) await cycle()
    const before = await weigh()
    for (let time = 5; time < 50; time++) await cycle()

    // A frame's last document may be let go a little later. One leaked in each cycle would be forty-five.
    await expect
      .poll(async () => {
        const after = await weigh()
        return {
          documents: after.documents - before.documents < 5,
          nodes: after.nodes - before.nodes < 45,
          listeners: after.listeners - before.listeners < 45,
          // React, the browser's own lists of requests and what drives it grow by a quarter of this.
          heap: after.heap - before.heap < 1_000_000,
        }
      })
      .toEqual({ documents: true, nodes: true, listeners: true, heap: true })
  })
})

/** Holds the next request to `url` back until it is released. */
async function hold(page: Page, url: string) {
  const reached = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  await page.route(
    url,
    async (route) => {
      reached.resolve()
      await released.promise
      // The page may have given it up meanwhile.
      await route.continue().catch(() => {})
    },
    { times: 1 },
  )
  return { reached: reached.promise, release: released.resolve }
}
