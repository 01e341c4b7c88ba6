import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createBackdClient } from './backd-client.ts'
import { createFakeBackd, failure, orderData, success } from './testing/fake-backd.ts'

function openClient() {
  const fake = createFakeBackd()
  const options = {
    origin: 'http://backd.example',
    publicKey: 'pk',
    secretKey: 'sk',
    fetch: fake.fetch,
    delaysMs: [0, 0],
  }
  return { fake, client: createBackdClient(options) }
}

test('every request carries the key pair as HTTP Basic', async () => {
  const { fake, client } = openClient()
  await client.findOrder('BO-1')
  expect(fake.requests[0]).toMatchObject({ method: 'GET', authorization: `Basic ${btoa('pk:sk')}` })
})

test('an id from outside cannot reach another endpoint', async () => {
  const { fake, client } = openClient()
  await client.findOrder('../order_placed?x')
  expect(fake.requests[0]?.path).toBe('/v1/backd/bnpl/api/find_order/..%2Forder_placed%3Fx')
})

test('a success gives its data, and the envelope as it came, with what the shop does not know yet', async () => {
  const { fake, client } = openClient()
  const envelope = success(orderData({ max_order_total: 9845 }))
  fake.answer('find_order', envelope)
  expect(await client.findOrder('BO-1')).toEqual({ ok: true, data: envelope.data, envelope })
})

test('a refusal keeps the sentence and the code of the API', async () => {
  const { fake, client } = openClient()
  fake.answer('find_order', failure(404, 'order_not_found', 'There is no such order.'))
  expect(await client.findOrder('BO-1')).toEqual({
    ok: false,
    kind: 'refused',
    code: 'order_not_found',
    status: 404,
    message: 'There is no such order.',
    faults: [],
  })
})

test('several wrong fields are named one by one, a single one is not said twice', async () => {
  const { fake, client } = openClient()
  const items = { path: 'items', message: 'is required' }
  const mode = { path: 'mode', message: 'is required' }
  fake.answer(
    'find_order',
    failure(400, 'invalid_request', '2 fields need a correction: items, mode. items: is required.', [
      items,
      mode,
    ]),
  )
  expect(await client.findOrder('BO-1')).toMatchObject({
    message: '2 fields need a correction: items, mode. items: is required. mode: is required.',
  })
  fake.answer('find_order', failure(400, 'invalid_request', 'items: is required.', [items]))
  expect(await client.findOrder('BO-1')).toMatchObject({ message: 'items: is required.' })
})

test.each([
  [429, 'too_many_requests'],
  [500, 'internal_error'],
  [503, 'unavailable'],
])('a %i may be tried again', async (status, code) => {
  const { fake, client } = openClient()
  fake.answer('find_order', failure(status, code, 'Later, please.'))
  expect(await client.findOrder('BO-1')).toEqual({
    ok: false,
    kind: 'unavailable',
    code,
    message: 'Later, please.',
  })
})

test('a server that never answers is given up on', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createBackdClient({ origin, publicKey: 'pk', secretKey: 'sk', timeoutMs: 100 })
  expect(await client.findOrder('BO-1')).toMatchObject({
    kind: 'unavailable',
    message: 'BackdPay did not answer within 0.1 seconds.',
  })
  server.closeAllConnections()
  server.close()
})

test('a redirect is not followed with the secret key', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(302, { location: 'http://evil.example/' }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createBackdClient({ origin, publicKey: 'pk', secretKey: 'sk' })
  expect(await client.findOrder('BO-1')).toMatchObject({ ok: false, kind: 'unavailable' })
  server.closeAllConnections()
  server.close()
})

const ids = { backd_order_id: 'BO-1', merchant_order_id: 'NW-1' }

test.each<[string, Error | object]>([
  ['the network fails', new TypeError('fetch failed')],
  ['Backd is away', failure(503, 'unavailable', 'Later, please.')],
  ['the first try still runs', failure(409, 'request_in_progress', 'Still running.')],
])('when %s, a change is sent again under the same key', async (_what, answer) => {
  const { fake, client } = openClient()
  fake.answerInTurn('confirm_order', answer, success(orderData()))
  expect(await client.confirmOrder(ids)).toMatchObject({ ok: true })
  const keys = fake.requests.map(({ idempotencyKey }) => idempotencyKey)
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), keys[0]])
})

test('two calls have two keys, and reading has none', async () => {
  const { fake, client } = openClient()
  for (const endpoint of ['refund', 'find_order']) fake.answer(endpoint, success(orderData()))
  await client.refund({ ...ids, refund_amount: 1 })
  await client.deleteRefund(ids)
  await client.findOrder('BO-1')
  const [one, two, none] = fake.requests
  expect(one?.idempotencyKey).not.toBe(two?.idempotencyKey)
  expect(none?.idempotencyKey).toBeNull()
  expect(two).toMatchObject({ method: 'DELETE', body: ids })
})

test('a refusal is not sent again, nor a fault of Backd, and what never answers is given up on', async () => {
  const { fake, client } = openClient()
  fake.answer('confirm_order', failure(409, 'order_cancelled', 'The order is cancelled.'))
  fake.answer('cancel_order', failure(500, 'internal_error', 'Something went wrong.'))
  await client.confirmOrder(ids)
  await client.cancelOrder(ids)
  expect(fake.requests).toHaveLength(2)
  expect(await client.orderPlaced(ids)).toMatchObject({ kind: 'unavailable' })
  expect(fake.requests).toHaveLength(5)
})

test('a refusal names its fields', async () => {
  const { fake, client } = openClient()
  const faults = [{ path: 'refund_amount', message: 'must be at most 10.00' }]
  fake.answer('refund', failure(422, 'refund_exceeds_remaining', 'Too much.', faults))
  expect(await client.refund({ ...ids, refund_amount: 11 })).toMatchObject({ status: 422, faults })
})

test('a list is asked for with what is looked for', async () => {
  const { fake, client } = openClient()
  fake.answer('find_orders', success({ orders: [], next_cursor: null }))
  await client.findOrders({ status: 'order_placed', search: 'NW 1&2', limit: 10 })
  expect(fake.requests[0]?.search).toBe('?status=order_placed&search=NW%201%262&limit=10')
})
