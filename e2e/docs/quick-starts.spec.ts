import { execFile, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { build } from 'vite'
import { readBlock } from '../../docs/testing/blocks.ts'
import { onOurPorts, readPrinted } from '../fixtures/documentation.ts'
import { createBilling } from '../fixtures/orders.ts'
import { origins } from '../fixtures/origins.ts'
import { Checkout } from '../models/checkout.ts'
import { Mailbox } from '../models/mailbox.ts'

/** The quick starts of the documentation, pasted word for word into an empty page or an empty project; but for the address that is mailed to. */
const run = promisify(execFile)
const pages = {
  scriptTag: 'docs/guide/quick-start/script-tag.md',
  npm: 'docs/guide/quick-start/npm.md',
  react: 'docs/guide/quick-start/react.md',
  server: 'docs/guide/quick-start/server.md',
  dialog: 'docs/guide/quick-start/dialog.md',
  mail: 'docs/guide/quick-start/mail.md',
}

// A page that the test itself answers with has no address, so Chromium would keep it from what is on this machine.
test.use({ permissions: ['local-network-access'] })

test('the script tag’s page opens the checkout, and its curl places the order', async ({ page }) => {
  const html = readPrinted(pages.scriptTag, 'html')
  await page.route(`${origins.host}/`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  const [backdOrderId, merchantOrderId] = await chooseTerms(page)

  const curl = readBlock(pages.scriptTag, 'sh', 1)
    .replace(/BO-[^"]+/, backdOrderId)
    .replace(/QUICK-[^"]+/, merchantOrderId)
  expect(await runInShell(curl)).toMatchObject({ data: { status: 'order_placed', order_total: 9000 } })
})

for (const [name, language] of [
  ['npm', 'ts'],
  ['react', 'tsx'],
] as const) {
  test(`the ${name} project, on the packed file, opens the checkout`, async ({ page }, { outputDir }) => {
    await installPacked(outputDir)
    writeFileSync(join(outputDir, 'index.html'), readPrinted(pages[name], 'html'))
    writeFileSync(join(outputDir, `main.${language}`), readPrinted(pages[name], language))
    // An empty project has no tsconfig.json above it, as this folder has.
    writeFileSync(join(outputDir, 'tsconfig.json'), '{}')
    await build({ root: outputDir, configFile: false, logLevel: 'error' })
    await page.route(`${origins.host}/**`, (route) => {
      const { pathname } = new URL(route.request().url())
      return route.fulfill({ path: join(outputDir, 'dist', pathname === '/' ? 'index.html' : pathname) })
    })
    await chooseTerms(page)
  })
}

test('the server makes the order, sends the customer on and places it when they are back', async ({ page }, {
  outputDir,
}) => {
  const { shop, stop } = await startServer(pages.server, outputDir)
  try {
    await page.goto(shop)
    await page.getByRole('button', { name: 'Checkout with BackdPay' }).click()
    await new Checkout(page).complete()
    await expect(page.getByText('Thank you. Your order is order_placed.')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Thank you. Your order is order_placed.')).toBeVisible()
  } finally {
    stop()
  }
})

test('the server makes the order for the dialog, and places it when the page says so', async ({ page }, {
  outputDir,
}) => {
  const { shop, stop } = await startServer(pages.dialog, outputDir)
  try {
    // The dialog opens on registered origins alone, and the server has a port of its own.
    await page.route(`${origins.host}/**`, (route) =>
      route.continue({ url: route.request().url().replace(origins.host, shop) }),
    )
    await page.goto(origins.host)
    await page.getByRole('button', { name: 'Checkout with BackdPay' }).click()
    await Checkout.inModal(page).complete()
    await expect(page.getByRole('status')).toHaveText('Your order is order_placed')
  } finally {
    stop()
  }
})

test('the curl mails a link, which opens the checkout', async ({ page }) => {
  // The printed address is mailed by the journeys beside this one, too.
  const { email } = createBilling()
  const block = readBlock(pages.mail, 'sh')
  expect(block).toContain('joedoe@123fakestreet.com')
  const answer = await runInShell(block.replace('joedoe@123fakestreet.com', email))
  expect(answer).toMatchObject({ data: { notified_customer: true, order_total: 9000 } })
  const link = await new Mailbox(page).linkTo(email)
  expect(link).toBe(answer.data.customer_url)
  await page.goto(link)
  await new Checkout(page).verify()
})

/** Presses the page's button and goes through the checkout; the two ids that the page then shows. */
async function chooseTerms(page: Page): Promise<[backdOrderId: string, merchantOrderId: string]> {
  await page.goto(origins.host)
  await page.getByRole('button', { name: 'Checkout with BackdPay' }).click()
  await Checkout.inModal(page).complete()
  const outcome = page.getByRole('status')
  await expect(outcome).toHaveText(/^Terms chosen for BO-\S+, your QUICK-\d+$/)
  const [backdOrderId = '', merchantOrderId = ''] =
    (await outcome.textContent())?.match(/(BO|QUICK)-[^, ]+/g) ?? []
  return [backdOrderId, merchantOrderId]
}

/** What `npm install` does with the packed file, without asking a registry. */
async function installPacked(folder: string): Promise<void> {
  const target = join(folder, 'node_modules/@backd/widget')
  mkdirSync(target, { recursive: true })
  const { stdout } = await run('npm', [
    'pack',
    '--json',
    '--workspace',
    'widget',
    '--pack-destination',
    folder,
  ])
  const [packed] = JSON.parse(stdout)
  await run('tar', ['-xzf', join(folder, packed.filename), '--strip-components=1', '-C', target])
  expect(JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')).name).toBe('@backd/widget')
}

/** Runs a printed `server.mjs` on a port that is free. */
async function startServer(path: string, folder: string): Promise<{ shop: string; stop(): void }> {
  const port = await findFreePort()
  const shop = `http://localhost:${port}`
  const file = join(folder, 'server.mjs')
  mkdirSync(folder, { recursive: true })
  const printed = readBlock(path, 'js').replaceAll('http://localhost:5173', shop)
  writeFileSync(file, onOurPorts(printed).replace('listen(5173)', `listen(${port})`))
  const server = spawn(process.execPath, [file], { stdio: 'inherit' })
  const status = () =>
    fetch(shop).then(
      (response) => response.status,
      () => 0,
    )
  await expect.poll(status).toBe(200)
  return { shop, stop: () => void server.kill() }
}

/** Runs a printed curl, and reads its answer. */
async function runInShell(command: string) {
  const { stdout } = await run('bash', ['-c', onOurPorts(command).replace('curl', 'curl -sS')])
  return JSON.parse(stdout)
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0)
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
