import { judge, type OrderCall, type OrderStatus, orderStatuses } from '@backd/contract/lifecycle.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  checkoutOrderBody,
  choiceOf,
  createOrderBody,
  isRefusal,
  newMerchantOrderId,
} from '../testing/bodies.ts'
import { createTestApp, type Reply, type TestApp, type TestMerchant } from '../testing/test-app.ts'

/** CONTRACT section 3, for the calls that there are: each cell, and what two calls at once leave behind. */

let api: TestApp
let merchant: TestMerchant
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
})
afterAll(() => api.close())

interface Prepared {
  id: string
  merchantOrderId: string
  token: string
  choice: Record<string, unknown>
}

/** An order in a status. Statuses that no endpoint reaches yet are written behind its back. */
async function prepare(status: OrderStatus): Promise<Prepared> {
  const { data } = (await api.browserCall(checkoutOrderBody(merchant))).body
  const choice = choiceOf(data.session)
  const order = {
    id: data.backd_order_id,
    merchantOrderId: data.merchant_order_id,
    token: data.token,
    choice,
  }
  if (status === 'order_created') return order
  await select(order)
  if (status !== 'terms_selected') {
    await api.query('update orders set status = $1 where backd_order_id = $2', [status, order.id])
  }
  return order
}

const select = ({ token, choice }: Prepared, planId?: string) =>
  api.sessionCall(token, planId === undefined ? choice : { ...choice, plan_id: planId })
const place = (
  { id, merchantOrderId }: Pick<Prepared, 'id' | 'merchantOrderId'>,
  otherId = merchantOrderId,
) => api.merchantCall(merchant, '/order_placed', { backd_order_id: id, merchant_order_id: otherId })

const calls: Partial<
  Record<OrderCall, { same(order: Prepared): Promise<Reply>; other(order: Prepared): Promise<Reply> }>
> = {
  select_terms: { same: (order) => select(order), other: (order) => select(order, 'monthly-12') },
  order_placed: { same: (order) => place(order), other: (order) => place(order, newMerchantOrderId()) },
}

for (const [call, { same, other }] of Object.entries(calls)) {
  describe(call, () => {
    test.each([...orderStatuses])('of an order that is %s', async (status) => {
      const order = await prepare(status)
      const before = await api.events(order.id)
      const verdict = judge(call as OrderCall, status)
      const reply = await same(order)
      const after = await api.events(order.id)

      if (verdict.kind === 'refuse') {
        expect(isRefusal(reply, 409, verdict.code)).toBe(true)
        expect(after).toEqual(before)
        return
      }
      expect(reply.status).toBe(200)
      if (verdict.kind === 'move') {
        expect(reply.body.data.status).toBe(verdict.to)
        expect(after).toHaveLength(before.length + 1)
        return
      }
      // A replay: the same body again, no event; with other content, the refusal.
      expect(after).toEqual(before)
      expect((await same(order)).text).toBe(reply.text)
      if (verdict.kind !== 'replay_if_same') return
      expect(isRefusal(await other(order), 409, verdict.code)).toBe(true)
      expect(await api.events(order.id)).toEqual(before)
    })
  })
}

test('the answer to a call and to its replay are the same to the byte', async () => {
  const order = await prepare('order_created')
  expect((await select(order)).text).toBe((await select(order)).text)
  expect((await place(order)).text).toBe((await place(order)).text)
})

describe('two calls at once leave one event and no 5xx', () => {
  const ROUNDS = 5

  async function race(order: Prepared, type: string, run: (() => Promise<Reply>)[]): Promise<Reply[]> {
    const replies = await Promise.all(run.map((one) => one()))
    for (const reply of replies) expect([200, 409]).toContain(reply.status)
    const events = await api.events(order.id)
    expect(events.filter((event) => event.type === type)).toHaveLength(1)
    return replies
  }

  test('that select the same plan: both are told the same', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await prepare('order_created')
      const replies = await race(
        order,
        'terms_selected',
        Array(4).fill(() => select(order)),
      )
      expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    }
  })

  test('that select different plans: one wins, the other is told that terms are selected', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await prepare('order_created')
      const { body } = await api.sessionCall(order.token)
      const choices = ['net-30', 'monthly-3'].map((plan) => choiceOf(body.data, plan))
      const replies = await race(
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
      const order = await prepare('terms_selected')
      const replies = await race(
        order,
        'order_placed',
        Array(4).fill(() => place(order)),
      )
      expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    }
  })

  test('that place under different ids: one wins, the other meets the conflict', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await prepare('terms_selected')
      const ids = [newMerchantOrderId(), newMerchantOrderId()]
      const replies = await race(
        order,
        'order_placed',
        ids.map((id) => () => place(order, id)),
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
        opened.map(({ body }) => place({ id: body.data.backd_order_id, merchantOrderId: id })),
      )
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
      const loser = replies.find(({ status }) => status === 409)
      expect(loser?.body.status.type).toBe('duplicate_merchant_order_id')
    }
  })
})
