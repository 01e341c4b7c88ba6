import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createBackdClient } from './backd-client.ts'
import { createFakeBackd, failure, orderData, success } from './testing/fake-backd.ts'

function openClient() {
  const fake = createFakeBackd()
  const options = { origin: 'http://backd.example', publicKey: 'pk', secretKey: 'sk', fetch: fake.fetch }
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
    message: 'There is no such order.',
  })
})

test('several wrong fields are named one by one, a single one is not said twice', async () => {
  const { fake, client } = openClient()
  const items = { path: 'items', message: 'is required' }
  const mode = { path: 'mode', message: 'is required' }
  fake.answer(
    'find_order',
    failure(400, 'invalid_request', '2 fields need a correction: items, mode.', [items, mode]),
  )
  expect(await client.findOrder('BO-1')).toMatchObject({
    message: '2 fields need a correction: items, mode. items is required. mode is required.',
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
