import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../api/testing/embedded-server.ts'
import { type ServerProcess, startServer } from '../bench/api/processes.ts'
import { launchChromium } from '../bench/widget/browser.ts'
import { Shop } from '../e2e/models/shop.ts'

/** Draws the pictures of the documents from the real thing: the demo shop, the API and the checkout (`npm run docs:pictures`). */
const folder = mkdtempSync(join(tmpdir(), 'backd-pictures-'))
const [apiPort, shopPort] = [await findFreePort(), await findFreePort()]
const shopOrigin = `http://localhost:${shopPort}`
const servers: ServerProcess[] = []
const browser = await launchChromium()
try {
  const api = await startServer('api/main.ts', {
    API_PORT: String(apiPort),
    DATA_DIR: join(folder, 'api'),
    SANDBOX_ORIGINS: shopOrigin,
  })
  servers.push(api)
  servers.push(
    await startServer('demo-merchant/server/main.ts', {
      DEMO_PORT: String(shopPort),
      BACKD_API_ORIGIN: `http://localhost:${apiPort}`,
      DATA_DIR: join(folder, 'shop'),
    }),
  )
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: 'reduce',
      locale: 'en-US',
      viewport: { width: 1120, height: 800 },
    })
    const page = await context.newPage()
    const shop = new Shop(page, shopOrigin)
    await shop.fillCart()
    const checkout = await shop.checkout('Modal')
    await checkout.verify()
    await checkout.plan(/^3 monthly/).check()
    // As WebP, which Playwright does not write itself: a third of the size.
    const devtools = await context.newCDPSession(page)
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 88 })
    writeFileSync(
      join(import.meta.dirname, `images/checkout-${colorScheme}.webp`),
      Buffer.from(data, 'base64'),
    )
    await context.close()
  }
} finally {
  await browser.close()
  for (const server of servers.reverse()) await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
