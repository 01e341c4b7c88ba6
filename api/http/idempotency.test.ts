import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrderBody, isRefusal } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver, whileHeld } from '../testing/orders.ts'
import { createTestApp, type Reply, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { isPostgres } from '../testing/test-database.ts'

let api: TestApp
let merchant: TestMerchant
let driver: OrderDriver
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  driver = createOrderDriver(api, merchant)
})
afterAll(() => api.close())

let lastKey = 0
const newKey = () => `key ${++lastKey}`
const DAY_MS = 86_400_000

const send = (
  key: string,
  path: string,
  body: object,
  { method = 'POST', by = merchant }: { method?: 'POST' | 'DELETE'; by?: TestMerchant } = {},
) => api.merchantCall(by, path, body, { method, headers: { 'idempotency-key': key } })

const isReplayed = (reply: Reply) => reply.headers['idempotent-replayed'] === 'true'

/** The second answer is the first to the byte, and says that it was given before. */
function expectReplay(second: Reply, first: Reply): void {
  expect([second.status, second.text]).toEqual([first.status, first.text])
  expect([isReplayed(first), isReplayed(second)]).toEqual([false, true])
}

describe('with the same key, the same request again', () => {
  test('makes one order, with one link and one mail', async () => {
    const body = createOrderBody({ notify_customer: true, customer_email: 'joe@example.com' })
    const [key, mails] = [newKey(), api.mails.length]
    const first = await send(key, '/create_order', body)
    expect(first.body.data.notified_customer).toBe(true)
    expectReplay(await send(key, '/create_order', body), first)
    expectReplay(await send(key, '/create_order', Object.fromEntries(Object.entries(body).reverse())), first)
    expect(api.mails.length).toBe(mails + 1)
    expect(await api.events(first.body.data.backd_order_id)).toHaveLength(2)
  })

  test('answers each call as it did, although the order has moved on', async () => {
    const order = await driver.prepare('terms_selected')
    const ids = { backd_order_id: order.id, merchant_order_id: order.merchantOrderId }
    const calls = [
      ['/order_placed', ids],
      ['/confirm_order', ids],
      ['/refund', { ...ids, refund_amount: 10 }],
      ['/refund', { ...ids, refund_amount: 20 }],
    ] as const
    const done: [key: string, path: string, body: object, reply: Reply][] = []
    for (const [path, body] of calls) {
      const key = newKey()
      done.push([key, path, body, await send(key, path, body)])
    }
    const before = await api.events(order.id)
    for (const [key, path, body, reply] of done) expectReplay(await send(key, path, body), reply)
    expect(await api.events(order.id)).toEqual(before)
  })

  test('deletes one refund', async () => {
    const order = await driver.prepare('order_confirmed')
    await driver.refund(order, 10)
    const [key, body] = [newKey(), { backd_order_id: order.id }]
    const first = await send(key, '/refund', body, { method: 'DELETE' })
    expect(first.status).toBe(200)
    expectReplay(await send(key, '/refund', body, { method: 'DELETE' }), first)
    await driver.refund(order, 20)
    expectReplay(await send(key, '/refund', body, { method: 'DELETE' }), first)
    expect((await driver.find(order)).refunds.at(-1)).toMatchObject({ amount: 20, status: 'draft' })
  })

  test('is refused as it was, with every field that was named', async () => {
    const order = await driver.prepare('order_confirmed')
    const body = {
      backd_order_id: order.id,
      merchant_order_id: order.merchantOrderId,
      refund_amount: 99_999,
    }
    const key = newKey()
    const first = await send(key, '/refund', body)
    expect(isRefusal(first, 422, 'refund_exceeds_remaining')).toBe(true)
    expectReplay(await send(key, '/refund', body), first)
  })

  test('runs anew after seven days', async () => {
    const order = await driver.prepare('order_placed')
    const [key, body] = [newKey(), { backd_order_id: order.id }]
    const first = await send(key, '/confirm_order', body)
    const after = (ms: number) => api.later(ms, () => send(key, '/confirm_order', body))
    expectReplay(await after(7 * DAY_MS - 1), first)
    expect(isReplayed(await after(7 * DAY_MS))).toBe(false)
    expect(isReplayed(await after(8 * DAY_MS))).toBe(true)
  })

  test('at the same instant has one effect; who is not told the answer is told to wait', async () => {
    for (let round = 0; round < 5; round++) {
      const [key, body] = [newKey(), createOrderBody()]
      const replies = await Promise.all(Array.from({ length: 4 }, () => send(key, '/create_order', body)))
      const answered = replies.filter(({ status }) => status === 200)
      expect(new Set(answered.map(({ text }) => text)).size).toBe(1)
      expect(answered.filter((reply) => !isReplayed(reply))).toHaveLength(1)
      const others = replies.filter(({ status }) => status !== 200)
      for (const other of others) expect(isRefusal(other, 409, 'request_in_progress')).toBe(true)
      expect(isReplayed(await send(key, '/create_order', body))).toBe(true)
    }
  })
})

describe('while the customer is being notified, the same request', () => {
  const notifying = () => createOrderBody({ notify_customer: true, customer_email: 'joe@example.com' })

  test.each([true, false])(
    'waits for the answer, which says whether the mail was taken: %s',
    async (isTaken) => {
      const [key, body] = [newKey(), notifying()]
      const sending = Promise.withResolvers<void>()
      const gate = Promise.withResolvers<void>()
      api.mailer.takes = isTaken
      api.mailer.before = () => {
        sending.resolve()
        return gate.promise
      }
      const first = send(key, '/create_order', body)
      await sending.promise
      const meanwhile = await send(key, '/create_order', body)
      gate.resolve()
      await first
      Object.assign(api.mailer, { takes: true, before: undefined })
      expect(isRefusal(meanwhile, 409, 'request_in_progress')).toBe(true)
      expect((await first).body.data.notified_customer).toBe(isTaken)
      expectReplay(await send(key, '/create_order', body), await first)
    },
  )
})

describe('a key', () => {
  test('with another body is refused, and nothing is changed', async () => {
    const order = await driver.prepare('order_confirmed')
    const ids = { backd_order_id: order.id, merchant_order_id: order.merchantOrderId }
    const key = newKey()
    const first = await send(key, '/refund', { ...ids, refund_amount: 10 })
    const other = await send(key, '/refund', { ...ids, refund_amount: 20 })
    expect(isRefusal(other, 422, 'idempotency_key_reused')).toBe(true)
    expect((await driver.find(order)).refunds).toMatchObject([{ amount: 10, status: 'draft' }])
    expectReplay(await send(key, '/refund', { ...ids, refund_amount: 10 }), first)
  })

  test('with another body for an order that is not there is told that first', async () => {
    const order = await driver.prepare('order_placed')
    const key = newKey()
    await send(key, '/confirm_order', { backd_order_id: order.id })
    const unknown = await send(key, '/confirm_order', { backd_order_id: 'BO-20260416-00000000' })
    expect(isRefusal(unknown, 404, 'order_not_found')).toBe(true)
  })

  test.runIf(isPostgres)('that is in use does not hide that an order is not there', async () => {
    const order = await driver.prepare('order_placed')
    const key = newKey()
    const confirm = (id: string) => send(key, '/confirm_order', { backd_order_id: id })
    let first: Promise<Reply> | undefined
    await whileHeld(api, order, async () => {
      first = confirm(order.id)
      await expect.poll(async () => (await confirm(order.id)).status, { timeout: 10_000 }).toBe(409)
      expect(isRefusal(await confirm(order.id), 409, 'request_in_progress')).toBe(true)
      expect(isRefusal(await confirm('BO-20260416-00000000'), 404, 'order_not_found')).toBe(true)
    })
    expect((await first)?.status).toBe(200)
  })

  test('belongs to one merchant, one method and one path', async () => {
    const order = await driver.prepare('order_confirmed')
    const body = { backd_order_id: order.id, merchant_order_id: order.merchantOrderId }
    const key = newKey()
    await driver.refund(order, 10)
    expect((await send(key, '/confirm_order', body)).status).toBe(200)
    const deleted = await send(key, '/refund', body, { method: 'DELETE' })
    expect([deleted.status, isReplayed(deleted)]).toEqual([200, false])
    const by = await api.createMerchant()
    expect(isRefusal(await send(key, '/confirm_order', body, { by }), 404, 'order_not_found')).toBe(true)
  })

  test('of a request that was malformed, or named no order, is free for the right one', async () => {
    const order = await driver.prepare('order_placed')
    const key = newKey()
    expect((await send(key, '/confirm_order', {})).status).toBe(400)
    expect((await send(key, '/confirm_order', { backd_order_id: 'BO-20260416-00000000' })).status).toBe(404)
    const right = await send(key, '/confirm_order', { backd_order_id: order.id })
    expect([right.status, isReplayed(right)]).toEqual([200, false])
  })

  test.each([
    ['empty', '', 400],
    ['of 256 characters', 'x'.repeat(256), 400],
    ['of 255 characters', 'x'.repeat(255), 200],
  ])('that is %s', async (_title, key, status) => {
    const reply = await send(key, '/create_order', createOrderBody())
    expect(reply.status).toBe(status)
    if (status === 400) expect(reply.body.errors[0].path).toBe('Idempotency-Key')
  })
})

test('what is kept can be read by nobody who has the database alone', async () => {
  const body = createOrderBody({ merchant_order_id: 'CANARY-ORDER' })
  const reply = await send('CANARY-KEY', '/create_order', body)
  const token = reply.body.data.customer_url.split('/').at(-1)
  const rows = await api.query<{ text: string }>(`select encode(sealed, 'escape') as text from kept_answers`)
  const everything = JSON.stringify([rows, await api.query('select call_id, body_digest from kept_answers')])
  expect(rows.length).toBeGreaterThan(0)
  for (const secret of [token, 'CANARY', 'customer_url', 'Joe']) expect(everything).not.toContain(secret)
})

test('a call of another service in the same process is not this one’s', async () => {
  const other = await createTestApp()
  try {
    const [ours, theirs] = [await api.createMerchant(), await other.createMerchant()]
    const idOf = 'select id from merchants where public_key = $1'
    const [row] = await api.query<{ id: string }>(idOf, [ours.publicKey])
    await other.query('update merchants set id = $1 where public_key = $2', [row?.id, theirs.publicKey])
    const body = createOrderBody({ notify_customer: true, customer_email: 'joe@example.com' })
    const more = { headers: { 'idempotency-key': 'the same' } }
    const [sending, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    api.mailer.before = () => {
      sending.resolve()
      return mayEnd.promise
    }
    const first = api.merchantCall(ours, '/create_order', body, more)
    await sending.promise
    const second = await other.merchantCall(theirs, '/create_order', body, more)
    api.mailer.before = undefined
    mayEnd.resolve()
    expect([second.status, (await first).status]).toEqual([200, 200])
  } finally {
    await other.close()
  }
})
