import { successSchema } from '@backd/contract/api/envelope.ts'
import { foundOrdersSchema } from '@backd/contract/api/find-orders.ts'
import { orderEventsSchema } from '@backd/contract/api/order-events.ts'
import { seedBilling, seedOrder } from '@backd/contract/examples.ts'
import type { OrderStatus } from '@backd/contract/lifecycle.ts'
import { orderStatuses } from '@backd/contract/lifecycle.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrderBody, isRefusal } from '../testing/bodies.ts'
import { createOrderDriver } from '../testing/orders.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await createTestApp()
})
afterAll(() => api.close())

const list = (merchant: TestMerchant, query: Record<string, string> | string = {}) =>
  api.merchantCall(merchant, `/find_orders?${new URLSearchParams(query)}`)

async function idsOf(merchant: TestMerchant, query: Record<string, string> = {}): Promise<string[]> {
  const { body } = await list(merchant, query)
  return body.data.orders.map(({ backd_order_id }: { backd_order_id: string }) => backd_order_id)
}

async function create(merchant: TestMerchant, merchantOrderId?: string): Promise<string> {
  const id = merchantOrderId === undefined ? {} : { merchant_order_id: merchantOrderId }
  const { body } = await api.merchantCall(merchant, '/create_order', createOrderBody(id))
  return body.data.backd_order_id
}

test('find_orders by merchant_order_id finds exactly the orders under it, those of the widget too', async () => {
  const merchant = await api.createMerchant()
  const server = await create(merchant, 'Cart_1')
  await create(merchant, 'Cart_11')
  await create(merchant, 'CART_1')
  const { body } = await api.browserCall({
    order: {
      ...seedOrder,
      merchant: { public_api_key: merchant.publicKey, name: 'M' },
      merchant_order_id: 'Cart-W',
    },
  })
  expect(await idsOf(merchant, { merchant_order_id: 'Cart_1' })).toEqual([server])
  expect(await idsOf(merchant, { merchant_order_id: 'Cart-W' })).toEqual([body.data.backd_order_id])
  expect(await idsOf(merchant, { merchant_order_id: 'Cart' })).toEqual([])
  expect(await idsOf(merchant, { merchant_order_id: 'Cart_1', status: 'order_placed' })).toEqual([])
  expect(isRefusal(await list(merchant, { merchant_order_id: '' }), 400, 'invalid_request')).toBe(true)
})

/** All pages, with something done between them. */
async function pages(merchant: TestMerchant, limit: number, between: () => Promise<unknown>) {
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; await between()) {
    const query: Record<string, string> = { limit: String(limit), ...(cursor ? { cursor } : {}) }
    const { data } = (await list(merchant, query)).body
    expect(data.orders.length).toBeLessThanOrEqual(limit)
    seen.push(...data.orders.map((order: { backd_order_id: string }) => order.backd_order_id))
    cursor = data.next_cursor
  }
  return seen
}

describe('find_orders', () => {
  test('answers with a line for each order, newest first, and of a contact the name alone', async () => {
    const merchant = await api.createMerchant()
    const first = await create(merchant, 'A-1')
    const second = await api.later(1, () => create(merchant, 'A-2'))
    const reply = await list(merchant)
    successSchema(foundOrdersSchema).strict().parse(reply.body)
    expect(reply.body).toEqual({
      data: {
        orders: [
          {
            backd_order_id: second,
            merchant_order_id: 'A-2',
            create_date: '2026-04-16T15:00:00.001Z',
            status: 'order_created',
            order_total: 8950,
            merchant_order_status: 'processing',
            billing: { name: seedBilling.name },
          },
          expect.objectContaining({ backd_order_id: first, create_date: '2026-04-16T15:00:00.000Z' }),
        ],
        next_cursor: null,
      },
      message: 'Orders found',
      status: { type: 'success', code: 200, error: false },
    })
  })

  test('answers a merchant without orders with an empty page', async () => {
    const { status, body } = await list(await api.createMerchant())
    expect([status, body.data]).toEqual([200, { orders: [], next_cursor: null }])
  })

  test('gives each order once over its pages, also those of one millisecond, while new ones come', async () => {
    const merchant = await api.createMerchant()
    const made = await Promise.all(Array.from({ length: 11 }, () => create(merchant)))
    let arrived = 0
    const seen = await pages(merchant, 3, () => {
      arrived += 1
      return api.later(arrived, () => create(merchant))
    })
    expect(seen).toEqual(made.sort().reverse())
    expect(await idsOf(merchant)).toHaveLength(11 + arrived)
  })

  test('has no next page when the last one is just full', async () => {
    const merchant = await api.createMerchant()
    for (let count = 0; count < 2; count++) await create(merchant)
    expect((await list(merchant, { limit: '2' })).body.data.next_cursor).toBeNull()
    expect((await list(merchant, { limit: '1' })).body.data.next_cursor).toEqual(expect.any(String))
  })

  test('has 25 orders a page unless asked otherwise', async () => {
    const merchant = await api.createMerchant()
    await Promise.all(Array.from({ length: 26 }, () => create(merchant)))
    expect(await idsOf(merchant)).toHaveLength(25)
    expect(await idsOf(merchant, { limit: '100' })).toHaveLength(26)
  })

  test('filters by each status', async () => {
    const merchant = await api.createMerchant()
    const driver = createOrderDriver(api, merchant)
    const made = new Map<OrderStatus, string>()
    for (const status of orderStatuses) made.set(status, (await driver.prepare(status)).id)
    for (const status of orderStatuses) expect(await idsOf(merchant, { status })).toEqual([made.get(status)])
  })

  test('finds orders by the beginning of either id, in any case', async () => {
    const merchant = await api.createMerchant()
    const [north, south] = [await create(merchant, 'NW-100-north'), await create(merchant, 'nw-200-south')]
    const both = [north, south].sort().reverse()
    expect(await idsOf(merchant, { search: 'nw-' })).toEqual(both)
    expect(await idsOf(merchant, { search: 'NW-1' })).toEqual([north])
    expect(await idsOf(merchant, { search: 'nw-200-SOUTH' })).toEqual([south])
    expect(await idsOf(merchant, { search: 'BO-2026' })).toEqual(both)
    expect(await idsOf(merchant, { search: north.toLowerCase() })).toEqual([north])
    expect(await idsOf(merchant, { search: 'north' })).toEqual([])
    expect(await idsOf(merchant, { search: 'nw-', status: 'order_placed' })).toEqual([])
  })

  test('takes the signs of a pattern for themselves', async () => {
    const merchant = await api.createMerchant()
    const odd = await create(merchant, '50%_off\\now')
    await create(merchant, '50 off')
    for (const search of ['50%', '50%_', '50%_OFF\\'])
      expect(await idsOf(merchant, { search })).toEqual([odd])
    for (const search of ['%', '_', '\\', "'", '50_']) expect(await idsOf(merchant, { search })).toEqual([])
  })

  test('never shows another merchant’s orders, not even from its cursor', async () => {
    const [mine, theirs] = [await api.createMerchant(), await api.createMerchant()]
    const own = await create(mine, 'SHARED-1')
    const foreign = await api.later(1, () => create(theirs, 'SHARED-2'))
    await api.later(2, () => create(theirs, 'SHARED-3'))
    for (const query of [{}, { search: 'shared' }, { search: 'BO-' }, { status: 'order_created' }]) {
      expect(await idsOf(mine, query as Record<string, string>)).toEqual([own])
    }
    expect(await idsOf(mine, { search: foreign })).toEqual([])
    const { next_cursor } = (await list(theirs, { limit: '1' })).body.data
    expect(await idsOf(mine, { cursor: next_cursor })).toEqual([own])
  })

  test.each<[string, Record<string, string> | string, string, string]>([
    [
      'a misspelt key',
      { stauts: 'refund' },
      'stauts',
      '"stauts" is not a field here; did you mean "status"?',
    ],
    ['a key of its own', { page: '2' }, 'page', '"page" is not a field here'],
    ['no limit', { limit: '' }, 'limit', 'must be a whole number from 1 to 100'],
    ['a limit of 0', { limit: '0' }, 'limit', 'must be a whole number from 1 to 100'],
    ['a limit above 100', { limit: '101' }, 'limit', 'must be a whole number from 1 to 100'],
    ['a limit that is no whole number', { limit: '1.5' }, 'limit', 'must be a whole number from 1 to 100'],
    ['a limit in another notation', { limit: '1e1' }, 'limit', 'must be a whole number from 1 to 100'],
    [
      'a limit beyond all numbers',
      { limit: '9'.repeat(400) },
      'limit',
      'must be a whole number from 1 to 100',
    ],
    ['two limits', 'limit=1&limit=2', 'limit', 'must be a whole number from 1 to 100'],
    ['an empty search', { search: '' }, 'search', 'must not be empty'],
    ['a search of spaces', { search: '  ' }, 'search', 'must not be empty'],
    ['a long search', { search: 'x'.repeat(256) }, 'search', 'must have at most 255 characters'],
    ['a search with NUL', { search: 'a\0' }, 'search', 'must not contain NUL or broken Unicode'],
    ['two searches', 'search=a&search=b', 'search', 'must be a text'],
    [
      'a cursor of its own making',
      { cursor: 'abc' },
      'cursor',
      'must be the next_cursor of an answer of this endpoint, as it was',
    ],
    ...['8640000000000000', '253402300800000'].map(
      (time): [string, Record<string, string>, string, string] => [
        `a cursor of a time that no order has, ${time}`,
        { cursor: Buffer.from(`${time}.BO-20260416-7K3M9QX2`).toString('base64url') },
        'cursor',
        'must be the next_cursor of an answer of this endpoint, as it was',
      ],
    ),
  ])('refuses %s and says what to change', async (_title, query, path, message) => {
    const reply = await list(await api.createMerchant(), query)
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    expect(reply.body.errors).toContainEqual({ path, message })
  })

  test('takes a cursor of the last millisecond that it can be asked of', async () => {
    const merchant = await api.createMerchant()
    const id = await create(merchant)
    const cursor = Buffer.from('253402300799999.BO-20260416-7K3M9QX2').toString('base64url')
    expect(await idsOf(merchant, { cursor })).toEqual([id])
  })

  test('names the statuses when one is none', async () => {
    const reply = await list(await api.createMerchant(), { status: 'placed' })
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    for (const status of orderStatuses) expect(reply.body.errors[0].message).toContain(`"${status}"`)
  })
})

describe('order_events', () => {
  test('tells an order’s whole life, oldest first, with what changed', async () => {
    const merchant = await api.createMerchant()
    const driver = createOrderDriver(api, merchant)
    const order = await driver.prepare('order_placed')
    await api.later(60_000, () =>
      driver.update(order, { order_total: 9000, cart_amount: 9050, merchant_order_status: 'packed' }),
    )
    await driver.confirm(order)
    await driver.refund(order, 100)
    await driver.deleteRefund(order)
    await driver.refund(order, 50)
    await driver.settle()
    const reply = await api.merchantCall(merchant, `/order_events/${order.id}`)
    successSchema(orderEventsSchema).strict().parse(reply.body)
    const { backd_order_id, events } = reply.body.data
    expect(backd_order_id).toBe(order.id)
    expect(events.map((event: { type: string; actor: string }) => [event.type, event.actor])).toEqual([
      ['order_created', 'customer'],
      ['terms_selected', 'customer'],
      ['customer_notified', 'backd'],
      ['order_placed', 'merchant'],
      ['order_updated', 'merchant'],
      ['order_confirmed', 'merchant'],
      ['refund_requested', 'merchant'],
      ['refund_deleted', 'merchant'],
      ['refund_requested', 'merchant'],
      ['refund_settled', 'backd'],
    ])
    expect(events[0]).toEqual({
      type: 'order_created',
      actor: 'customer',
      from: null,
      to: 'order_created',
      create_date: '2026-04-16T15:00:00.000Z',
      data: expect.any(Object),
    })
    expect(events[4]).toMatchObject({
      from: 'order_placed',
      to: 'order_placed',
      create_date: '2026-04-16T15:01:00.000Z',
      data: { before: { order_total_cents: 895_000 }, after: { order_total_cents: 900_000 } },
    })
  })

  test('answers for an unknown id and for another merchant’s order byte for byte alike, as find_order does', async () => {
    const [mine, theirs] = [await api.createMerchant(), await api.createMerchant()]
    const foreign = await create(theirs)
    const answers = []
    for (const path of ['order_events', 'find_order']) {
      for (const id of [foreign, 'BO-20260416-00000000', 'x', 'BO-1%00']) {
        const { status, text, headers } = await api.merchantCall(mine, `/${path}/${id}`)
        const told = Object.entries(headers).filter(
          ([name]) => !/^(x-request-id|x-ratelimit-|date)/.test(name),
        )
        answers.push(JSON.stringify([status, text, told]))
      }
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('order_not_found')
    expect((await api.merchantCall(theirs, `/order_events/${foreign}`)).status).toBe(200)
  })

  test('refuses a query by name, before it looks for the order', async () => {
    const reply = await api.merchantCall(await api.createMerchant(), '/order_events/x?limit=2')
    expect(isRefusal(reply, 400, 'invalid_request')).toBe(true)
    expect(reply.body.errors).toEqual([{ path: 'limit', message: '"limit" is not a field here' }])
  })
})

test.each(['/find_orders', '/order_events/x'])('%s is for those with keys alone', async (path) => {
  const merchant = await api.createMerchant()
  const reply = await api.merchantCall({ ...merchant, authorization: 'Basic x' }, path)
  expect(isRefusal(reply, 401, 'unauthorized')).toBe(true)
})
