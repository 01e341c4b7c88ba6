import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choiceOf, createOrderBody, isRefusal, newMerchantOrderId } from '../testing/bodies.ts'
import type { Reply } from '../testing/callers.ts'
import type { OrderDriver, TestOrder } from '../testing/orders.ts'
import {
  countTogether,
  meet,
  type OrderEvent,
  openTwoProcesses,
  type TwoProcesses,
} from '../testing/two-processes.ts'

/**
 * What calls at the same instant leave behind when two processes on one PostgreSQL take them: what races.test.ts asks of
 * one process, many times over and with nothing shared but the database.
 */

const ROUNDS = 50

let two: TwoProcesses
beforeAll(async () => {
  two = await openTwoProcesses()
}, 60_000)
afterAll(() => two.close())

type Call = (driver: OrderDriver, order: TestOrder) => Promise<Reply>
type Status = Parameters<OrderDriver['prepare']>[0]

/**
 * Lets two calls meet, each in another process, for a new order each round. No answer is a fault, each event begins where
 * the one before ended, and `judge` says the rest.
 */
async function race(
  title: string,
  from: Status | ((driver: OrderDriver) => Promise<TestOrder>),
  first: Call,
  second: Call,
  judge: (replies: [Reply, Reply], order: TestOrder, events: OrderEvent[]) => Promise<void> | void,
): Promise<void> {
  const rounds: [Reply, Reply][] = []
  const orders: TestOrder[] = []
  let changes = 0
  for (let round = 0; round < ROUNDS; round++) {
    const [one, other] = round % 2 === 0 ? two.drivers : [...two.drivers].reverse()
    if (!one || !other) throw new Error('there are two processes')
    const order = await (typeof from === 'string' ? one.prepare(from) : from(one))
    const before = (await two.eventsOf(order.id)).length
    const replies = await meet(
      round,
      () => first(one, order),
      () => second(other, order),
    )
    for (const reply of replies) expect([200, 409]).toContain(reply.status)
    const events = await two.eventsOf(order.id)
    events.forEach((event, index) => {
      expect(event.from).toBe(events[index - 1]?.to ?? null)
    })
    await judge(replies, order, events.slice(before))
    changes += events.length - before
    rounds.push(replies)
    orders.push(order)
  }
  const lost = await report(title, rounds, orders)
  // Where only one of the two may change the order.
  if (changes === ROUNDS) expect(lost).toBeGreaterThan(0)
}

/**
 * A call whose compare-and-set lost holds the order: if it then leaves the order alone, its transaction stays written on
 * the row, where the winner's is the row's own. So this counts the losers who had judged before the winner committed.
 */
async function report(title: string, rounds: [Reply, Reply][], orders: TestOrder[]): Promise<number> {
  const [row = { n: 0 }] = await two.query<{ n: number }>(
    `select count(*)::int as n from orders where backd_order_id = any($1) and xmax <> '0' and xmax <> xmin`,
    [orders.map(({ id }) => id)],
  )
  const together = countTogether(two.services, rounds)
  const won = rounds.filter(([one, other]) => one.status === 200 && other.status !== 200).length
  console.log(
    `${title}: ${rounds.length} rounds, ${together} in work together, ${row.n} lost at compare-and-set and left alone, ${won} won by the first alone`,
  )
  expect(together).toBeGreaterThan(0)
  return row.n
}

const types = (events: OrderEvent[]) => events.map(({ type }) => type)
const sameText = ([one, other]: [Reply, Reply]) => {
  expect([one.status, other.status]).toEqual([200, 200])
  expect(one.text).toBe(other.text)
}
/** One of the two was accepted; the other was refused with the code that goes with its rival. */
function expectOneWinner([one, other]: [Reply, Reply], codes: [ifFirstLost: string, ifSecondLost: string]) {
  const [loser, code] = one.status === 200 ? [other, codes[1]] : [one, codes[0]]
  expect([one.status, other.status].sort()).toEqual([200, 409])
  expect(isRefusal(loser, 409, code)).toBe(true)
}
const refundsOf = async (order: TestOrder) =>
  (await two.drivers[0].find(order)).refunds.map(
    ({ amount, status }: { amount: number; status: string }) => `${amount} ${status}`,
  )

describe('two processes that are called at once:', () => {
  test('confirm | cancel: one wins, the other is told what the order is now', async () => {
    await race(
      'confirm | cancel',
      'order_placed',
      (driver, order) => driver.confirm(order),
      (driver, order) => driver.cancel(order),
      (replies, _order, events) => {
        expectOneWinner(replies, ['order_cancelled', 'order_already_confirmed'])
        expect(types(events)).toEqual([replies[0].status === 200 ? 'order_confirmed' : 'order_cancelled'])
      },
    )
  }, 120_000)

  test('update | confirm: an update that came too late changes nothing', async () => {
    await race(
      'update | confirm',
      'order_placed',
      (driver, order) => driver.update(order, { order_total: 8900, cart_amount: 8950 }),
      (driver, order) => driver.confirm(order),
      async ([updated, confirmed], order, events) => {
        expect(confirmed.status).toBe(200)
        const isInTime = updated.status === 200
        if (!isInTime) expect(isRefusal(updated, 409, 'order_already_confirmed')).toBe(true)
        expect(types(events)).toEqual(isInTime ? ['order_updated', 'order_confirmed'] : ['order_confirmed'])
        const found = await two.drivers[1].find(order)
        expect(found.order_total).toBe(isInTime ? 8900 : 8950)
        expect([found.schedule.total_amount, confirmed.body.data.order_total]).toEqual(
          Array(2).fill(found.order_total),
        )
      },
    )
  }, 120_000)

  test('refund | refund of the same amount: one refund, and both are told the same', async () => {
    const refund: Call = (driver, order) => driver.refund(order, 10)
    await race('refund | same refund', 'order_confirmed', refund, refund, (replies, _order, events) => {
      sameText(replies)
      expect(types(events)).toEqual(['refund_requested'])
    })
  }, 120_000)

  test('refund | refund of different amounts: the later one is active, the other was declined', async () => {
    await race(
      'refund | other refund',
      'order_confirmed',
      (driver, order) => driver.refund(order, 10),
      (driver, order) => driver.refund(order, 20),
      async (replies, order, events) => {
        expect(replies.map(({ status }) => status)).toEqual([200, 200])
        expect(types(events)).toEqual(['refund_requested', 'refund_requested'])
        const refunds = await refundsOf(order)
        expect([
          ['10 declined', '20 draft'],
          ['20 declined', '10 draft'],
        ]).toContainEqual(refunds)
      },
    )
  }, 120_000)

  test('refund | delete: the refund that was deleted is declined, the new one as it came before or after', async () => {
    await race(
      'refund | delete',
      async (driver) => {
        const order = await driver.prepare('order_confirmed')
        expect((await driver.refund(order, 10)).status).toBe(200)
        return order
      },
      (driver, order) => driver.refund(order, 20),
      (driver, order) => driver.deleteRefund(order),
      async (replies, order, events) => {
        expect(replies.map(({ status }) => status)).toEqual([200, 200])
        const isDeletedLast = events.at(-1)?.type === 'refund_deleted'
        expect(types(events).sort()).toEqual(['refund_deleted', 'refund_requested'])
        expect(await refundsOf(order)).toEqual(['10 declined', isDeletedLast ? '20 declined' : '20 draft'])
      },
    )
  }, 120_000)

  test('select | select of the same plan: both are told the same', async () => {
    const select: Call = (driver, order) => driver.select(order)
    await race('select | same select', 'order_created', select, select, (replies, _order, events) => {
      expect(replies.map(({ status }) => status)).toEqual([200, 200])
      // The mail follows the commit, so only one of the two may know how it went.
      const [one, other] = replies.map(({ body }) => ({ ...body.data, confirmation: null }))
      expect(one).toEqual(other)
      expect(types(events)).toEqual(['terms_selected'])
    })
  }, 120_000)

  test('select | select of different plans: one wins, the other is told that terms are selected', async () => {
    const others = new Map<string, Record<string, unknown>>()
    await race(
      'select | other select',
      async (driver) => {
        const order = await driver.prepare('order_created')
        const { body } = await two.services[0].sessionCall(order.token)
        others.set(order.id, choiceOf(body.data, 'monthly-3'))
        return order
      },
      (driver, order) => driver.select(order),
      (driver, order) => driver.select({ ...order, choice: others.get(order.id) ?? {} }),
      (replies, _order, events) => {
        expectOneWinner(replies, ['terms_already_selected', 'terms_already_selected'])
        expect(types(events)).toEqual(['terms_selected'])
      },
    )
  }, 120_000)

  test('order_placed | order_placed under the same id: both are told the same', async () => {
    const place: Call = (driver, order) => driver.place(order)
    await race('place | same place', 'terms_selected', place, place, (replies, _order, events) => {
      sameText(replies)
      expect(types(events)).toEqual(['order_placed'])
    })
  }, 120_000)

  test('order_placed | order_placed under different ids: one wins, the other meets the conflict', async () => {
    const place: Call = (driver, order) => driver.place(order, { merchant_order_id: newMerchantOrderId() })
    await race('place | other place', 'terms_selected', place, place, (replies, _order, events) => {
      expectOneWinner(replies, ['merchant_order_id_conflict', 'merchant_order_id_conflict'])
      expect(types(events)).toEqual(['order_placed'])
    })
  }, 120_000)

  test('create | create with one Idempotency-Key: one order, and one answer or the advice to wait', async () => {
    const rounds: [Reply, Reply][] = []
    let told = 0
    for (let round = 0; round < ROUNDS; round++) {
      const [body, key] = [createOrderBody(), `create ${round}`]
      const create = (index: 0 | 1) => () =>
        two.services[index].merchantCall(two.merchant, '/create_order', body, {
          headers: { 'idempotency-key': key },
        })
      const replies = await meet(round, create(0), create(1))
      const made = replies.filter((reply) => reply.status === 200 && !isReplayed(reply))
      expect(made).toHaveLength(1)
      for (const reply of replies) {
        if (reply === made[0]) continue
        if (isReplayed(reply)) expect(reply.text).toBe(made[0]?.text)
        else expect(isRefusal(reply, 409, 'request_in_progress')).toBe(true)
        if (!isReplayed(reply)) told += 1
      }
      expect((await create(round % 2 === 0 ? 0 : 1)()).text).toBe(made[0]?.text)
      const events = await two.query(
        `select type from order_events join orders using (backd_order_id) where merchant_order_id = $1`,
        [body['merchant_order_id']],
      )
      expect(events).toEqual([{ type: 'order_created' }])
      rounds.push(replies)
    }
    const together = countTogether(two.services, rounds)
    console.log(`create | create: ${ROUNDS} rounds, ${together} in work together, ${told} told to wait`)
    expect(together).toBeGreaterThan(0)
  }, 120_000)
})

const isReplayed = (reply: Reply) => reply.headers['idempotent-replayed'] === 'true'
