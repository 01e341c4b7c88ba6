import { randomUUID } from 'node:crypto'
import { expect, type Page, type Route, test } from '@playwright/test'
import { createMerchantApi } from '../fixtures/merchant-api.ts'
import { createOrder, createServerOrder } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { HostPage } from '../models/host-page.ts'
import { Mailbox } from '../models/mailbox.ts'
import { openScreen } from './gallery.ts'

/**
 * Nothing moves by itself (CLS 0): every answer comes more than half a second after the press that asked for it, since
 * what moves sooner is put down to the press; one so late that the customer is told; and pictures after the words.
 */
const ANSWER_AFTER_MS = 700
const SLOW = 'Still working. This takes longer than usual.'
const items = ['MacBook Pro', 'Docking station', 'Sit-stand desk, oak'].map((display_name, index) => ({
  display_name,
  sku: `SKU-${index}`,
  unit_price: 1000,
  qty: 3,
  item_image_url: `${origins.host}/pictures/${index}.svg`,
}))

declare global {
  interface Window {
    shifts: string[]
  }
}

/**
 * Runs in every document. What moves in the first frames after a press is the press's, as it is for half a second after;
 * a machine that stands still draws those frames later than that.
 */
function watchShifts(): void {
  window.shifts = []
  let presses = 0
  let [from, to] = [0, 0]
  const hear = ({ isTrusted }: Event) => {
    if (!isTrusted) return
    presses += 1
    const mine = presses
    if (to !== Number.POSITIVE_INFINITY) from = performance.now()
    to = Number.POSITIVE_INFINITY
    const isDrawn = () => {
      if (mine === presses) to = performance.now()
    }
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(isDrawn)))
    // A document that draws no frame: nothing after that is excused.
    setTimeout(isDrawn, 10_000)
  }
  for (const type of ['pointerdown', 'click', 'keydown']) addEventListener(type, hear, { capture: true })
  interface Shift extends PerformanceEntry {
    value: number
    hadRecentInput: boolean
    sources: { node: Node | null }[]
  }
  new PerformanceObserver((list) => {
    for (const { startTime, value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      if (hadRecentInput || (startTime >= from && startTime <= to)) continue
      const moved = sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? 'what is gone')
      window.shifts.push(`${value.toFixed(4)}: ${moved.join(' | ')}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Holds pictures back until told, and every answer of the checkout's API for a while. */
async function holdBack(page: Page) {
  let show = () => {}
  const shown = new Promise<void>((resolve) => {
    show = resolve
  })
  await page.addInitScript(watchShifts)
  await page.route('**/pictures/*.svg', async (route) => {
    await shown
    const body =
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300"/></svg>'
    await route.fulfill({ contentType: 'image/svg+xml', body })
  })
  await page.route('**/checkout/api/**', async (route: Route) => {
    await later(ANSWER_AFTER_MS)
    await route.continue()
  })
  return show
}

/** Of every document that is open. */
async function shiftsOf(page: Page): Promise<string[]> {
  // Two frames on: a shift is told after the frame it happened in.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  return (await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.shifts)))).flat()
}

async function goThrough(page: Page, checkout: Checkout, showPictures: () => void): Promise<void> {
  const code = checkout.root.getByRole('textbox', { name: 'Six-digit code' })
  const stands = (heading: string) => expect(checkout.heading().filter({ hasText: heading })).toBeVisible()

  await test.step('the code is sent, is wrong once, and is slow to be judged', async () => {
    await stands('Verify it is you')
    await expect(checkout.root.getByText(/sent .*code/i).first()).toBeVisible()
    const fold = checkout.button('Show order summary')
    if (await fold.isVisible()) await fold.click()
    await code.fill('111111')
    await checkout.button('Verify').click()
    await expect(checkout.root.getByText(/not right|wrong/i).first()).toBeVisible()
    showPictures()
    for (const picture of await checkout.root.locator('img').all()) {
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400)
    }
    let judge = () => {}
    const judged = new Promise<void>((resolve) => {
      judge = resolve
    })
    await page.route(
      '**/checkout/api/session/verification',
      async (route) => {
        await judged
        await route.continue()
      },
      { times: 1 },
    )
    await code.fill('000000')
    await checkout.button('Verify').click()
    await expect(checkout.root.getByText(SLOW).first()).toBeVisible()
    expect(await shiftsOf(page)).toEqual([])
    judge()
  })

  await test.step('the terms, and their comparison', async () => {
    await stands('Choose your payment terms')
    await checkout.plan(/^12 weekly/).check()
    await checkout.button('Compare all terms').click()
    await expect(checkout.root.getByRole('table')).toBeVisible()
    await later(ANSWER_AFTER_MS)
    expect(await shiftsOf(page)).toEqual([])
    await checkout.button('Continue').click()
  })

  await test.step('the review, and what was agreed', async () => {
    await stands('Review and confirm')
    await later(ANSWER_AFTER_MS)
    await checkout.confirmTerms()
    await stands('Your payment terms are confirmed')
    await later(ANSWER_AFTER_MS)
    expect(await shiftsOf(page)).toEqual([])
  })
}

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport })

    test('nothing moves by itself in the modal', async ({ page }) => {
      const showPictures = await holdBack(page)
      const checkout = await new HostPage(page).checkout(createOrder({ items }))
      await goThrough(page, checkout, showPictures)
    })

    test('nothing moves by itself on the page', async ({ page, request }) => {
      const showPictures = await holdBack(page)
      const created = await createMerchantApi(request).createOrder(createServerOrder({ items }))
      await page.goto((await created.json()).data.customer_url)
      // The last screen leaves by itself after six seconds: the shop's answer keeps it.
      await page.route(`${origins.host}/success**`, (route) => route.fulfill({ status: 204 }))
      await goThrough(page, new Checkout(page), showPictures)
    })

    test('nothing moves by itself while a colleague is asked, who declines', async ({ page, browser }) => {
      await holdBack(page)
      const checkout = await new HostPage(page).checkout(createOrder())
      await checkout.verify()
      await checkout.button('Ask a colleague to approve').click()
      const colleague = `${randomUUID()}@acme.example`
      await checkout.root.getByRole('textbox', { name: 'Your colleague’s work email' }).fill(colleague)
      await checkout.button('Send request').click()
      await expect(checkout.heading().filter({ hasText: 'Waiting for' })).toBeVisible()
      await later(4 * ANSWER_AFTER_MS)
      expect(await shiftsOf(page)).toEqual([])

      await test.step('the colleague', async () => {
        const context = await browser.newContext({ locale: 'en-US', viewport })
        const theirs = await context.newPage()
        const link = await new Mailbox(theirs).linkTo(colleague)
        await holdBack(theirs)
        await theirs.goto(link)
        const asked = new Checkout(theirs)
        await asked.verify()
        await expect(theirs.getByText(/asks you to approve this order from/)).toBeVisible()
        await later(ANSWER_AFTER_MS)
        await asked.button('Decline').click()
        await expect(asked.heading().filter({ hasText: 'Decline this order' })).toBeVisible()
        await later(ANSWER_AFTER_MS)
        await asked.button('Decline').click()
        await expect(asked.heading().filter({ hasText: 'You declined' })).toBeVisible()
        await later(ANSWER_AFTER_MS)
        expect(await shiftsOf(theirs)).toEqual([])
        await context.close()
      })

      await expect(checkout.heading().filter({ hasText: 'Your colleague declined' })).toBeVisible()
      await later(ANSWER_AFTER_MS)
      expect(await shiftsOf(page)).toEqual([])
    })

    test('nothing moves by itself while a request to a colleague is taken back', async ({ page }) => {
      await holdBack(page)
      const checkout = await new HostPage(page).checkout(createOrder())
      await checkout.verify()
      await checkout.button('Ask a colleague to approve').click()
      await checkout.root
        .getByRole('textbox', { name: 'Your colleague’s work email' })
        .fill(`${randomUUID()}@acme.example`)
      await checkout.button('Send request').click()
      await expect(checkout.heading().filter({ hasText: 'Waiting for' })).toBeVisible()
      await checkout.button('Take the request back').click()
      await expect(checkout.heading().filter({ hasText: 'Choose your payment terms' })).toBeVisible()
      await later(ANSWER_AFTER_MS)
      expect(await shiftsOf(page)).toEqual([])
    })
  })
}

for (const [width, height] of [
  [320, 568],
  [640, 360],
] as const) {
  test(`what the bar has to say stands right above it at ${width} × ${height} px`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openScreen(page, 'confirming-leaving')
    const note = page.getByText('This is being saved. The checkout closes right after.').first()
    const figure = page.getByRole('main').getByText('Total you pay').last()
    await figure.scrollIntoViewIfNeeded()
    await expect(note).toBeInViewport()
    const [above, below] = [await note.boundingBox(), await figure.boundingBox()]
    const gap = (below?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0))
    expect(gap).toBeGreaterThanOrEqual(0)
    expect(gap).toBeLessThan(40)
  })
}

test('what a colleague’s wait has to say moves nothing on the narrowest phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 })
  const placeIn = async (screen: string) => {
    await openScreen(page, screen)
    const wayOut = page.getByRole('button', { name: 'Back to shop' })
    await expect(wayOut).toBeVisible()
    return await wayOut.evaluate((button) => button.getBoundingClientRect().top + window.scrollY)
  }
  const before = await placeIn('waiting')
  expect(await placeIn('waiting-leaving')).toBe(before)
  expect(await placeIn('waiting-cut-off')).toBe(before)
})

test('what moves by itself is found', async ({ page }) => {
  await page.addInitScript(watchShifts)
  await new HostPage(page).open(createOrder())
  await page.evaluate(() => document.querySelector('h1')?.before(document.createElement('hr')))
  await expect.poll(() => shiftsOf(page)).toEqual([expect.stringContaining('A merchant')])
})
