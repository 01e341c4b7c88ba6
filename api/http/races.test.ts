import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROUNDS, race } from '../testing/at-once.ts'
import {
  checkoutOrderBody,
  choiceOf,
  createOrderBody,
  isRefusal,
  newMerchantOrderId,
} from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver } from '../testing/orders.ts'
import { createTestApp, type TestApp, type TestMerchant } from '../testing/test-app.ts'

/** What calls at the same instant leave behind. */

let api: TestApp
let merchant: TestMerchant
let driver: OrderDriver
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  driver = createOrderDriver(api, merchant)
})
afterAll(() => api.close())

test('the answer to a call and to its replay are the same to the byte', async () => {
  const order = await driver.prepare('order_created')
  for (const call of [driver.select, driver.place, driver.confirm]) {
    expect((await call(order)).text).toBe((await call(order)).text)
  }
})

describe('two calls at once leave one event and no 5xx', () => {
  test('that select the same plan: both are told the same', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_created')
      const replies = await race(
        api,
        order,
        'terms_selected',
        Array(4).fill(() => driver.select(order)),
      )
      // The mail follows the commit, so only some of them may know how it went.
      const told = replies.map(({ body }) => JSON.stringify({ ...body.data, confirmation: null }))
      expect(new Set(told).size).toBe(1)
    }
  })

  test('that select different plans: one wins, the other is told that terms are selected', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_created')
      const { body } = await api.sessionCall(order.token)
      const choices = ['net-30', 'monthly-3'].map((plan) => choiceOf(body.data, plan))
      const replies = await race(
        api,
        order,
        'terms_selected',
        choices.map((choice) => () => api.sessionCall(order.token, choice)),
      )
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
      const loser = replies.find(({ status }) => status === 409)
      expect(loser?.body.status.type).toBe('terms_already_selected')
    }
  })

  test('that place under the same id: both are told the same', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('terms_selected')
      const replies = await race(
        api,
        order,
        'order_placed',
        Array(4).fill(() => driver.place(order)),
      )
      expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    }
  })

  test('that place under different ids: one wins, the other meets the conflict', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('terms_selected')
      const ids = [newMerchantOrderId(), newMerchantOrderId()]
      const replies = await race(
        api,
        order,
        'order_placed',
        ids.map((id) => () => driver.place(order, { merchant_order_id: id })),
      )
      const loser = replies.find(({ status }) => status === 409)
      expect(loser?.body.status.type).toBe('merchant_order_id_conflict')
    }
  })

  test('that create under the same id: one order is made', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = newMerchantOrderId()
      const body = createOrderBody({ merchant_order_id: id })
      const replies = await Promise.all(
        Array.from({ length: 4 }, () => api.merchantCall(merchant, '/create_order', body)),
      )
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
      const losers = replies.filter(({ status }) => status === 409)
      for (const loser of losers) expect(isRefusal(loser, 409, 'duplicate_merchant_order_id')).toBe(true)
    }
  })

  test('that place two orders under the same id: one of them gets it', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = newMerchantOrderId()
      const bodies = ['a', 'b'].map((status) =>
        checkoutOrderBody(merchant, { merchant_order_id: id, merchant_order_status: status }),
      )
      const opened = await Promise.all(bodies.map((body) => api.browserCall(body)))
      for (const { body } of opened) {
        expect((await api.sessionCall(body.data.token, choiceOf(body.data.session))).status).toBe(200)
      }
      const replies = await Promise.all(
        opened.map(({ body }) => {
          const placed = { backd_order_id: body.data.backd_order_id, merchant_order_id: id }
          return api.merchantCall(merchant, '/order_placed', placed)
        }),
      )
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
      const loser = replies.find(({ status }) => status === 409)
      expect(loser?.body.status.type).toBe('duplicate_merchant_order_id')
    }
  })

  test('that confirm and cancel: one wins, the other is told what the order is now', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_placed')
      const [confirmed, cancelled] = await Promise.all([driver.confirm(order), driver.cancel(order)])
      const { status } = await driver.find(order)
      if (status === 'order_confirmed') {
        expect([confirmed.status, isRefusal(cancelled, 409, 'order_already_confirmed')]).toEqual([200, true])
      } else {
        expect([cancelled.status, isRefusal(confirmed, 409, 'order_cancelled')]).toEqual([200, true])
      }
      const ends = (await api.events(order.id)).filter(
        ({ from, to }) => from === 'order_placed' && to !== from,
      )
      expect(ends).toMatchObject([{ to: status }])
    }
  })

  test('that update to the same: one event, and both are told the same', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_placed')
      const update = () => driver.update(order, { order_total: 8950.5, cart_amount: 9000.5 })
      const replies = await race(api, order, 'order_updated', Array(4).fill(update))
      expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    }
  })

  test('that update to different totals: each leaves its event, and each begins where another ended', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_placed')
      const replies = await Promise.all(
        Array.from({ length: 8 }, (_, nth) =>
          driver.update(order, { order_total: 8951 + nth, cart_amount: 9001 + nth }),
        ),
      )
      expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200))
      const events = await api.query<{ before: string; after: string }>(
        `select data->'before'->>'order_total_cents' as before, data->'after'->>'order_total_cents' as after
         from order_events where backd_order_id = $1 and type = 'order_updated' order by id`,
        [order.id],
      )
      expect(events.map(({ before }) => before)).toEqual([
        '895000',
        ...events.slice(0, -1).map(({ after }) => after),
      ])
      expect((await driver.find(order)).order_total * 100).toBe(Number(events.at(-1)?.after))
    }
  })

  test('that update and confirm: an update that came too late changes nothing', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_placed')
      const [updated, confirmed] = await Promise.all([
        driver.update(order, { order_total: 8900, cart_amount: 8950 }),
        driver.confirm(order),
      ])
      expect(confirmed.status).toBe(200)
      if (updated.status !== 200) {
        expect(isRefusal(updated, 409, 'order_already_confirmed')).toBe(true)
      }
      const found = await driver.find(order)
      expect(found.order_total).toBe(updated.status === 200 ? 8900 : 8950)
      expect(found.schedule.total_amount).toBe(found.order_total)
      expect(confirmed.body.data.order_total).toBe(found.order_total)
    }
  })

  test('that update and cancel: the customer owes nothing, and no update comes after', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('order_placed')
      const [updated, cancelled] = await Promise.all([
        driver.update(order, { order_total: 8900, cart_amount: 8950 }),
        driver.cancel(order),
      ])
      expect(cancelled.status).toBe(200)
      if (updated.status !== 200) expect(isRefusal(updated, 409, 'order_cancelled')).toBe(true)
      const found = await driver.find(order)
      expect([found.status, found.schedule.total_amount]).toEqual(['order_cancelled', 0])
      expect(found.order_total).toBe(updated.status === 200 ? 8900 : 8950)
      expect((await api.events(order.id)).at(-1)?.type).toBe('order_cancelled')
    }
  })

  test('that confirm under one key while the order is placed: the kept answer says what happened', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await driver.prepare('terms_selected')
      const confirm = () =>
        api.merchantCall(
          merchant,
          '/confirm_order',
          { backd_order_id: order.id },
          { headers: { 'idempotency-key': order.id } },
        )
      const replies = await Promise.all([...Array.from({ length: 8 }, confirm), driver.place(order)])
      for (const reply of replies) expect([200, 409]).toContain(reply.status)
      const retry = await confirm()
      const isConfirmed = (await driver.find(order)).status === 'order_confirmed'
      expect([retry.headers['idempotent-replayed'], retry.status]).toEqual(['true', isConfirmed ? 200 : 409])
    }
  })
})
