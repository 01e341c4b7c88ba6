import { successSchema } from '@backd/contract/api/envelope.ts'
import { updatedOrderSchema } from '@backd/contract/api/update-order.ts'
import { seedBilling, seedItems, seedUpdatedOrder } from '@backd/contract/examples.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choiceOf, isRefusal } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver, type TestOrder } from '../testing/orders.ts'
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

/** The seed's amounts with another total. */
const total = (dollars: number) => ({ order_total: dollars, cart_amount: dollars + 50 })

async function eventData(order: TestOrder) {
  return await api.query<{ data: Record<string, unknown> }>(
    `select data from order_events where backd_order_id = $1 and type = 'order_updated' order by id`,
    [order.id],
  )
}

describe('update_order', () => {
  test('answers the fields of the published page, and how far the total could go', async () => {
    const order = await driver.prepare('order_placed')
    const { merchant_order_id: _, status: __, ...content } = seedUpdatedOrder
    const reply = await driver.update(order, content)
    successSchema(updatedOrderSchema).strict().parse(reply.body)
    expect(reply.body.data).toEqual({
      ...seedUpdatedOrder,
      merchant_order_id: order.merchantOrderId,
      backd_order_id: order.id,
      create_date: '2026-04-16T15:00:00.000Z',
      max_order_total: 9845,
    })
  })

  test('changes what is sent and leaves what is not', async () => {
    const order = await driver.prepare('order_placed')
    const items = [{ display_name: 'Desk', sku: 'D-1', unit_price: 8000, qty: 1, item_url: null }]
    const shipping = { ...seedBilling, email: 'new@example.com', company_name: null }
    await driver.update(order, { ...total(8000), merchant_order_status: 'packed', items, shipping })
    const found = await driver.find(order)
    expect(found).toMatchObject({
      order_total: 8000,
      cart_amount: 8050,
      merchant_order_status: 'packed',
      shipping: { ...seedBilling, email: 'new@example.com' },
      items: [{ display_name: 'Desk' }],
    })
    expect(found.billing).toEqual(seedBilling)
    await driver.update(order, { ...total(7000), shipping: null, items: undefined })
    expect(await driver.find(order)).toMatchObject({ items: [{ display_name: 'Desk' }], order_total: 7000 })
  })

  test('of what the order already has answers it and leaves no event', async () => {
    const order = await driver.prepare('order_placed')
    const same = { items: seedItems, shipping: { ...seedBilling, company_name: null } }
    const first = await driver.update(order, { merchant_order_status: 'packed' })
    const again = await driver.update(order, { merchant_order_status: 'packed', ...same })
    expect([first.status, again.status, again.text]).toEqual([200, 200, first.text])
    expect(await eventData(order)).toHaveLength(1)
  })

  test('leaves an event with the amounts before and after, and no personal data', async () => {
    const order = await driver.prepare('order_placed')
    await driver.update(order, {
      ...total(9000),
      billing: { ...seedBilling, email: 'secret@example.com' },
      items: [{ ...seedItems[0], display_name: 'Secret' }],
    })
    const events = await eventData(order)
    expect(events).toEqual([
      {
        data: {
          changed: ['amounts', 'billing', 'items'],
          before: {
            order_total_cents: 895_000,
            cart_amount_cents: 900_000,
            tax_amount_cents: 10_000,
            shipping_amount_cents: 5_000,
            discount_amount_cents: 20_000,
            fee_cents: 0,
            schedule_total_cents: 895_000,
          },
          after: expect.objectContaining({ order_total_cents: 900_000, schedule_total_cents: 900_000 }),
        },
      },
    ])
    expect(JSON.stringify(events)).not.toMatch(/secret|processing|Joe/i)
    expect((await api.events(order.id)).at(-1)).toEqual({
      type: 'order_updated',
      actor: 'merchant',
      from: 'order_placed',
      to: 'order_placed',
    })
  })

  test('of amounts that do not add up names both sums and changes nothing', async () => {
    const order = await driver.prepare('order_placed')
    const reply = await driver.update(order, { order_total: 9000 })
    expect(isRefusal(reply, 422, 'amounts_do_not_add_up')).toBe(true)
    expect(reply.body.message).toMatch(/9000\.00.*8950\.00.*50\.00/)
    expect(await driver.find(order)).toMatchObject({ order_total: 8950 })
  })

  test('is judged by status and ids before its amounts (409 before 422)', async () => {
    const bad = { order_total: 9000 }
    const over = total(99_999)
    for (const changes of [bad, over]) {
      const early = await driver.update(await driver.prepare('terms_selected'), changes)
      expect(isRefusal(early, 409, 'order_not_placed')).toBe(true)
      const mixedUp = { ...changes, merchant_order_id: 'another' }
      const other = await driver.update(await driver.prepare('order_placed'), mixedUp)
      expect(isRefusal(other, 409, 'merchant_order_id_conflict')).toBe(true)
    }
  })

  test('under another merchant_order_id is refused and changes nothing', async () => {
    const order = await driver.prepare('order_placed')
    const reply = await driver.update(order, { ...total(9000), merchant_order_id: 'another' })
    expect(isRefusal(reply, 409, 'merchant_order_id_conflict')).toBe(true)
    expect(await eventData(order)).toEqual([])
  })

  test('of another merchant’s order and of an unknown one are the same 404 to the byte', async () => {
    const order = await driver.prepare('order_placed')
    const other = createOrderDriver(api, await api.createMerchant())
    const replies = [await other.update(order), await driver.update({ ...order, id: 'BO-20260416-00000000' })]
    for (const reply of replies) expect(isRefusal(reply, 404, 'order_not_found')).toBe(true)
    expect(replies[0]?.text).toBe(replies[1]?.text)
  })
})

describe('order_placed, again after an update,', () => {
  test('takes the total that the customer accepted and the one that it is now, and names both in a refusal', async () => {
    const order = await driver.prepare('order_placed')
    await driver.update(order, total(9000))
    const first = await driver.place(order)
    for (const order_total of [8950, 9000, null]) {
      const again = await driver.place(order, { order_total })
      expect([again.status, again.text]).toEqual([200, first.text])
    }
    const refused = await driver.place(order, { order_total: 9000.01 })
    expect(isRefusal(refused, 409, 'total_mismatch')).toBe(true)
    expect(refused.body.message).toMatch(
      /^order_total is 9000\.01, but the order's total is 9000\.00 and the customer accepted 8950\.00;/,
    )
  })
})

describe('the limit of a raise', () => {
  test('is measured from what the customer accepted, not from the last update', async () => {
    const order = await driver.prepare('order_placed')
    expect((await driver.update(order, total(9500))).status).toBe(200)
    expect((await driver.update(order, total(9845))).body.data).toMatchObject({ max_order_total: 9845 })
    const refused = await driver.update(order, total(9845.01))
    expect(isRefusal(refused, 422, 'total_exceeds_limit')).toBe(true)
    expect(refused.body.errors).toEqual([{ path: 'order_total', message: 'must be at most 9845.00' }])
    expect((await driver.find(order)).order_total).toBe(9845)
  })

  test('is told as far as an update can go, whatever the order is', async () => {
    const most = async (order: TestOrder) => (await driver.find(order)).max_order_total
    for (const [status, dollars] of [
      ['order_created', 9845],
      ['terms_selected', 9845],
      ['order_placed', 9845],
      ['order_confirmed', 8950],
      ['order_cancelled', 8950],
      ['refund', 8950],
    ] as const) {
      expect([status, await most(await driver.prepare(status))]).toEqual([status, dollars])
    }
  })

  test('lets a reduced total come back up', async () => {
    const order = await driver.prepare('order_placed')
    await driver.update(order, total(100))
    expect((await driver.update(order, total(9845))).status).toBe(200)
  })

  test('that was lowered since refuses raises only', async () => {
    const own = await api.createMerchant()
    const ownDriver = createOrderDriver(api, own)
    const order = await ownDriver.prepare('order_placed')
    await api.query('update merchants set order_limit_cents = 500000 where public_key = $1', [own.publicKey])
    expect((await ownDriver.find(order)).max_order_total).toBe(8950)
    expect(isRefusal(await ownDriver.update(order, total(8950.01)), 422, 'total_exceeds_limit')).toBe(true)
    expect((await ownDriver.update(order, { merchant_order_status: 'packed' })).status).toBe(200)
    expect((await ownDriver.update(order, total(8000))).status).toBe(200)
    expect(isRefusal(await ownDriver.update(order, total(8001)), 422, 'total_exceeds_limit')).toBe(true)
    expect((await ownDriver.find(order)).max_order_total).toBe(8000)
  })
})

describe('the schedule', () => {
  test('follows the total under the plan as it was accepted, which itself stays', async () => {
    const own = await api.createMerchant()
    const ownDriver = createOrderDriver(api, own)
    const order = await ownDriver.prepare('order_created')
    const session = (await api.sessionCall(order.token)).body.data
    const offer = session.offers.find(({ plan_id }: { plan_id: string }) => plan_id === 'monthly-3')
    await api.sessionCall(order.token, choiceOf(session, 'monthly-3'))
    await ownDriver.place(order)
    await api.query(
      `update merchants set plans = (select jsonb_agg(plan) from jsonb_array_elements(plans) plan where plan->>'id' = 'net-60')
       where public_key = $1`,
      [own.publicKey],
    )

    await api.later(40 * 86_400_000, () => ownDriver.update(order, total(9000)))
    expect((await ownDriver.find(order)).schedule).toEqual({
      plan_id: 'monthly-3',
      plan_name: '3 monthly payments',
      starts_on: '2026-04-16',
      fee_amount: 225,
      total_amount: 9225,
      payments: [
        { due_on: '2026-05-16', amount: 3075 },
        { due_on: '2026-06-16', amount: 3075 },
        { due_on: '2026-07-16', amount: 3075 },
      ],
    })
    const { selected } = (await api.sessionCall(order.token)).body.data
    expect(selected.offer).toEqual(offer)
    expect(selected.schedule).toMatchObject({ order_total_cents: 900_000, total_cents: 922_500 })
  })
})
