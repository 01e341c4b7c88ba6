import { successSchema } from '@backd/contract/api/envelope.ts'
import { sandboxClockSchema } from '@backd/contract/api/sandbox-clock.ts'
import { seedMode } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isRefusal } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver } from '../testing/orders.ts'
import { createTestApp, type Reply, type TestApp, type TestMerchant } from '../testing/test-app.ts'

const PATH = '/sandbox/clock'
/** The clock of a test app stands here, at 10:00 in Chicago. */
const NOW = '2026-04-16T15:00:00.000Z'
const LOCK = '2026-04-16T22:00:00.000Z'

let api: TestApp
let merchant: TestMerchant
let other: TestMerchant
let driver: OrderDriver
let settlings = 0
const catchUpSoon = async () => {
  settlings += 1
}
beforeAll(async () => {
  api = await createTestApp({}, { catchUpSoon })
  merchant = await api.createMerchant()
  other = await api.createMerchant()
  driver = createOrderDriver(api, merchant)
})
afterAll(() => api.close())
beforeEach(() => reset())

const read = (by = merchant): Promise<Reply> => api.merchantCall(by, PATH)
const move = (body: unknown, headers = {}): Promise<Reply> =>
  api.merchantCall(merchant, PATH, body, { headers })
const reset = (): Promise<Reply> => api.merchantCall(merchant, PATH, undefined, { method: 'DELETE' })

describe('a sandbox’s clock', () => {
  test('begins with real time', async () => {
    const reply = await read()
    successSchema(sandboxClockSchema).strict().parse(reply.body)
    expect(reply.body.data).toEqual({ now: NOW, offset_ms: 0 })
  })

  test('is put to an instant, and runs on from there', async () => {
    const moved = await move({ now: '2026-04-17T00:00:00+02:00' })
    expect(moved.body.data).toEqual({ now: LOCK, offset_ms: 7 * 3_600_000 })
    const later = await api.later(5000, () => read())
    expect(later.body.data.now).toBe('2026-04-16T22:00:05.000Z')
  })

  test('is put forward from where it is', async () => {
    await move({ advance_seconds: 60 })
    expect((await move({ advance_seconds: 60 })).body.data).toEqual({
      now: '2026-04-16T15:02:00.000Z',
      offset_ms: 120_000,
    })
  })

  test('is set back to real time, where what was made ahead keeps its date', async () => {
    await move({ advance_seconds: 86_400 })
    const order = await driver.prepare('order_created')
    expect((await reset()).body.data).toEqual({ now: NOW, offset_ms: 0 })
    expect((await driver.find(order)).create_date).toBe('2026-04-17T15:00:00.000Z')
  })

  test('is set back under an Idempotency-Key, though that call has no body', async () => {
    const headers = { 'idempotency-key': 'back' }
    await move({ advance_seconds: 60 })
    const back = () => api.merchantCall(merchant, PATH, undefined, { method: 'DELETE', headers })
    expect((await back()).body.data).toEqual({ now: NOW, offset_ms: 0 })
    expect((await back()).headers['idempotent-replayed']).toBe('true')
  })

  test('is another merchant’s in nothing', async () => {
    const before = (await read(other)).text
    await move({ advance_seconds: 86_400 })
    expect((await read(other)).text).toBe(before)
    const [mine, theirs] = [driver, createOrderDriver(api, other)]
    const dates = [mine, theirs].map(
      async (one) => (await one.find(await one.prepare('order_created'))).create_date,
    )
    expect(await Promise.all(dates)).toEqual(['2026-04-17T15:00:00.000Z', NOW])
  })

  test('moved by many at once goes as far as all of them together', async () => {
    await Promise.all(Array.from({ length: 10 }, () => move({ advance_seconds: 1 })))
    expect((await read()).body.data.offset_ms).toBe(10_000)
  })

  test('is moved once by one Idempotency-Key, however far', async () => {
    const once = () => move({ advance_seconds: 30 * 86_400 }, { 'idempotency-key': 'far' })
    const first = await once()
    const again = await once()
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(again.text).toBe(first.text)
    expect((await read()).text).toContain(first.body.data.now)
  })

  test('starts settling at once when it is moved, and not when it is refused or set back', async () => {
    const before = settlings
    await move({ advance_seconds: 1 })
    expect(settlings).toBe(before + 1)
    await move({ advance_seconds: 0 })
    await reset()
    expect(settlings).toBe(before + 1)
  })
})

describe('a move is refused with what to change:', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['nothing', {}, 'body', /exactly one of now and advance_seconds/],
    ['both', { now: LOCK, advance_seconds: 1 }, 'body', /exactly one of now and advance_seconds/],
    ['a misspelt key', { advance_second: 1 }, 'advance_second', /did you mean "advance_seconds"\?/],
    ['no seconds', { advance_seconds: 0 }, 'advance_seconds', /whole number of seconds, 1 or more/],
    ['seconds back', { advance_seconds: -1 }, 'advance_seconds', /whole number of seconds, 1 or more/],
    ['half a second', { advance_seconds: 0.5 }, 'advance_seconds', /whole number of seconds/],
    ['seconds as text', { advance_seconds: '60' }, 'advance_seconds', /whole number of seconds/],
    ['null seconds', { advance_seconds: null }, 'advance_seconds', /whole number of seconds/],
    ['more than any number', { advance_seconds: 1e300 }, 'advance_seconds', /./],
    [
      'more than ten years',
      { advance_seconds: 315_619_201 },
      'advance_seconds',
      /2036-04-16.* at the latest/,
    ],
    [
      'a time that has passed',
      { now: '2026-04-16T14:59:59.999Z' },
      'now',
      /before your current time, which is 2026/,
    ],
    ['a time too far ahead', { now: '2036-04-16T15:00:00.001Z' }, 'now', /10 years ahead of real time/],
    ['the year 9999', { now: '9999-12-31T23:59:59Z' }, 'now', /10 years ahead/],
    ['a day', { now: '2026-04-17' }, 'now', /an instant like/],
    ['an instant of no zone', { now: '2026-04-17T00:00:00' }, 'now', /an instant like/],
    ['a day that is none', { now: '2026-02-30T00:00:00Z' }, 'now', /an instant like/],
    ['a number', { now: 1_776_000_000_000 }, 'now', /an instant like/],
    ['words', { now: 'tomorrow\0' }, 'now', /an instant like/],
    ['a list', [], 'body', /./],
  ])('%s', async (_title, body, path, message) => {
    const reply = await move(body)
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    const field = reply.body.errors.find((error: { path: string }) => error.path === path)
    expect(field?.message).toMatch(message)
    expect((await read()).body.data).toEqual({ now: NOW, offset_ms: 0 })
  })

  test('no keys', async () => {
    for (const method of ['GET', 'POST', 'DELETE'] as const) {
      const reply = await api.call({ method, url: `/v1/backd/bnpl/api${PATH}` })
      expect(isRefusal(reply, 401, 'unauthorized')).toBe(true)
    }
  })
})

describe('a merchant that moves its clock', () => {
  test('past a refund’s lock reads it approved, and can no longer change it', async () => {
    const order = await driver.prepare('order_confirmed')
    expect((await driver.refund(order, 10)).body.data.refunds[0].locked_at).toBe(LOCK)
    await move({ now: '2026-04-16T21:59:59.999Z' })
    expect((await driver.refund(order, 20)).status).toBe(200)
    await move({ now: LOCK })
    expect((await driver.find(order)).refunds[1]).toMatchObject({ amount: 20, status: 'approved' })
    expect(isRefusal(await driver.refund(order, 30), 409, 'refund_locked')).toBe(true)
    expect(isRefusal(await driver.deleteRefund(order), 409, 'refund_locked')).toBe(true)
  })

  test('past a checkout’s last day finds it expired, and its customer too', async () => {
    const order = await driver.prepare('order_created', { mode: seedMode })
    await move({ advance_seconds: 86_400 })
    expect(isRefusal(await driver.select(order), 410, 'checkout_expired')).toBe(true)
    expect((await api.call({ url: `/checkout/${order.token}` })).status).toBe(410)
  })
})

test('in production there is no such address', async () => {
  const production = await createTestApp({
    BACKD_MODE: 'production',
    PUBLIC_ORIGIN: 'https://pay.backd.example',
  })
  const by = await production.createMerchant()
  const replies = [
    await production.merchantCall(by, PATH),
    await production.merchantCall(by, PATH, { advance_seconds: 1 }),
    await production.merchantCall(by, PATH, undefined, { method: 'DELETE' }),
  ]
  for (const reply of replies) expect(isRefusal(reply, 404, 'not_found')).toBe(true)
  expect((await production.call({ url: '/openapi.json' })).text).not.toContain('sandbox/clock')
  await production.close()
})
