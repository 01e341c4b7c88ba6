import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { hostPages } from '../fixtures/host-pages.ts'
import { createOrder } from '../fixtures/orders.ts'
import { origins, sandboxMerchant } from '../fixtures/origins.ts'
import { withoutStorage } from '../fixtures/strict-browser.ts'
import { HostPage } from '../models/host-page.ts'

/** Pages that are really broken: what diagnose() finds on them, and what the console says. */

interface Finding {
  code: string
  level: 'ok' | 'warning' | 'error'
  message: string
  change?: string
}

const { publicKey } = sandboxMerchant

/** Asks the page, by the script or by the package, and leaves out what is fine. */
async function diagnose(page: Page, options: object = { publicKey }): Promise<Finding[]> {
  const findings: Finding[] = await page.evaluate((given) => {
    const { diagnose, widgetBackd } = window as never as Record<string, { diagnose?: unknown }>
    const ask = (widgetBackd?.diagnose ?? diagnose) as (options: object) => Promise<Finding[]>
    return ask(given)
  }, options)
  return findings.filter(({ level }) => level !== 'ok')
}

/** The blocks that the console shows from here on. */
function listenForBlocks(page: Page): string[] {
  const blocks: string[] = []
  page.on('console', (message) => {
    if (message.text().startsWith('BackdPay diagnose')) blocks.push(`${message.type()} ${message.text()}`)
  })
  return blocks
}

for (const [face, path] of [
  ['script', hostPages.scriptTag],
  ['npm package', hostPages.npmModule],
] as const) {
  test(`on a page where all is well the ${face} finds nothing, in one quiet block, and makes no order`, async ({
    page,
  }) => {
    const made: string[] = []
    page.on('request', (request) => request.method() === 'POST' && made.push(request.url()))
    const blocks = listenForBlocks(page)
    await new HostPage(page).open(createOrder(), { path })
    expect(await diagnose(page)).toEqual([])
    await expect
      .poll(() => blocks)
      .toEqual([expect.stringMatching(/^info BackdPay diagnose: 0 of 12 to look at .*\nok: PAGE /)])
    expect(made).toEqual([])
    await expect(page.locator('iframe')).toHaveCount(0)
  })
}

test.describe('a page whose policy forgets frame-src', () => {
  // The page with the mended header is answered by the test, so Chromium would keep it from what is on this machine.
  test.use({ permissions: ['local-network-access'] })

  test('is told the whole header to have, by itself, and with it the checkout opens', async ({ page }) => {
    const blocks = listenForBlocks(page)
    const host = new HostPage(page)
    await host.checkout(createOrder(), { path: hostPages.noFrames })
    const [call] = await host.calls()
    expect(call).toMatchObject({ name: 'onFail', data: { code: 'FRAME_UNREACHABLE' } })
    expect(call?.data).toHaveProperty('message', expect.stringMatching(`^${origins.backd}/.*frame-src`))
    await expect.poll(() => blocks).toHaveLength(1)
    expect(blocks[0]).toContain('error BackdPay diagnose after FRAME_UNREACHABLE')
    const header =
      /error FRAME_SRC: .*\n {2}-> Content-Security-Policy: (.*)/.exec(blocks[0] ?? '')?.[1] ?? ''
    expect(header).toContain(`frame-src 'self' ${origins.backd}`)

    await page.route(`${origins.host}/`, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': header } })
    })
    await (await host.checkout(createOrder())).verify()
  })
})

test('a page on an origin that nobody registered is told by itself which one to register', async ({
  page,
}) => {
  const blocks = listenForBlocks(page)
  const host = new HostPage(page)
  const checkout = await host.checkout(createOrder(), { origin: origins.stranger })
  await checkout.button('Back to shop').click()
  await host.calls()
  await expect.poll(() => blocks).toHaveLength(1)
  expect(blocks[0]).toContain(`error PAGE_ORIGIN: ${origins.stranger} is not registered for this public key.`)
  expect(blocks[0]).toContain(`SANDBOX_ORIGINS=<the others>,${origins.stranger}`)
})

test('a wrong key is told by itself, with the key', async ({ page }) => {
  const blocks = listenForBlocks(page)
  const host = new HostPage(page)
  const checkout = await host.checkout(
    createOrder({ merchant: { public_api_key: 'no-such-key', name: 'Nobody' } }),
  )
  await checkout.button('Back to shop').click()
  await host.calls()
  await expect.poll(() => blocks).toHaveLength(1)
  expect(blocks[0]).toContain(`error PUBLIC_KEY: ${origins.backd} knows no public key "no-such-key".`)

  // Asked again, it remembers which key the page has used.
  expect((await diagnose(page, {})).map(({ code }) => code)).toEqual(['PUBLIC_KEY', 'PAGE_ORIGIN'])
})

test('the script twice is a warning that names it', async ({ page }) => {
  await new HostPage(page).open(createOrder(), { path: hostPages.twice })
  expect(await diagnose(page)).toEqual([
    {
      code: 'SCRIPT_COUNT',
      level: 'warning',
      message: 'The script is loaded 2 times.',
      change: `Keep one: <script src="${origins.backd}/widget/v1/widget.js">`,
    },
  ])
})

test('a cross-origin isolated page opens the checkout here, and is warned of Safari', async ({ page }) => {
  const host = new HostPage(page)
  await host.open(createOrder(), { path: hostPages.isolated })
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  expect(await diagnose(page)).toMatchObject([{ code: 'ISOLATION', level: 'warning' }])
  await (await host.pressButton()).verify()
})

test('a strict policy is fine, and a Backd that answers frames alone is said to be unasked', async ({
  page,
}) => {
  await page.route(`${origins.backd}/checkout/api/plans**`, (route) => route.abort())
  await new HostPage(page).open(createOrder(), { path: hostPages.strict })
  expect((await diagnose(page)).map(({ code, level }) => [code, level])).toEqual([
    ['PUBLIC_KEY', 'warning'],
    ['PAGE_ORIGIN', 'warning'],
    // Its connect-src leaves out the page itself.
    ['ISOLATION', 'warning'],
  ])
})

test('a policy that was run into before diagnose was loaded is remembered', async ({ page }) => {
  await new HostPage(page).open(createOrder(), { path: hostPages.noFrames })
  await page.evaluate((src) => {
    const policy = document.createElement('meta')
    policy.httpEquiv = 'Content-Security-Policy'
    policy.content = `script-src ${src}diagnose.js`
    document.head.append(
      policy,
      Object.assign(document.createElement('script'), { src: `${src}elements.js` }),
    )
  }, `${origins.backd}/widget/v1/`)
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new ReportingObserver(() => resolve(), { types: ['csp-violation'], buffered: true }).observe()
      }),
  )
  expect(await diagnose(page)).toContainEqual({
    code: 'SCRIPT_SRC',
    level: 'error',
    message: expect.any(String),
    change: `Content-Security-Policy: script-src ${origins.backd}/widget/v1/diagnose.js ${origins.backd}`,
  })
})

test('a browser that keeps all storage from the page is told of, and the checkout opens in it', async () => {
  await withoutStorage('all', async (page) => {
    const blocks = listenForBlocks(page)
    const host = new HostPage(page)
    await host.open(createOrder())
    await expect(page.evaluate(() => localStorage.length)).rejects.toThrow('Access is denied')
    expect(await diagnose(page)).toEqual([])
    await expect.poll(() => blocks[0]).toContain('STORAGE')
    await (await host.pressButton()).verify()
  })
})

test('production stays quiet: it loads nothing and prints no block', async ({ page }) => {
  const production = 'https://checkout.backd.com'
  const asked: string[] = []
  await page.route(`${production}/**`, (route) => {
    asked.push(new URL(route.request().url()).pathname)
    const file = /\/widget\/(v1\/(?:widget|diagnose)\.js)$/.exec(route.request().url())?.[1]
    if (!file) return route.abort()
    return route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: readFileSync(`widget/dist/${file}`, 'utf8'),
    })
  })
  const blocks = listenForBlocks(page)
  const host = new HostPage(page)
  await host.open(createOrder(), { path: hostPages.npmModule })
  await page.addScriptTag({ url: `${production}/widget/v1/widget.js` })
  await page.evaluate(() => {
    delete (window as { initializeWidget?: unknown }).initializeWidget
  })
  await host.opener().click()
  expect(await host.calls()).toMatchObject([{ name: 'onFail', data: { code: 'FRAME_UNREACHABLE' } }])
  expect(asked).toEqual(['/widget/v1/widget.js', '/checkout/modal'])
  // Had it begun by itself, its block would be there before that of the one asked for now.
  await diagnose(page)
  await expect.poll(() => blocks).toEqual([expect.stringContaining('BackdPay diagnose: ')])
})
