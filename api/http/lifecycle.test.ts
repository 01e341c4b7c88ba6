import { type OrderCall, type OrderStatus, orderCalls } from '@backd/contract/lifecycle.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal, newMerchantOrderId } from '../testing/bodies.ts'
import { createOrderDriver, type OrderDriver, type TestOrder } from '../testing/orders.ts'
import { createTestApp, type Reply, type TestApp, type TestMerchant } from '../testing/test-app.ts'

/**
 * CONTRACT section 3 as it is printed. In a cell: `→ status` moves the order and leaves one event; `replay` answers as
 * before and leaves none; a code refuses with 409. "a, else b": a when the call says what the order already has,
 * b when it says another thing; "a, again b": a the first time, b when the very same call comes again.
 */
const printed = `
  | call          | order_created       | terms_selected                      | order_placed                            | order_confirmed                           | refund                  | order_cancelled |
  | select_terms  | → terms_selected    | replay, else terms_already_selected | terms_already_selected                  | terms_already_selected                    | terms_already_selected  | order_cancelled |
  | order_placed  | terms_not_selected  | → order_placed                      | replay, else merchant_order_id_conflict | order_already_confirmed                   | order_already_confirmed | order_cancelled |
  | update_order  | order_not_placed    | order_not_placed                    | → order_placed, again replay            | order_already_confirmed                   | order_already_confirmed | order_cancelled |
  | confirm_order | order_not_placed    | order_not_placed                    | → order_confirmed                       | replay                                    | order_already_confirmed | order_cancelled |
  | cancel_order  | order_not_placed    | order_not_placed                    | → order_cancelled                       | order_already_confirmed                   | order_already_confirmed | replay          |
  | refund        | order_not_confirmed | order_not_confirmed                 | order_not_confirmed                     | → order_confirmed, again replay           | already_refunded        | order_cancelled |
  | delete_refund | order_not_confirmed | order_not_confirmed                 | order_not_confirmed                     | → order_confirmed, again no_active_refund | already_refunded        | order_cancelled |
`

let api: TestApp
let merchant: TestMerchant
let driver: OrderDriver
beforeAll(async () => {
  api = await createTestApp()
  merchant = await api.createMerchant()
  driver = createOrderDriver(api, merchant)
})
afterAll(() => api.close())

type Call = (order: TestOrder) => Promise<Reply>

/** Each call as it says what the order already has, and, where the table tells it apart, another thing. */
const calls: Record<OrderCall, { same: Call; other?: Call; before?: Call }> = {
  select_terms: {
    same: (order) => driver.select(order),
    other: (order) => driver.select(order, 'monthly-12'),
  },
  order_placed: {
    same: (order) => driver.place(order),
    other: (order) => driver.place(order, { merchant_order_id: newMerchantOrderId() }),
  },
  update_order: { same: (order) => driver.update(order, { merchant_order_status: 'packed' }) },
  confirm_order: { same: (order) => driver.confirm(order) },
  cancel_order: { same: (order) => driver.cancel(order) },
  refund: { same: (order) => driver.refund(order, 100) },
  delete_refund: {
    before: (order) => driver.refund(order, 100),
    same: (order) => driver.deleteRefund(order),
  },
}

/** The events of an order but those of mails, which move nothing. */
const changesOf = async (order: TestOrder) =>
  (await api.events(order.id)).filter(({ type }) => type !== 'customer_notified')

/** Makes a call and holds it to one outcome of the table. */
async function expectOutcome(outcome: string, call: Call, order: TestOrder): Promise<void> {
  const before = await changesOf(order)
  const reply = await call(order)
  const after = await changesOf(order)
  if (outcome.startsWith('→ ')) {
    expect([reply.status, reply.body.data.status]).toEqual([200, outcome.slice(2)])
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)).toMatchObject({ from: before.at(-1)?.to, to: outcome.slice(2) })
    return
  }
  expect(after).toEqual(before)
  if (outcome === 'replay') {
    expect(reply.status).toBe(200)
    expect((await call(order)).text).toBe(reply.text)
    return
  }
  expect(isRefusal(reply, 409, outcome)).toBe(true)
}

const [head, ...rows] = printed
  .trim()
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
const cells = rows.flatMap(([call, ...row]) =>
  row.map((cell, index) => [call as OrderCall, head?.[index + 1] as OrderStatus, cell] as const),
)

describe('the table of the contract:', () => {
  test.each(cells)('%s of an order that is %s: %s', async (call, status, cell) => {
    const { same, other, before } = calls[call]
    const order = await driver.prepare(status)
    await before?.(order)
    const [first = '', second] = cell.split(/, (?=else|again)/)
    await expectOutcome(first, same, order)
    if (second?.startsWith('again ')) await expectOutcome(second.slice('again '.length), same, order)
    if (second?.startsWith('else ') && other) {
      await expectOutcome(second.slice('else '.length), other, order)
    }
  })

  test('has a row for each call, and each call a way to say another thing where it matters', () => {
    expect(rows.map(([call]) => call).sort()).toEqual([...orderCalls].sort())
    for (const [call, , cell] of cells) {
      if (cell.includes('else')) expect(calls[call].other).toBeDefined()
    }
  })
})
