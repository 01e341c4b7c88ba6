import { seedAmounts } from '@backd/contract/examples.ts'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { isRefusal } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver, type TestOrder } from '../testing/orders.ts'
import { BASE, createTestApp, type Reply, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { isPostgres } from '../testing/test-database.ts'

/** Another merchant's order is told exactly like one that never was: by its bytes, its headers and its work. */

let api: TestApp
let owner: TestMerchant
let stranger: TestMerchant
let owners: OrderDriver
let strangers: OrderDriver
beforeAll(async () => {
  api = await createTestApp()
  ;[owner, stranger] = [await api.createMerchant(), await api.createMerchant()]
  ;[owners, strangers] = [createOrderDriver(api, owner), createOrderDriver(api, stranger)]
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(() => api.close())

const UNKNOWN = 'BO-20260416-00000000'

/** Each call that names an order, by method and path; the table is held to be whole by the test at the end. */
const calls: Record<string, (order: TestOrder) => object | undefined> = {
  'GET /find_order': () => undefined,
  'GET /order_events': () => undefined,
  'POST /order_placed': (order) => ({ merchant_order_id: order.merchantOrderId, order_total: 8950 }),
  'POST /update_order': (order) => ({
    merchant_order_id: order.merchantOrderId,
    merchant_order_status: 'packed',
    ...seedAmounts,
  }),
  'POST /confirm_order': (order) => ({ merchant_order_id: order.merchantOrderId }),
  'POST /cancel_order': () => ({}),
  'POST /refund': (order) => ({ merchant_order_id: order.merchantOrderId, refund_amount: 10 }),
  'DELETE /refund': () => ({}),
}

/** Makes a call for the order of an id, as its owner would, by whoever. */
async function ask(by: TestMerchant, name: string, order: TestOrder, id: string, key?: string) {
  const [method = '', path = ''] = name.split(' ')
  const body = calls[name]?.(order)
  const url = body ? path : `${path}/${id}`
  return await api.merchantCall(by, url, body && { backd_order_id: id, ...body }, {
    method: method as 'GET' | 'POST' | 'DELETE',
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  })
}

/** Everything that reaches the caller, but what differs between any two requests. */
const toldBy = ({ status, headers, text }: Reply) => ({
  status,
  text,
  headers: Object.entries(headers).filter(
    ([name]) => !/^(date|x-request-id|x-ratelimit-(remaining|reset))$/.test(name),
  ),
})

/** How many messages go to the database while something runs. */
async function countQueries(run: () => Promise<unknown>): Promise<number> {
  const spy = isPostgres
    ? vi.spyOn(pg.Client.prototype, 'query')
    : vi.spyOn(PGlite.prototype, 'execProtocolStream')
  await run()
  const queries = spy.mock.calls.length
  spy.mockRestore()
  return queries
}

const names = Object.keys(calls)
const statuses = ['order_created', 'order_placed', 'order_confirmed', 'order_cancelled'] as const
let lastKey = 0
const newKey = () => `foreign ${++lastKey}`

describe('what another merchant’s order is answered, an order that never was is answered:', () => {
  test.each(names)('%s, whatever the order’s status', async (name) => {
    for (const status of statuses) {
      const order = await owners.prepare(status)
      const before = await api.events(order.id)
      const foreign = await ask(stranger, name, order, order.id)
      const unknown = await ask(stranger, name, order, UNKNOWN)
      expect(isRefusal(foreign, 404, 'order_not_found')).toBe(true)
      expect(toldBy(foreign)).toEqual(toldBy(unknown))
      expect(foreign.text).not.toContain(order.id)
      expect(await api.events(order.id)).toEqual(before)
    }
  })

  test.each(names.filter((name) => !name.startsWith('GET')))('%s, under a key, new or used', async (name) => {
    const order = await owners.prepare('order_confirmed')
    await owners.refund(order, 20)
    const own = await strangers.prepare('order_placed')
    const usedKeys = [newKey(), newKey()] as const
    for (const key of usedKeys) await ask(stranger, name, own, own.id, key)
    const ownersKey = newKey()
    await ask(owner, name, order, order.id, ownersKey)
    const pairs = [[newKey(), newKey()], usedKeys, [ownersKey, newKey()]] as const
    for (const [key, other] of pairs) {
      for (let times = 0; times < 2; times++) {
        const foreign = await ask(stranger, name, order, order.id, key)
        expect(isRefusal(foreign, 404, 'order_not_found')).toBe(true)
        expect(toldBy(foreign)).toEqual(toldBy(await ask(stranger, name, order, UNKNOWN, other)))
      }
    }
  })

  test.each(names)('%s, after the same work', async (name) => {
    const order = await owners.prepare('order_confirmed')
    for (const key of name.startsWith('GET') ? [undefined] : [undefined, newKey]) {
      const asking = (id: string) => countQueries(() => ask(stranger, name, order, id, key?.()))
      const queries = await asking(order.id)
      expect(queries).toBeGreaterThan(0)
      expect(queries).toBe(await asking(UNKNOWN))
    }
  })
})

test('a search finds another merchant’s order as little as one that never was', async () => {
  const order = await owners.prepare('order_placed')
  const search = (text: string) => api.merchantCall(stranger, `/find_orders?search=${text}`)
  const unknown = await search(UNKNOWN)
  expect(unknown.body.data.orders).toEqual([])
  for (const text of [order.id, order.merchantOrderId])
    expect(toldBy(await search(text))).toEqual(toldBy(unknown))
  const searching = (text: string) => countQueries(() => search(text))
  expect(await searching(order.id)).toBe(await searching(UNKNOWN))
})

test('every endpoint that names an order is in the table above', () => {
  const { paths = {} } = api.app.swagger() as { paths?: Record<string, Record<string, unknown>> }
  const naming = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(
        ([, operation]) =>
          path.startsWith(BASE) && /"backd_order_id"/.test(JSON.stringify(requestOf(operation))),
      )
      .map(([method]) => `${method.toUpperCase()} ${path.slice(BASE.length).replace(/\/\{.*/, '')}`),
  )
  expect(naming.sort()).toEqual([...names].sort())
})

/** What an operation of the OpenAPI document is asked with. */
function requestOf(operation: unknown) {
  const { parameters, requestBody } = operation as { parameters?: unknown; requestBody?: unknown }
  return { parameters, requestBody }
}
