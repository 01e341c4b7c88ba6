import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '../testing/bodies.ts'
import { createOrderDriver } from '../testing/orders.ts'
import { BASE, createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'
import { isPostgres } from '../testing/test-database.ts'

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

test('a request that does not arrive whole in time is told so, and its connection closed', async () => {
  const port = Number(new URL(await api.app.listen({ port: 0, host: '127.0.0.1' })).port)
  const { server } = api.app
  expect([server.requestTimeout, server.headersTimeout]).toEqual([30_000, 15_000])
  server.headersTimeout = 400
  server.requestTimeout = 500
  const startedAt = performance.now()
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `POST ${BASE}/confirm_order HTTP/1.1\r\nHost: x\r\nAuthorization: ${merchant.authorization}\r\n` +
          'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
      ),
    )
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\nConnection: close/)
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
    data: null,
    status: { type: 'request_timeout', code: 408, error: true },
  })
  expect(performance.now() - startedAt).toBeLessThan(14_000)
})

describe.runIf(isPostgres)('an order that another session keeps', () => {
  test('is not waited for longer than a few seconds: 503 with Retry-After, and nothing is changed', async () => {
    const driver = createOrderDriver(api, merchant)
    const order = await driver.prepare('order_placed')
    await api.query('begin')
    await api.query('select 1 from orders where backd_order_id = $1 for update', [order.id])
    const startedAt = performance.now()
    const calls = [
      driver.confirm(order),
      driver.cancel(order),
      driver.update(order, { merchant_order_status: 'x' }),
    ]
    const reading = driver.find(order)
    expect((await reading).status).toBe('order_placed')
    for (const reply of await Promise.all(calls)) {
      expect(isRefusal(reply, 503, 'unavailable')).toBe(true)
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    }
    expect(performance.now() - startedAt).toBeLessThan(15_000)
    await api.query('rollback')
    expect((await driver.confirm(order)).status).toBe(200)
    expect((await api.events(order.id)).map(({ type }) => type).at(-1)).toBe('order_confirmed')
  })
})
