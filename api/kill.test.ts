import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OrderEvents } from '@backd/contract/api/order-events.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { openDatabase } from './db/open.ts'
import { SANDBOX_CODE, SANDBOX_PUBLIC_KEY, SANDBOX_SECRET_KEY } from './domain/sandbox.ts'
import { choiceOf, createOrderBody, isRefusal } from './testing/bodies.ts'
import type { Reply } from './testing/callers.ts'
import { basic } from './testing/merchants.ts'
import { createSampleDist } from './testing/sample-dist.ts'
import { endServices, pause, type ServiceProcess, startService } from './testing/service-process.ts'
import { createPostgresUrl, isPostgres } from './testing/test-database.ts'
import { untilAnswered } from './testing/until-answered.ts'

/**
 * The service is killed (SIGKILL) while merchants' servers are at work, and started again: whatever it had answered is
 * still so, and whatever it had not answered can be sent again and has had one effect.
 */

const KILLS = 10
const CLIENTS = 6
/** After how many more answers each kill comes: early ones meet a service that has hardly begun. */
const ANSWERS_A_KILL = 8

const merchant = {
  publicKey: SANDBOX_PUBLIC_KEY,
  secretKey: SANDBOX_SECRET_KEY,
  authorization: basic(SANDBOX_PUBLIC_KEY, SANDBOX_SECRET_KEY),
}

let environment: Record<string, string>
let folder: string
const dist = createSampleDist()
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backd-kill-'))
  environment = {
    DATA_DIR: folder,
    WIDGET_DIST: dist.widgetDist,
    LOG_LEVEL: 'error',
    ...(isPostgres ? { DATABASE_URL: await createPostgresUrl() } : {}),
  }
})
afterEach(endServices)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  dist.remove()
})

type Step = '/create_order' | 'select' | '/order_placed' | '/update_order' | '/confirm_order' | '/refund'

/** One request of a client, with the answer it got; without one, it was on its way when the service died. */
interface Sent {
  step: Step
  send(service: ServiceProcess): Promise<Reply>
  reply?: Reply
  /** Without an Idempotency-Key, like half the creates: an answer is not repeated, and what has been made is made. */
  isPlain?: boolean
}

/** An order, from its creation to its refund, as far as its client got. */
interface Life {
  merchantOrderId: string
  /** Whether it is created without an Idempotency-Key. */
  isPlain: boolean
  id: string
  token: string
  sent: Sent[]
}

const eventOf: Record<Step, string> = {
  '/create_order': 'order_created',
  select: 'terms_selected',
  '/order_placed': 'order_placed',
  '/update_order': 'order_updated',
  '/confirm_order': 'order_confirmed',
  '/refund': 'refund_requested',
}
const amounts = {
  cart_amount: 9000,
  tax_amount: 100,
  shipping_amount: 50,
  discount_amount: 300,
  order_total: 8850,
}

let lastKey = 0
const keyed = (step: Step, body: object): Sent => {
  lastKey += 1
  const headers = { 'idempotency-key': `kill ${lastKey}` }
  return { step, send: (service) => service.merchantCall(merchant, step, body, { headers }) }
}

/** What calls of a moment share one statement for. */
const plainCreate = (body: object): Sent => ({
  step: '/create_order',
  isPlain: true,
  send: (service) => service.merchantCall(merchant, '/create_order', body),
})

/** The steps of a life, each made when the one before was answered. */
function* stepsOf(life: Life): Generator<Sent> {
  const notify = lastKey % 2 === 0 ? { notify_customer: true, customer_email: 'joe@example.com' } : {}
  const order = createOrderBody({ merchant_order_id: life.merchantOrderId, ...notify })
  yield life.isPlain
    ? plainCreate(createOrderBody({ merchant_order_id: life.merchantOrderId }))
    : keyed('/create_order', order)
  yield { step: 'select', send: (service) => select(service, life) }
  const ids = { backd_order_id: life.id, merchant_order_id: life.merchantOrderId }
  yield keyed('/order_placed', ids)
  yield keyed('/update_order', { ...ids, merchant_order_status: 'packed', ...amounts })
  yield keyed('/confirm_order', ids)
  yield keyed('/refund', { ...ids, refund_amount: 10 })
  yield keyed('/refund', { ...ids, refund_amount: 20 })
}

/** The choice of what the session offers, or once more of what was selected, by a customer who enters the code first. */
async function select(service: ServiceProcess, { token }: Life): Promise<Reply> {
  const verified = await service.verify(token, SANDBOX_CODE)
  const cookie = String(verified.headers['set-cookie'] ?? '').split(';')[0]
  const { data } = (await service.sessionCall(token)).body
  const offers = data.selected ? [data.selected.offer] : data.offers
  return await service.sessionCall(token, choiceOf({ ...data, offers }), cookie)
}

/** Takes an answer down; only accepted calls are made here. */
function record(life: Life, sent: Sent, reply: Reply): void {
  expect(reply.status, reply.text).toBe(200)
  sent.reply = reply
  if (sent.step !== '/create_order') return
  life.id = reply.body.data.backd_order_id
  life.token = reply.body.data.customer_url.split('/').at(-1)
}

let lastLife = 0
/** Makes orders, one after the other, until the service is gone. */
async function work(service: ServiceProcess, lives: Life[]): Promise<void> {
  for (;;) {
    lastLife += 1
    const isPlain = lastLife % 2 === 0
    const life: Life = { merchantOrderId: `LIFE-${lastLife}`, isPlain, id: '', token: '', sent: [] }
    lives.push(life)
    for (const sent of stepsOf(life)) {
      life.sent.push(sent)
      const reply = await sent.send(service).catch(() => undefined)
      if (!reply) return
      record(life, sent, reply)
    }
  }
}

const isReplayed = (reply: Reply) => reply.headers['idempotent-replayed'] === 'true'

/** The id of an order whose create was not answered, though it was made. */
async function findUnanswered(service: ServiceProcess, { merchantOrderId }: Life): Promise<string> {
  const { body } = await service.merchantCall(merchant, `/find_orders?search=${merchantOrderId}`)
  const found = body.data.orders.filter(
    (order: { merchant_order_id: string }) => order.merchant_order_id === merchantOrderId,
  )
  expect(found).toHaveLength(1)
  return found[0].backd_order_id
}

/** Asks again for everything of a life, and then for what it came to. @returns how its unanswered request had ended */
async function check(service: ServiceProcess, life: Life): Promise<'done' | 'undone' | 'none unanswered'> {
  let unanswered: 'done' | 'undone' | 'none unanswered' = 'none unanswered'
  for (const sent of life.sent) {
    if (sent.step === 'select' && sent.reply) continue
    const again = await untilAnswered(() => sent.send(service))
    if (sent.isPlain) {
      const isMade = isRefusal(again, 409, 'duplicate_merchant_order_id')
      if (sent.reply) expect(isMade).toBe(true)
      else {
        if (isMade) life.id = await findUnanswered(service, life)
        else record(life, sent, again)
        unanswered = isMade ? 'done' : 'undone'
      }
      if (life.token !== '') expect((await service.sessionCall(life.token)).status).toBe(200)
    } else if (sent.reply) {
      expect([again.text, isReplayed(again)]).toEqual([sent.reply.text, true])
    } else {
      record(life, sent, again)
      unanswered = isReplayed(again) ? 'done' : 'undone'
    }
  }
  const { data } = (await service.merchantCall(merchant, `/order_events/${life.id}`)).body
  const events: OrderEvents['events'] = data.events
  const notices = events.filter(({ type }) => type.startsWith('customer_'))
  const changes = events.filter((event) => !notices.includes(event))
  expect(changes.map(({ type }) => type)).toEqual(life.sent.map(({ step }) => eventOf[step]))
  // The mail with the link, and the one that confirms the terms.
  const terms = events.findIndex(({ type }) => type === 'terms_selected')
  const early = notices.filter((notice) => terms < 0 || events.indexOf(notice) < terms)
  expect(early.length).toBeLessThanOrEqual(1)
  expect(notices.length - early.length).toBeLessThanOrEqual(1)
  if (life.sent[0]?.reply?.body.data.notified_customer) expect(early).toHaveLength(1)

  const found = (await service.merchantCall(merchant, `/find_order/${life.id}`)).body.data
  const refunds = life.sent.filter(({ step }) => step === '/refund').length
  expect(found.status).toBe(events.at(-1)?.to)
  expect(found.refunds.map(({ status }: { status: string }) => status)).toEqual(
    ['declined', 'draft'].slice(2 - refunds),
  )
  const isUpdated = life.sent.some(({ step }) => step === '/update_order')
  const total = isUpdated ? 8850 : 8950
  expect(found.order_total).toBe(total)
  if (life.sent.length > 1) expect(found.schedule.total_amount).toBe(total)
  return unanswered
}

/** Every order that the merchant has, as the list tells it. */
async function list(service: ServiceProcess): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  for (let cursor: string | null = ''; cursor !== null; ) {
    const path: string = `/find_orders?limit=100${cursor && `&cursor=${cursor}`}`
    const { data } = (await service.merchantCall(merchant, path)).body
    for (const order of data.orders) all.set(order.merchant_order_id, order.status)
    cursor = data.next_cursor
  }
  return all
}

/** Orders without just one event of their creation, or without their link. */
async function countHalfMade(): Promise<number | undefined> {
  const { engine, close } = await openDatabase(readConfig(environment))
  const sql = `select count(*)::int as n from orders o
    where (select count(*) from order_events e where e.backd_order_id = o.backd_order_id and type = 'order_created') <> 1
    or not exists (select from checkout_sessions s where s.backd_order_id = o.backd_order_id)`
  const query = (engine.kind === 'pglite' ? engine.client : engine.pool) as {
    query(sql: string): Promise<{ rows: { n: number }[] }>
  }
  const { rows } = await query.query(sql)
  await close()
  return rows[0]?.n
}

test(`what was answered is still so after ${KILLS} kills under load`, async () => {
  const lives: Life[] = []
  const ended = { done: 0, undone: 0, 'none unanswered': 0 }
  let plainCreates = 0
  let answers = 0
  let service = await startService(environment)
  for (let kill = 0; kill < KILLS; kill++) {
    const begun: Life[] = []
    const working = Array.from({ length: CLIENTS }, () => work(service, begun))
    const countAnswers = () => begun.flatMap(({ sent }) => sent).filter(({ reply }) => reply).length
    while (countAnswers() < kill * ANSWERS_A_KILL) await pause(1)
    await pause(kill)
    await service.end('SIGKILL')
    await Promise.all(working)

    service = await startService(environment)
    for (const life of begun) {
      answers += life.sent.filter(({ reply }) => reply).length
      ended[await check(service, life)] += 1
      if (life.sent[0]?.isPlain) plainCreates += 1
    }
    lives.push(...begun)
    const statuses = await list(service)
    expect(statuses.size).toBe(lives.length)
    for (const { merchantOrderId, sent } of lives) {
      const last = sent.findLast(({ reply }) => reply?.body.data.status)?.reply
      expect(statuses.get(merchantOrderId)).toBe(last?.body.data.status ?? 'order_created')
    }
  }
  await service.end('SIGTERM')
  expect(await countHalfMade()).toBe(0)
  console.log(
    `${KILLS} kills: ${lives.length} orders, ${plainCreates} made without a key, ${answers} answers kept; of the requests without one, ` +
      `${ended.done} had taken effect and ${ended.undone} had not`,
  )
  expect(answers).toBeGreaterThan(KILLS * ANSWERS_A_KILL)
  expect(ended.done + ended.undone).toBeGreaterThan(0)
  expect(plainCreates).toBeGreaterThan(KILLS)
}, 600_000)
