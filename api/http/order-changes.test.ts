import { cancelledOrderSchema } from '@backd/contract/api/cancel-order.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { orderDataSchema } from '@backd/contract/api/order-data.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrderBody, isRefusal } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver } from '../testing/orders.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

let api: TestApp
let merchant: TestMerchant
let driver: OrderDriver
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  driver = createOrderDriver(api, merchant)
})
afterAll(() => api.close())

describe('confirm_order', () => {
  test('answers the order, as find_order does from then on', async () => {
    const order = await driver.prepare('order_placed')
    const reply = await driver.confirm(order)
    successSchema(orderDataSchema).strict().parse(reply.body)
    expect(reply.body.data).toMatchObject({ status: 'order_confirmed', merchant_order_status: 'processing' })
    expect(await driver.find(order)).toMatchObject(reply.body.data)
    expect((await api.events(order.id)).at(-1)).toMatchObject({ type: 'order_confirmed', actor: 'merchant' })
  })

  test('does without merchant_order_id', async () => {
    const order = await driver.prepare('order_placed')
    for (const merchant_order_id of [undefined, null]) {
      expect((await driver.confirm(order, { merchant_order_id })).status).toBe(200)
    }
  })
})

describe('cancel_order', () => {
  test('answers the order without merchant_order_status', async () => {
    const order = await driver.prepare('order_placed')
    const reply = await driver.cancel(order, { merchant_order_id: undefined })
    successSchema(cancelledOrderSchema).strict().parse(reply.body)
    expect(reply.body.data).toMatchObject({ status: 'order_cancelled', order_total: 8950 })
    expect(reply.body.data).not.toHaveProperty('merchant_order_status')
    expect(await driver.find(order)).toMatchObject({ merchant_order_status: 'processing' })
  })

  test('again answers the same to the byte', async () => {
    const order = await driver.prepare('order_placed')
    const first = await driver.cancel(order)
    expect((await driver.cancel(order)).text).toBe(first.text)
  })

  test('lets go of the merchant_order_id', async () => {
    const order = await driver.prepare('order_placed')
    const again = () =>
      api.merchantCall(
        merchant,
        '/create_order',
        createOrderBody({ merchant_order_id: order.merchantOrderId }),
      )
    expect(isRefusal(await again(), 409, 'duplicate_merchant_order_id')).toBe(true)
    await driver.cancel(order)
    expect((await again()).status).toBe(200)
  })
})

describe('the schedule', () => {
  test('is the one that the customer accepted', async () => {
    const order = await driver.prepare('order_placed')
    expect((await driver.find(order)).schedule).toEqual({
      plan_id: 'net-30',
      plan_name: 'Net 30',
      starts_on: '2026-04-16',
      fee_amount: 0,
      total_amount: 8950,
      payments: [{ due_on: '2026-05-16', amount: 8950 }],
    })
  })

  test('of a cancelled order asks for nothing; what was accepted is kept', async () => {
    const order = await driver.prepare('order_cancelled')
    const found = await driver.find(order)
    expect([found.order_total, found.schedule.total_amount]).toEqual([8950, 0])
    expect((await api.sessionCall(order.token)).body.data.selected.offer.total_cents).toBe(895_000)
  })

  test('is absent before terms are selected', async () => {
    expect(await driver.find(await driver.prepare('order_created'))).not.toHaveProperty('schedule')
  })
})

describe.each(['confirm', 'cancel'] as const)('%s_order', (call) => {
  test('under another merchant_order_id is refused, even as a repetition', async () => {
    const order = await driver.prepare('order_placed')
    const wrong = { merchant_order_id: 'another' }
    const refused = await driver[call](order, wrong)
    expect(isRefusal(refused, 409, 'merchant_order_id_conflict')).toBe(true)
    expect(refused.body.message).toContain(`"${order.merchantOrderId}"`)
    expect((await driver[call](order)).status).toBe(200)
    expect(isRefusal(await driver[call](order, wrong), 409, 'merchant_order_id_conflict')).toBe(true)
  })

  test('of another merchant’s order and of an unknown one are the same 404 to the byte', async () => {
    const order = await driver.prepare('order_placed')
    const other = createOrderDriver(api, await api.createMerchant())
    const replies = [await other[call](order), await driver[call]({ ...order, id: 'BO-20260416-00000000' })]
    for (const reply of replies) expect(isRefusal(reply, 404, 'order_not_found')).toBe(true)
    expect(replies[0]?.text).toBe(replies[1]?.text)
    expect(await driver.find(order)).toMatchObject({ status: 'order_placed' })
  })
})
