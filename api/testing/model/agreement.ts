import assert from 'node:assert/strict'
import type { Reply } from '../test-app.ts'
import {
  type Answer,
  findActive,
  type ModelOrder,
  type Request,
  remaining,
  scheduleTotal,
} from './model-order.ts'
import type { Model } from './reference.ts'
import type { Service } from './service.ts'

/**
 * Puts a request to the model and to the service, and holds the service to what the model says: the answer, and after it
 * every order. What happened is written down, so that a failure can be read.
 */
export class Agreement {
  readonly model: Model
  readonly service: Service
  /** Real time, which stands still. */
  readonly start: number
  readonly transcript: string[] = []
  readonly sent: Request[] = []
  private readonly texts = new Map<Request, string>()

  constructor(model: Model, service: Service) {
    this.start = model.timeOf(0)
    this.model = model
    this.service = service
  }

  async put(request: Request): Promise<void> {
    const { model, service } = this
    const named = model.orders.find(({ id }) => id === request.id)
    const before = model.orders.length
    const expected = model.answer(request)
    const reply = await service.send(request, named, model.timeOf(named?.owner ?? request.by))
    this.sent.push(request)
    this.transcript.push(`${say(request)} → ${reply.status} ${reply.body?.status?.type}`)
    this.texts.set(request, reply.text)

    assert.deepEqual(told(reply), told(expectedReply(expected, request)), 'the answer')
    const isReplayed = reply.headers['idempotent-replayed'] === 'true'
    assert.equal(isReplayed, expected.replayOf !== undefined, 'Idempotent-Replayed')
    if (expected.replayOf) assert.equal(reply.text, this.texts.get(expected.replayOf), 'the replayed answer')

    const made = model.orders.length > before ? model.orders.at(-1) : undefined
    if (made) made.id = reply.body.data.backd_order_id
    const order = expected.oneOf?.find(({ id }) => id === reply.body.data.backd_order_id) ?? expected.order
    if (order && !expected.replayOf) this.learn(order, reply)
    await this.holdTables()
    // What a refusal would have changed, the tables show.
    if (expected.code === 200 && order) await this.hold(order)
  }

  /** A merchant's time moves; what Backd does by itself is another step. */
  async travelTo(by: number, instant: number): Promise<void> {
    this.transcript.push(`for ${'AB'[by]} it is ${new Date(instant).toISOString()}`)
    this.model.now[by] = instant
    await this.service.travelTo(by, instant)
    // Time alone changes what is told of an active refund, and of nothing else.
    for (const order of this.model.orders) if (findActive(order)) await this.hold(order)
  }

  async settle(): Promise<void> {
    this.transcript.push('Backd settles')
    const active = this.model.orders.filter(findActive)
    this.model.settle()
    await this.service.settle()
    await this.holdTables()
    for (const order of active) await this.hold(order)
  }

  /** Holds everything that the merchants can read to the model. */
  async holdAll(): Promise<void> {
    const { model, service } = this
    for (const order of model.orders) {
      await this.hold(order)
      assert.deepEqual(await service.eventsOf(order), order.history, `order_events of ${order.id}`)
    }
    for (const by of model.now.keys()) {
      const own = model.orders.filter(({ owner }) => owner === by)
      const lines = own.map(({ id, status, total }) => `${id} ${status} ${total / 100}`)
      assert.deepEqual((await service.list(by)).sort(), lines.sort(), 'find_orders')
    }
  }

  /** What an answer tells of an order has to be what the model knows; the checkout's token is kept. */
  private learn(order: ModelOrder, { body }: Reply): void {
    const { data } = body
    if (data.token) order.token = data.token
    if (data.customer_url) order.token = data.customer_url.split('/').at(-1)
    assert.equal(data.backd_order_id, order.id, 'the order that the answer names')
    assert.equal((data.session ?? data).status, order.status, 'the status that the answer tells')
    if (data.order_total !== undefined) assert.equal(data.order_total, order.total / 100, 'order_total')
    if (data.refunds !== undefined) assert.deepEqual(data.refunds, refundsOf(order, this.model), 'refunds')
  }

  /** Every order of the run as the tables have it, with its whole history. */
  private async holdTables(): Promise<void> {
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
    const stored = await this.service.stored()
    assert.deepEqual(stored.sort(byId), this.model.orders.map(rowOf).sort(byId), 'the tables')
  }

  /** An order as its merchant finds it. */
  private async hold(order: ModelOrder): Promise<void> {
    const asking = { call: 'find_order', by: order.owner, id: order.id }
    const reply = await this.service.send(asking, order, this.model.timeOf(order.owner))
    assert.deepEqual(seenIn(reply.body.data), expectedOf(order, this.model), `find_order of ${order.id}`)
  }
}

const rowOf = ({ id, status, total, version, history, refunds }: ModelOrder) => ({
  id,
  status,
  total,
  version,
  history: history.join(', '),
  refunds: refunds.map(({ amount, end }) => `${amount} ${end ?? 'draft'}`).join(', '),
})

const refundsOf = ({ refunds, owner }: ModelOrder, model: Model) =>
  refunds.map(({ amount, createdAt, lockedAt, end }) => ({
    amount: amount / 100,
    create_date: new Date(createdAt).toISOString(),
    status: end ?? (lockedAt <= model.timeOf(owner) ? 'approved' : 'draft'),
    locked_at: new Date(lockedAt).toISOString(),
  }))

const told = ({ status, body }: Pick<Reply, 'status' | 'body'>) => ({
  status,
  type: body?.status?.type,
  code: body?.status?.code,
  error: body?.status?.error,
})

function expectedReply({ code, type }: Answer, { call }: Request) {
  const isUnknownToken = call === 'select_terms' && code === 404
  const status = { type: isUnknownToken ? 'not_found' : type, code, error: code !== 200 }
  return { status: code, body: { status } }
}

/** What find_order says of an order, as far as the model knows it. */
function seenIn(data: Reply['body']) {
  const { refunds, schedule } = data
  const payments: { amount: number }[] = schedule?.payments ?? []
  const inCents = (amount: number) => Math.round(amount * 100)
  const settled = refunds.filter(({ status }: { status: string }) => status === 'settled')
  return {
    status: data.status,
    merchantOrderId: data.merchant_order_id,
    note: data.merchant_order_status,
    total: inCents(data.order_total),
    remaining: settled.reduce(
      (left: number, { amount }: { amount: number }) => left - inCents(amount),
      inCents(data.order_total),
    ),
    maxTotal: inCents(data.max_order_total),
    refunds,
    plan: schedule?.plan_id,
    scheduleTotal: schedule && inCents(schedule.total_amount),
    payments: schedule && payments.reduce((sum, { amount }) => sum + inCents(amount), 0),
  }
}

function expectedOf(order: ModelOrder, model: Model) {
  const schedule = order.accepted && scheduleTotal(order)
  return {
    status: order.status,
    merchantOrderId: order.merchantOrderId,
    note: order.note,
    total: order.total,
    remaining: remaining(order),
    maxTotal: model.maxTotal(order),
    refunds: refundsOf(order, model),
    plan: order.accepted?.plan,
    scheduleTotal: schedule,
    payments: schedule,
  }
}

const say = ({ call, by, ...rest }: Request) => `${'AB'[by]} ${call} ${JSON.stringify(rest)}`
