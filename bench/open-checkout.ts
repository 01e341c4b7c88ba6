import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from '@playwright/test'
import { createBoot } from './widget/boot.ts'
import { CPU_RATE, launchChromium, SLOW_NETWORK } from './widget/browser.ts'

/**
 * How long until the payment terms are usable on the redirect page: the document as it is served (script, styles and
 * session inlined) against the same app in files of its own that then asks for its session. Cold cache, CPU 4 times
 * slower, 150 ms round trip, 1.6 Mbps; paired in rounds, medians and their ratio. Prints; asserts nothing.
 */
const ROUNDS = 9

const built = 'widget/dist/checkout/index.html'
if (!existsSync(built)) throw new Error(`${built} is missing; run \`npm run build\` first.`)
const document = readFileSync(built, 'utf8')

const server = createServer((request, response) => {
  const [type, body] = answer(request.url ?? '/')
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const browser = await launchChromium()
const times = { inlined: [] as number[], split: [] as number[] }
for (let round = 0; round < ROUNDS; round++) {
  // Each goes first every other round, so that neither always meets the warmer machine.
  for (const way of round % 2 ? (['split', 'inlined'] as const) : (['inlined', 'split'] as const)) {
    times[way].push(await measure(browser, `${origin}/${way}`))
  }
}
await browser.close()
server.close()

const [inlined, split] = [median(times.inlined), median(times.split)]
console.log(
  `terms usable, cold, median of ${ROUNDS}: inlined ${inlined.toFixed(0)} ms, split ${split.toFixed(0)} ms`,
)
console.log(`inlined ÷ split = ${(inlined / split).toFixed(2)}`)

async function measure(on: Browser, url: string): Promise<number> {
  const context = await on.newContext()
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', SLOW_NETWORK)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE })
  const startedAt = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('input[type=radio]').first().waitFor()
  const ms = performance.now() - startedAt
  await context.close()
  return ms
}

function answer(path: string): [string, string] {
  const boot = JSON.stringify(createBoot(origin))
  const script = /<script type="module"[^>]*>([\s\S]*?)<\/script>/.exec(document)?.[1] ?? ''
  const style = /<style>([\s\S]*?)<\/style>/.exec(document)?.[1] ?? ''
  const loader = `
    const boot = await fetch('/session')
    document.getElementById('backd-boot').textContent = await boot.text()
    await import('/app.js')`
  switch (path) {
    case '/inlined':
      return ['text/html', document.replace(/(id="backd-boot">)[^<]*/, (_, tag) => tag + boot)]
    case '/split':
      return [
        'text/html',
        document
          .replace(
            /<style>[\s\S]*?<\/style>/,
            '<link rel="stylesheet" href="/app.css"><link rel="modulepreload" href="/app.js">',
          )
          .replace(
            /<script type="module"[^>]*>[\s\S]*?<\/script>/,
            '<script type="module" src="/loader.js"></script>',
          ),
      ]
    case '/loader.js':
      return ['text/javascript', loader]
    case '/app.js':
      return ['text/javascript', script]
    case '/app.css':
      return ['text/css', style]
    default:
      return ['application/json', boot]
  }
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
