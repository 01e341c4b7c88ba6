import { closeCodes, failCodes } from '@backd/contract/frame/messages.ts'
import { expect, type Frame, type Page, test } from '@playwright/test'
import fc from 'fast-check'
import { createOrder } from '../fixtures/orders.ts'
import { origins, sandboxMerchant } from '../fixtures/origins.ts'
import { HostPage } from '../models/host-page.ts'

/** What is seen here is to hold each time (docs/adr/0034). */
test.describe.configure({ retries: 0 })

// The same draws in each run, so that it fails for what a change did; FUZZ_SEED draws others.
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_260_416) })

/** Whatever other windows post at either end: no callback, no navigation, no error. */

const text = fc.oneof(
  fc.string(),
  fc.webUrl(),
  fc.constantFrom('javascript:alert(1)', `${origins.stranger}/`, ''),
)

/** Of messages, of today's and of any protocol; and what every object has. */
const types = [
  ...['shown', 'completed', 'closed', 'failed'].map((name) => `checkout:${name}`),
  ...['host:open', 'host:close', 'shown', 'onSuccess', 'onClose', 'onFail', '__proto__', 'constructor'],
]

/** Close to a message of the checkout or of the host, but for who sends it; or anything at all. */
const forged = fc.oneof(
  fc.record(
    {
      type: fc.constantFrom(...types),
      message: text,
      code: fc.constantFrom<string>(...closeCodes, ...failCodes, 'OTHER'),
      recoverable: fc.boolean(),
      backd_order_id: text,
      merchant_order_id: text,
      customer_url: text,
      order: fc.constant(createOrder()),
    },
    { requiredKeys: ['type'] },
  ),
  fc.record({ backd: fc.constantFrom<unknown>(0, 1, 2, '1', null, true), nonce: fc.oneof(fc.uuid(), text) }),
  fc.jsonValue(),
)

/** Ten times at least a hundred. */
const batches = fc.array(forged, { minLength: 100, maxLength: 110 })
const TIMES = 10

/** Posts each message to a window, alone and with a port; gives what came back over the ports. */
const post = (sender: Page | Frame, target: 'itself' | 'parent', messages: unknown[]): Promise<unknown[]> =>
  sender.evaluate(
    async ({ target, messages }) => {
      const heard: unknown[] = []
      for (const message of messages) {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = ({ data }) => heard.push(data)
        const to = target === 'parent' ? parent : window
        to.postMessage(message, '*')
        to.postMessage(message, '*', [port2])
        port1.postMessage({ type: 'host:close' })
      }
      await new Promise((resolve) => setTimeout(resolve, 30))
      return heard
    },
    { target, messages },
  )

/** Another window in the page: a frame that shows a page of `origin`. */
async function addFrame(page: Page, origin: string): Promise<Frame> {
  const url = `${origin}/other-window`
  await page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src }))
  }, url)
  await expect.poll(() => page.frame({ url })).toBeTruthy()
  const frame = page.frame({ url }) as Frame
  await frame.waitForLoadState()
  return frame
}

function listenForErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  return errors
}

test('a thousand messages from the page, a frame of its own and a stranger’s reach no callback while the checkout is open', async ({
  page,
}) => {
  const errors = listenForErrors(page)
  const host = new HostPage(page)
  const order = createOrder()
  await host.open(order)
  const senders = [page, await addFrame(page, origins.host), await addFrame(page, origins.stranger)] as const
  const checkout = await host.pressButton()
  await checkout.verify()
  let posted = 0
  await fc.assert(
    fc.asyncProperty(batches, async (messages) => {
      for (const sender of senders) {
        expect(await post(sender, sender === page ? 'itself' : 'parent', messages)).toEqual([])
        posted += messages.length
      }
      expect(await page.evaluate(() => window.calls)).toEqual([])
      expect(page.url()).toBe(`${origins.host}/`)
      await expect(host.dialog()).toHaveCount(1)
    }),
    { numRuns: TIMES },
  )
  expect(posted).toBeGreaterThanOrEqual(1_000)
  expect(errors).toEqual([])

  // What is real still arrives, once.
  await checkout.complete()
  expect(await host.calls()).toEqual([
    {
      name: 'onSuccess',
      data: { backd_order_id: expect.stringMatching(/^BO-/), merchant_order_id: order.merchant_order_id },
    },
  ])
})

test.describe('a checkout’s frame', () => {
  /** Opened by the page itself, as an attacker's script could: it knows the nonce. */
  const NONCE = '00000000-0000-4000-8000-000000000000'
  const src = `${origins.backd}/checkout/modal?key=${sandboxMerchant.publicKey}#${NONCE}`

  /** Sends a frame connects from the page around it or from a frame beside it; gives what it has posted over any of their ports so far. */
  const connect = (page: Page, from: 'page' | 'beside', connects: unknown[]): Promise<unknown[]> =>
    page.evaluate(
      async ({ from, connects }) => {
        const target = document.querySelector<HTMLIFrameElement>('#checkout')?.contentWindow as Window
        const beside = document.querySelector<HTMLIFrameElement>('#beside')?.contentWindow as Window &
          typeof globalThis
        // The sender of a message is the window whose function it was.
        const send =
          from === 'page'
            ? (message: unknown, ports: Transferable[]) => target.postMessage(message, '*', ports)
            : beside.eval('(target => (message, ports) => target.postMessage(message, "*", ports))')(target)
        const heard: unknown[] = Object(window).heard ?? []
        Object.assign(window, { heard })
        for (const message of connects) {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = ({ data }) => heard.push(data)
          send(message, [port2])
          port1.postMessage({ type: 'host:close' })
        }
        await new Promise((resolve) => setTimeout(resolve, 30))
        return heard
      },
      { from, connects },
    )

  test.beforeEach(async ({ page }) => {
    await page.goto(origins.host)
    await page.evaluate((address) => {
      const beside = Object.assign(document.createElement('iframe'), { id: 'beside' })
      const checkout = Object.assign(document.createElement('iframe'), { id: 'checkout', src: address })
      document.body.replaceChildren(beside, checkout)
      return new Promise((resolve) => {
        checkout.onload = resolve
      })
    }, src)
  })

  test('answers nobody but the page around it with its nonce, and that one once', async ({ page }) => {
    const errors = listenForErrors(page)
    const right = { backd: 1, nonce: NONCE }
    const answer = { code: expect.stringMatching(/^(CUSTOMER_CLOSED|FRAME_UNREACHABLE)$/) }
    let posted = 0
    await fc.assert(
      fc.asyncProperty(batches, async (messages) => {
        expect(await connect(page, 'page', messages)).toEqual([])
        expect(await connect(page, 'beside', [...messages, right])).toEqual([])
        posted += messages.length
      }),
      { numRuns: TIMES },
    )
    expect(posted).toBeGreaterThanOrEqual(1_000)

    // Sent again with other ports, the right one has no effect.
    await connect(page, 'page', [right, right, right])
    await expect.poll(() => connect(page, 'page', [])).toMatchObject([answer])
    expect(await connect(page, 'page', Array(50).fill(right))).toHaveLength(1)
    await page.waitForTimeout(500)
    expect(await connect(page, 'page', [])).toMatchObject([answer])
    expect(errors).toEqual([])
  })
})
