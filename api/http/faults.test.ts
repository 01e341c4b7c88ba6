import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkoutOrderBody, createOrderBody, isRefusal } from '../testing/bodies.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { isPostgres } from '../testing/test-database.ts'
import { createRefusal } from './error-mapping.ts'
import { describeFault } from './fault-log.ts'

let api: TestApp
beforeAll(async () => {
  api = await createTestApp()
})
afterAll(() => api.close())

describe('a fault', () => {
  test('of the code is a 500 that says nothing of itself', () => {
    const { envelope, isFault } = createRefusal(new TypeError('secret of x'), () => false)
    expect([envelope.status.type, envelope.status.code, isFault]).toEqual(['internal_error', 500, true])
    expect(JSON.stringify(envelope)).not.toContain('secret')
  })

  test('of the database is logged by its names, without its values', async () => {
    const merchant = await api.createMerchant()
    await api.query('alter table order_events rename to moved')
    const reply = await api.merchantCall(
      merchant,
      '/create_order',
      createOrderBody({ merchant_order_status: 'CANARY' }),
    )
    await api.query('alter table moved rename to order_events')
    expect(isRefusal(reply, 500, 'internal_error')).toBe(true)
    expect(await api.count('orders')).toBe(0)
    const line = api.logs.find((text) => text.includes('The request failed')) ?? ''
    expect(line).toContain('"code":"42P01"')
    expect(line).toContain('insert-orders.ts')
    expect(line).not.toContain('CANARY')
    expect(line).not.toContain('joedoe')
  })

  test('keeps its cause, and no message that a driver wrote', () => {
    const driver = Object.assign(new Error('Key (email)=(joe)'), {
      severity: 'ERROR',
      code: '23505',
      constraint: 'c',
    })
    const fault = describeFault(new Error('outer', { cause: driver }))
    expect(fault).toMatchObject({ message: 'outer', cause: { code: '23505', constraint: 'c' } })
    expect(JSON.stringify(fault)).not.toContain('joe)')
  })
})

describe('while the database is gone', () => {
  test('every endpoint that needs it answers 503 with Retry-After, and /healthz lives', async () => {
    const merchant = await api.createMerchant()
    expect((await api.call({ url: '/readyz' })).status).toBe(200)
    await api.breakDatabase()
    const replies = [
      await api.merchantCall(merchant, '/create_order', createOrderBody()),
      await api.merchantCall(merchant, '/find_order/BO-20260416-00000000'),
      await api.browserCall(checkoutOrderBody(merchant)),
      await api.sessionCall('q'.repeat(43)),
      await api.call({ url: '/readyz' }),
    ]
    for (const reply of replies) {
      expect(isRefusal(reply, 503, 'unavailable')).toBe(true)
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    }
    expect((await api.call({ url: '/healthz' })).status).toBe(200)
  })

  test.runIf(isPostgres)('and when it is back, without a restart, it serves', async () => {
    await api.mendDatabase()
    const merchant = await api.createMerchant()
    expect((await api.merchantCall(merchant, '/create_order', createOrderBody())).status).toBe(200)
    expect((await api.call({ url: '/readyz' })).status).toBe(200)
  })
})
