import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrderDriver, type OrderDriver } from '../testing/orders.ts'
import { BASE, createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

/** Requests as only a socket can send them. */

let api: TestApp
let merchant: TestMerchant
let driver: OrderDriver
let port: number
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  driver = createOrderDriver(api, merchant)
  port = Number(new URL(await api.app.listen({ port: 0, host: '127.0.0.1' })).port)
})
afterAll(() => api.close())

/** confirm_order of an order that is placed, with these lines in its head. */
async function confirm(...lines: string[]): Promise<{ status: number; body: Record<string, unknown> }> {
  const { id } = await driver.prepare('order_placed')
  const payload = JSON.stringify({ backd_order_id: id })
  const head = [
    `POST ${BASE}/confirm_order HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    `Authorization: ${merchant.authorization}`,
    'Content-Type: application/json',
    `Content-Length: ${payload.length}`,
    ...lines,
  ]
  const text = await new Promise<string>((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n${payload}`))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
  return { status: Number(text.split(' ')[1]), body: JSON.parse(text.split('\r\n\r\n')[1] || 'null') }
}

test('an Expect header that we do not know is passed over', async () => {
  expect((await confirm('Expect: bananas')).status).toBe(200)
})

describe('an Idempotency-Key', () => {
  test('has up to 255 characters, however many bytes they take', async () => {
    expect((await confirm(`Idempotency-Key: ${'é'.repeat(255)}`)).status).toBe(200)
    expect((await confirm(`Idempotency-Key: ${'é'.repeat(256)}`)).status).toBe(400)
  })

  test('is sent once: two are refused', async () => {
    const { status, body } = await confirm('Idempotency-Key: a', 'Idempotency-Key: b')
    expect(status).toBe(400)
    expect(body).toMatchObject({
      status: { type: 'invalid_request' },
      errors: [{ path: 'Idempotency-Key', message: 'must be sent once' }],
    })
  })
})
