import { seedAmounts } from '@backd/contract/examples.ts'
import type { OrderStatus } from '@backd/contract/lifecycle.ts'
import type { Clock } from '../use-cases/ports/clock.ts'
import type { Reporter } from '../use-cases/ports/reporter.ts'
import type { Store } from '../use-cases/ports/store.ts'
import { settleRefunds } from '../use-cases/settle-refunds.ts'
import { checkoutOrderBody, choiceOf, createOrderBody } from './bodies.ts'
import type { Callers, Reply, TestMerchant } from './callers.ts'

/** An order of a test, and what calling for it takes. */
export interface TestOrder {
  id: string
  merchantOrderId: string
  token: string
  choice: Record<string, unknown>
}

const WEEK_MS = 7 * 86_400_000
const inAWeek = (clock: Clock): Clock => ({
  now: (merchant) => new Date(clock.now(merchant).getTime() + WEEK_MS),
})

/** In a test, nothing may go wrong unheard. */
const failing: Reporter = {
  report(error) {
    throw error
  },
}

/** What a driver needs of a service; the store and the clock are for what Backd does by itself. */
export type DrivenApi = Callers & { store: Store; clock: Clock }

/** The calls of the lifecycle for a merchant's orders, and a way to have an order in each status. */
export function createOrderDriver(api: DrivenApi, merchant: TestMerchant) {
  const ids = ({ id, merchantOrderId }: TestOrder) => ({
    backd_order_id: id,
    merchant_order_id: merchantOrderId,
  })
  const post =
    (path: string) =>
    (order: TestOrder, changes: Record<string, unknown> = {}) =>
      api.merchantCall(merchant, path, { ...ids(order), ...changes })

  /** @returns how many refunds were settled */
  const settling = async (clock: Clock) => {
    const ports = { store: api.store, clock, reporter: failing, isDatabaseGone: () => false }
    return (await settleRefunds(ports)).settled
  }

  const calls = {
    select: ({ token, choice }: TestOrder, planId?: string): Promise<Reply> =>
      api.sessionCall(token, planId === undefined ? choice : { ...choice, plan_id: planId }),
    place: post('/order_placed'),
    /** The same content that the order was made with, unless `changes` says otherwise. */
    update: (order: TestOrder, changes: Record<string, unknown> = {}) =>
      post('/update_order')(order, { merchant_order_status: 'processing', ...seedAmounts, ...changes }),
    confirm: post('/confirm_order'),
    cancel: post('/cancel_order'),
    refund: (order: TestOrder, dollars = 8950, changes: Record<string, unknown> = {}) =>
      post('/refund')(order, { refund_amount: dollars, ...changes }),
    deleteRefund: (order: TestOrder, changes: Record<string, unknown> = {}) =>
      api.merchantCall(merchant, '/refund', { ...ids(order), ...changes }, { method: 'DELETE' }),
    /** What Backd does after the locks of the coming week. */
    settle: () => settling(inAWeek(api.clock)),
    /** What it does now. */
    settleNow: () => settling(api.clock),
    find: async ({ id }: TestOrder) => (await api.merchantCall(merchant, `/find_order/${id}`)).body.data,
  }

  const create = async (changes: Record<string, unknown> = {}): Promise<TestOrder> => {
    const { data } = (await api.browserCall(checkoutOrderBody(merchant, { ...seedAmounts, ...changes }))).body
    return {
      id: data.backd_order_id,
      merchantOrderId: data.merchant_order_id,
      token: data.token,
      choice: choiceOf(data.session),
    }
  }

  /** The calls that lead to each status. */
  const ways: Record<OrderStatus, ((order: TestOrder) => Promise<unknown>)[]> = {
    order_created: [],
    terms_selected: [calls.select],
    order_placed: [calls.select, calls.place],
    order_confirmed: [calls.select, calls.place, calls.confirm],
    order_cancelled: [calls.select, calls.place, calls.cancel],
    refund: [calls.select, calls.place, calls.confirm, (order) => calls.refund(order), calls.settle],
  }

  /** An order in a status. */
  const prepare = async (status: OrderStatus, changes: Record<string, unknown> = {}): Promise<TestOrder> => {
    return await bring(await create(changes), status)
  }

  /** Brings an order that was just made to a status. */
  const bring = async (order: TestOrder, status: OrderStatus): Promise<TestOrder> => {
    for (const step of ways[status]) await step(order)
    return order
  }

  return { ...calls, prepare, bring }
}

export type OrderDriver = ReturnType<typeof createOrderDriver>

/** What create_order answered of an order whose customer has then selected net-30. */
export async function createWithTerms(
  api: Callers,
  merchant: TestMerchant,
): Promise<{ backd_order_id: string; merchant_order_id: string }> {
  const { data } = (await api.merchantCall(merchant, '/create_order', createOrderBody())).body
  const token = data.customer_url.split('/').at(-1)
  const { body } = await api.sessionCall(token)
  await api.sessionCall(token, choiceOf(body.data))
  return data
}

/** Runs while something else, as another process might, holds the order. PostgreSQL only. */
export async function whileHeld(
  api: { store: Store },
  order: TestOrder,
  run: () => Promise<void>,
): Promise<void> {
  const holding = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const holder = api.store.transact(async ({ orders }) => {
    await orders.hold(order.id)
    holding.resolve()
    await release.promise
  })
  await holding.promise
  try {
    await run()
  } finally {
    release.resolve()
    await holder
  }
}
