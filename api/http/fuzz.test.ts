import { errorSchema } from '@backd/contract/api/envelope.ts'
import { seedAmounts, seedBilling, seedItems } from '@backd/contract/examples.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createHandover } from '../testing/approval.ts'
import { checkoutOrderBody, createOrderBody } from '../testing/bodies.ts'
import { createOrderDriver } from '../testing/orders.ts'
import { createTestApp, type Reply, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { createOpeners } from '../testing/verification.ts'
import { cookieNameOf } from './browser-cookie.ts'

/** Nothing a caller can send gives a 5xx, and a refused call leaves no row behind: tried with a few hundred bodies. */

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

const RUNS = 150
// 150 runs of several calls each take longer than one story does.
vi.setConfig({ testTimeout: 120_000 })

type Path = (string | number)[]

/** Every place in a JSON value. */
function pathsOf(value: unknown, at: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [at]
  const inner = Object.entries(value).flatMap(([key, child]) =>
    pathsOf(child, [...at, Array.isArray(value) ? Number(key) : key]),
  )
  return [at, ...inner]
}

function setAt(value: unknown, [step, ...rest]: Path, put: unknown): unknown {
  if (step === undefined) return put
  if (Array.isArray(value))
    return value.map((child, index) => (index === step ? setAt(child, rest, put) : child))
  return { ...(value as object), [step]: setAt((value as Record<string, unknown>)?.[step], rest, put) }
}

/** Values that have broken services before, and any other JSON. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\u202e',
    "'; drop table orders; --",
    '../../etc/passwd',
    'https://shop.example/\0',
    'https://shop.example/?\ud800',
    'x'.repeat(3000),
    -0,
    1e-320,
    1e21,
    2 ** 53,
    -1,
    0.1 + 0.2,
    [],
    {},
    [[]],
    { constructor: 1 },
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double({ noNaN: true }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>,
)

/** A good body with some of its places overwritten. */
function spoilt(good: object): fc.Arbitrary<unknown> {
  const places = pathsOf(good)
  const change = fc.tuple(fc.constantFrom(...places), nasty)
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce<unknown>((body, [path, put]) => setAt(body, path, put), good))
}

/** How many rows each table has that a call may write to. */
async function countRows(): Promise<Record<string, number>> {
  const tables = ['orders', 'order_events', 'order_documents', 'checkout_sessions']
  const counts = await Promise.all(tables.map(async (table) => [table, await api.count(table)]))
  return Object.fromEntries(counts)
}

function expectFair(reply: Reply, rowsBefore: unknown, rowsAfter: unknown): void {
  if (reply.status === 200) return
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(reply.status).toBeLessThan(500)
  errorSchema.strict().parse(reply.body)
  expect(rowsAfter).toEqual(rowsBefore)
}

describe('a spoilt body', () => {
  test('of create_order', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(createOrderBody()), async (body) => {
        const before = await countRows()
        const reply = await api.merchantCall(merchant, '/create_order', body ?? null)
        expectFair(reply, before, await countRows())
      }),
      { numRuns: RUNS },
    )
  })

  test('of the browser endpoint', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(checkoutOrderBody(merchant)), async (body) => {
        const before = await countRows()
        const reply = await api.browserCall(body ?? null)
        expectFair(reply, before, await countRows())
      }),
      { numRuns: RUNS },
    )
  })

  test('of update_order', async () => {
    const order = await createOrderDriver(api, merchant).prepare('order_placed')
    const content = { ...seedAmounts, billing: seedBilling, shipping: seedBilling, items: seedItems }
    const ids = { backd_order_id: order.id, merchant_order_id: order.merchantOrderId }
    await fc.assert(
      fc.asyncProperty(spoilt({ ...ids, merchant_order_status: 'packed', ...content }), async (body) => {
        const before = (await api.events(order.id)).length
        const reply = await api.merchantCall(merchant, '/update_order', body ?? null)
        expectFair(reply, before, (await api.events(order.id)).length)
      }),
      { numRuns: RUNS },
    )
  })

  test('of order_placed', async () => {
    const good = { backd_order_id: 'BO-20260416-00000000', merchant_order_id: 'A', order_total: 1 }
    await fc.assert(
      fc.asyncProperty(spoilt(good), async (body) => {
        const before = await countRows()
        const reply = await api.merchantCall(merchant, '/order_placed', body ?? null)
        expectFair(reply, before, await countRows())
        expect(reply.status).not.toBe(200)
      }),
      { numRuns: RUNS },
    )
  })
})

test('any code, cookie and body for the endpoints of verification', async () => {
  const open = createOpeners(api, await api.createMerchant({ verifyCustomer: true }))
  const { token } = await open.page()
  const cookie = fc.string({ maxLength: 90 }).map((text) => text.replace(/[^\x20-\x7e]/g, ''))
  await fc.assert(
    fc.asyncProperty(nasty, cookie, fc.string({ maxLength: 40 }), async (code, sent, text) => {
      const post = (path: string) =>
        api.call({
          method: 'POST',
          url: `/checkout/api/session/${path}`,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', cookie: sent },
          payload: text,
        })
      const replies = [
        await api.verify(token, code, `${cookieNameOf(token)}=${sent}`),
        await post('verification'),
        await post('code'),
        await api.sessionCall(token, undefined, sent),
      ]
      for (const reply of replies) {
        if (reply.status === 200) continue
        expect(reply.status).toBeGreaterThanOrEqual(400)
        expect(reply.status).toBeLessThan(500)
        errorSchema.strict().parse(reply.body)
      }
      expect((await api.sessionCall(token)).body.data.verification.state).toBe('required')
    }),
    { numRuns: RUNS },
  )
})

test('any address, note, reason and body for the endpoints of an approval', async () => {
  const { hand } = createHandover(api, await api.createMerchant())
  const { buyer, colleague } = await hand()
  const links = [buyer.token, colleague.token]
  await fc.assert(
    fc.asyncProperty(nasty, nasty, fc.string({ maxLength: 40 }), async (one, other, text) => {
      for (const token of links) {
        const post = (path: string) =>
          api.call({
            method: 'POST',
            url: `/checkout/api/session/${path}`,
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            payload: text,
          })
        for (const reply of [
          await api.ask(token, { approver_email: one, note: other }),
          await api.ask(token, { approver_email: 'somebody@acme.example', note: one }),
          await api.decline(token, { reason: one }),
          await post('approval'),
          await post('approval/decline'),
        ]) {
          expect(reply.status).toBeGreaterThanOrEqual(400)
          expect(reply.status).toBeLessThan(500)
          errorSchema.strict().parse(reply.body)
        }
      }
      expect((await api.sessionCall(buyer.token)).body.data.approval.state).toBe('pending')
    }),
    { numRuns: RUNS },
  )
})

test('any order id, key, secret, token and origin', async () => {
  const header = fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, ''))
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), header, async (text, value) => {
      const id = encodeURIComponent(text.toWellFormed())
      const credentials = Buffer.from(`${text}:${text}`).toString('base64')
      const replies = [
        await api.merchantCall(merchant, `/find_order/${id}`),
        await api.merchantCall({ ...merchant, authorization: `Basic ${credentials}` }, '/find_order/x'),
        await api.sessionCall(value),
        await api.browserCall(checkoutOrderBody(merchant), { origin: value }),
        await api.call({ url: `/checkout/${id}` }),
        await api.call({ url: `/checkout/modal?key=${id}` }),
      ]
      for (const reply of replies) {
        expect(reply.status).toBeGreaterThanOrEqual(400)
        expect(reply.status).toBeLessThan(500)
      }
    }),
    { numRuns: 60, examples: [['\0', "'"]] },
  )
})
