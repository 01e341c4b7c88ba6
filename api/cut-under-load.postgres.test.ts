import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrderBody } from './testing/bodies.ts'
import type { Reply } from './testing/callers.ts'
import { pdfSample } from './testing/document-samples.ts'
import { createOrderDriver, type TestOrder } from './testing/orders.ts'
import { createTestApp, type TestApp, type TestMerchant } from './testing/test-app.ts'
import { untilAnswered } from './testing/until-answered.ts'

/**
 * The way to the database is cut again and again while the servers of several merchants are at work: every order is whole or
 * not there, what was answered is so, and the service goes on by itself.
 */

const CUTS = 8
const MERCHANTS = 3

let api: TestApp
beforeAll(async () => {
  api = await createTestApp()
})
afterAll(() => api.close())

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Kind = 'plain' | 'keyed' | 'with documents'
/** A create, and what came of it. */
interface Created {
  kind: Kind
  merchant: TestMerchant
  merchantOrderId: string
  reply: Reply
}
/** What an order's updates said, in turn, and which of them were answered. */
interface Updated {
  merchant: TestMerchant
  id: string
  sent: { text: string; isAnswered: boolean }[]
}

let isOver = false
const statuses = new Map<number, number>()
/** Calls until all is over. A refusal is waited after, shorter than a merchant would. */
async function repeat(call: (turn: number) => Promise<Reply>): Promise<void> {
  for (let turn = 1; !isOver; turn++) {
    const { status } = await call(turn)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status !== 200) await pause(5)
  }
}

/** One after the other; a keyed one is sent until it is answered. */
async function create(merchant: TestMerchant, kind: Kind, all: Created[]): Promise<void> {
  const document = {
    documentBase64: pdfSample.toString('base64'),
    filename: 'a.pdf',
    documentRef: 'a',
  }
  const documents = kind === 'with documents' ? { documents: [document] } : {}
  let last: Created | undefined
  const send = async (body: Record<string, unknown>) => {
    const headers = kind === 'keyed' ? { 'idempotency-key': `cut ${body['merchant_order_id']}` } : {}
    return await untilAnswered(() => api.merchantCall(merchant, '/create_order', body, { headers }))
  }
  let body: Record<string, unknown> = {}
  await repeat(async () => {
    if (kind !== 'keyed' || last?.reply.status !== 503) body = createOrderBody(documents)
    const reply = await send(body)
    if (kind === 'keyed' && last?.reply.status === 503) last.reply = reply
    else {
      last = { kind, merchant, merchantOrderId: String(body['merchant_order_id']), reply }
      all.push(last)
    }
    return reply
  })
  if (kind === 'keyed' && last?.reply.status === 503) last.reply = await send(body)
}

async function update(merchant: TestMerchant, order: TestOrder, all: Updated[]): Promise<void> {
  const driver = createOrderDriver(api, merchant)
  const updated: Updated = { merchant, id: order.id, sent: [] }
  all.push(updated)
  await repeat(async (turn) => {
    const text = `update ${turn}`
    const reply = await driver.update(order, { merchant_order_status: text })
    updated.sent.push({ text, isAnswered: reply.status === 200 })
    return reply
  })
}

async function checkCreated({ kind, merchant, merchantOrderId, reply }: Created): Promise<void> {
  const found = await api.query<{ id: string; by: string; documents: number }>(
    `select backd_order_id as id, public_key as by,
      (select count(*)::int from order_documents d where d.backd_order_id = o.backd_order_id) as documents
    from orders o join merchants m on m.id = o.merchant_id where merchant_order_id = $1`,
    [merchantOrderId],
  )
  expect(found.length).toBeLessThanOrEqual(1)
  for (const { by, documents } of found) {
    expect([by, documents]).toEqual([merchant.publicKey, kind === 'with documents' ? 1 : 0])
  }
  if (reply.status !== 200) {
    expect([kind, reply.status]).not.toContain('keyed')
    return
  }
  const { backd_order_id, customer_url } = reply.body.data
  expect(found.map(({ id }) => id)).toEqual([backd_order_id])
  const session = await api.sessionCall(customer_url.split('/').at(-1))
  expect([session.status, session.body.data.backd_order_id]).toEqual([200, backd_order_id])
}

async function checkUpdated({ merchant, id, sent }: Updated): Promise<void> {
  const { data } = (await api.merchantCall(merchant, `/find_order/${id}`)).body
  const lastAnswered = sent.findLastIndex(({ isAnswered }) => isAnswered)
  expect(sent.slice(lastAnswered).map(({ text }) => text)).toContain(data.merchant_order_status)
  const updates = (await api.events(id)).filter(({ type }) => type === 'order_updated').length
  expect(updates).toBeGreaterThanOrEqual(sent.filter(({ isAnswered }) => isAnswered).length)
  expect(updates).toBeLessThanOrEqual(sent.length)
}

/** Orders of which something is missing or there twice. */
const HALF_MADE = `select o.backd_order_id from orders o where
  (select count(*) from order_events e where e.backd_order_id = o.backd_order_id and e.type = 'order_created') <> 1
  or (select to_status from order_events e where e.backd_order_id = o.backd_order_id order by id desc limit 1) <> o.status
  or not exists (select 1 from checkout_sessions s where s.backd_order_id = o.backd_order_id)`

test(`${CUTS} cuts under load of ${MERCHANTS} merchants leave no order half made, and the service goes on`, async () => {
  const created: Created[] = []
  const updated: Updated[] = []
  const merchants = await Promise.all(Array.from({ length: MERCHANTS }, () => api.createMerchant()))
  const orders = new Map<TestMerchant, TestOrder[]>()
  for (const merchant of merchants) {
    const { prepare } = createOrderDriver(api, merchant)
    orders.set(merchant, [await prepare('order_placed'), await prepare('order_placed')])
  }
  const working = merchants.flatMap((merchant) => [
    ...(['plain', 'plain', 'keyed', 'keyed', 'with documents'] as const).map((kind) =>
      create(merchant, kind, created),
    ),
    ...(orders.get(merchant) ?? []).map((order) => update(merchant, order, updated)),
    repeat(() => api.merchantCall(merchant, '/find_orders')),
  ])
  const serves = async () => {
    const before = statuses.get(200) ?? 0
    await expect.poll(() => statuses.get(200) ?? 0, { timeout: 30_000 }).toBeGreaterThan(before + 50)
  }
  try {
    for (let cut = 0; cut < CUTS; cut++) {
      await serves()
      await pause(7 * cut)
      await api.breakDatabase()
      // Every other time it is back while the calls that were cut off are still being told.
      if (cut % 2 === 0) await pause(40)
      await api.mendDatabase()
    }
    await serves()
  } finally {
    isOver = true
    await Promise.all(working)
  }

  expect([...statuses.keys()].toSorted()).toEqual([200, 503])
  const { engine } = api.database
  if (engine.kind !== 'postgres') throw new Error('This is not PostgreSQL.')
  const { pool } = engine
  await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0)
  expect(await api.query(HALF_MADE)).toEqual([])
  for (const one of created) await checkCreated(one)
  for (const one of updated) await checkUpdated(one)
  const refused = created.filter(({ reply }) => reply.status === 503)
  expect(created.length - refused.length).toBeGreaterThan(CUTS)
  console.log(`${CUTS} cuts: ${created.length} creates, ${refused.length} without an answer`, statuses)
}, 300_000)
