import { expect, type FrameLocator, type Page, test } from '@playwright/test'
import { createOrder, createRedirectMode } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { HostPage } from '../models/host-page.ts'

const crimson = { accent: '#c41e3a', radius: 'none', fontFamily: 'Georgia, serif', colorScheme: 'light' }

/** What the browser makes of the checkout's main button and its page. */
async function lookOf(root: FrameLocator | Page) {
  const button = root.getByRole('button', { name: /^(Verify|Continue)$/ })
  await expect(button).toBeVisible()
  return button.evaluate((element) => {
    const own = getComputedStyle(element)
    const page = getComputedStyle(document.documentElement)
    return {
      background: own.backgroundColor,
      radius: own.borderStartStartRadius,
      font: own.fontFamily.split(',')[0],
      surface: page.backgroundColor,
      scheme: page.colorScheme,
    }
  })
}

const worn = {
  background: 'rgb(196, 30, 58)',
  radius: '0px',
  font: 'Georgia',
  surface: 'rgb(255, 255, 255)',
  scheme: 'light',
}

test.describe('on a dark device', () => {
  test.use({ colorScheme: 'dark' })

  test('the modal wears the merchant’s look, and the scheme it asks for', async ({ page }) => {
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    const checkout = await new HostPage(page).checkout(createOrder(), { options: { appearance: crimson } })
    expect(await lookOf(checkout.root)).toEqual(worn)
    // Nothing of it needed more than the content security policy allows.
    expect(errors).toEqual([])
  })

  test('a redirect wears it on the checkout’s own page, and after a reload', async ({ page }) => {
    const order = createOrder({ mode: createRedirectMode() })
    await new HostPage(page).checkout(order, { options: { appearance: crimson } })
    await page.waitForURL(`${origins.backd}/checkout/**`)
    expect(await lookOf(page)).toEqual(worn)
    await page.reload()
    expect(await lookOf(page)).toEqual(worn)
  })

  test('an accent that is too dark for the scheme is made lighter', async ({ page }) => {
    const checkout = await new HostPage(page).checkout(createOrder(), {
      options: { appearance: { accent: '#00f' } },
    })
    const { background, scheme } = await lookOf(checkout.root)
    expect(scheme).toBe('light dark')
    const [red = 0, green = 0, blue = 0] = background.match(/\d+/g)?.map(Number) ?? []
    expect(blue).toBeGreaterThan(200)
    expect(Math.min(red, green)).toBeGreaterThan(80)
  })
})

test.describe('on a light device', () => {
  test.use({ colorScheme: 'light' })

  test('the modal is dark when the merchant asks for it, its own loading state included', async ({
    page,
  }) => {
    const host = new HostPage(page)
    const checkout = await host.checkout(createOrder(), { options: { appearance: { colorScheme: 'dark' } } })
    expect(await host.dialog().evaluate((element) => getComputedStyle(element).colorScheme)).toBe('dark')
    expect(await lookOf(checkout.root)).toMatchObject({ surface: 'rgb(18, 26, 24)', scheme: 'dark' })
  })
})

test('an appearance that breaks out of its value reaches nothing but onFail', async ({ page }) => {
  const host = new HostPage(page)
  const appearance = {
    accent: 'red;} body { display: none',
    fontFamily: 'x"; background: url(//evil.example)',
  }
  const checkout = await host.checkout(createOrder(), { options: { appearance } })
  await expect(checkout.heading()).toHaveText('BackdPay is not set up correctly in this shop')
  await checkout.button('Back to shop').click()
  expect(await host.calls()).toMatchObject([
    {
      name: 'onFail',
      data: { code: 'INVALID_OPTIONS', message: expect.stringContaining('appearance.accent') },
    },
  ])
})

test('a look that cannot be loaded is Backd’s own', async ({ page }) => {
  await page.route(/\/checkout\/assets\/dress-/, (route) => route.abort())
  const checkout = await new HostPage(page).checkout(createOrder(), { options: { appearance: crimson } })
  expect(await lookOf(checkout.root)).toMatchObject({ background: 'rgb(13, 92, 75)' })
})
