import { strict as assert } from 'node:assert'
import { createdOrderSchema } from '@backd/contract/api/create-order.ts'
import { successSchema } from '@backd/contract/api/envelope.ts'
import { foundOrderSchema } from '@backd/contract/api/find-order.ts'
import { call, createOrderJson, newMerchantOrderId } from './orders.ts'

/**
 * Whether what is measured is the whole path: keys, shape and rules are judged, and the order is found again as it
 * was sent.
 * @returns the answer to find_order
 * @throws AssertionError
 */
export async function signOffAnswers(origin: string): Promise<string> {
  const id = newMerchantOrderId()
  const created = await call(origin, '/create_order', createOrderJson(id))
  const { data } = successSchema(createdOrderSchema).strict().parse(created.body)
  const found = await call(origin, `/find_order/${data.backd_order_id}`)
  assert.equal(successSchema(foundOrderSchema).strict().parse(found.body).data.merchant_order_id, id)

  assert.equal((await call(origin, '/create_order', createOrderJson(id))).status, 409)
  assert.equal((await call(origin, '/create_order', '{"shiping":{}}')).status, 400)
  const wrong = `Basic ${Buffer.from('518ce188-8295-422c-a4a2-8329ffd40341:wrong').toString('base64')}`
  assert.equal((await call(origin, '/create_order', createOrderJson(id), wrong)).status, 401)
  assert.equal((await call(origin, `/find_order/${data.backd_order_id}`, undefined, wrong)).status, 401)
  return found.text
}

/**
 * Whether each order is found as itself, all asked for at one moment, as under load.
 * @throws AssertionError
 */
export async function signOffFinds(origin: string, ids: string[]): Promise<void> {
  const found = await Promise.all(ids.map((id) => call(origin, `/find_order/${id}`)))
  assert.deepEqual(
    found.map(({ body }) => body.data?.backd_order_id),
    ids,
  )
}

export interface Counts {
  orders: number
  events: number
  links: number
}

/** Asks the database behind an API. */
export type Query = (sql: string) => Promise<Counts | undefined>

/** How many orders there are, each a row under two unique ids, and how many events and links. */
export async function countOrders(query: Query): Promise<Counts> {
  const counts = await query(
    `select (select count(*) from orders)::int as orders, (select count(*) from order_events)::int as events,
            (select count(*) from checkout_sessions)::int as links`,
  )
  assert.ok(counts)
  return counts
}

/**
 * Whether each answered create left an order of its own, with one event and one link.
 * @param inFlight how many calls may have been cut off unanswered when the time was up
 * @throws AssertionError
 */
export function signOffCreates(before: Counts, after: Counts, answered: number, inFlight: number): void {
  const orders = after.orders - before.orders
  assert.equal(after.events - before.events, orders)
  assert.equal(after.links - before.links, orders)
  assert.ok(
    orders >= answered && orders <= answered + inFlight,
    `${answered} creates were answered, and ${orders} orders were made`,
  )
}

/**
 * Whether a measure may be told: each request was answered, and with 2xx.
 * @throws AssertionError
 */
export function signOffMeasured(name: string, { failed }: { failed: number }): void {
  assert.equal(failed, 0, `${failed} requests of "${name}" failed, so its figures say nothing`)
}
