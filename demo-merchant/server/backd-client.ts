import { createHash } from 'node:crypto'
import createClient from 'openapi-fetch'
import { type BackdResult, describeFailure, readAnswer, unavailable } from './backd-answer.ts'
import type { paths } from './backd-api.d.ts'
import { createPersistentFetch } from './persistent-fetch.ts'

/**
 * Backd's merchant API, and the only code of this shop that holds the secret key. Never do this from a browser.
 *
 * Every call is authorised by HTTP Basic (public key as user, secret key as password) and answered with one envelope:
 * `{ data, message, status: { type, code, error }, errors? }`. Paths, bodies and answers are typed by the document that
 * Backd publishes (backd-api.d.ts, generated). Nothing here throws for what Backd or the network does: each function
 * resolves to a BackdResult that the caller has to look at.
 */

const TIMEOUT_MS = 8_000

const API = '/v1/backd/bnpl/api'
type Api = typeof API

type Reply<Operation> = Operation extends {
  responses: { 200: { content: { 'application/json': { data: infer Data } } } }
}
  ? Data
  : never
type Body<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Sent } } }
  ? Sent
  : never

type CreateOrder = paths[`${Api}/create_order`]['post']
type OrderPlaced = paths[`${Api}/order_placed`]['post']
type UpdateOrder = paths[`${Api}/update_order`]['post']
type ConfirmOrder = paths[`${Api}/confirm_order`]['post']
type CancelOrder = paths[`${Api}/cancel_order`]['post']
type Refund = paths[`${Api}/refund`]['post']
type DeleteRefund = paths[`${Api}/refund`]['delete']
type FindOrder = paths[`${Api}/find_order/{backd_order_id}`]['get']
type FindOrders = paths[`${Api}/find_orders`]['get']
type Clock = paths[`${Api}/sandbox/clock`]['get']
type MoveClock = paths[`${Api}/sandbox/clock`]['post']
type ResetClock = paths[`${Api}/sandbox/clock`]['delete']
type OrderEvents = paths[`${Api}/order_events/{backd_order_id}`]['get']

/** An order as find_order answers it. Amounts in dollars. */
export type BackdOrder = Reply<FindOrder>
export type OrderStatus = BackdOrder['status']
export type BackdEvent = Reply<OrderEvents>['events'][number]
/** The sandbox's time for this merchant's orders. */
export type SandboxClock = Reply<Clock>
export type OrdersQuery = NonNullable<FindOrders['parameters']['query']>
export type OrderSummary = Reply<FindOrders>['orders'][number]

export interface BackdClientOptions {
  origin: string
  publicKey: string
  secretKey: string
  /** For tests. */
  fetch?: typeof globalThis.fetch
  /** For tests: how long to wait before each further try. */
  delaysMs?: readonly number[]
  /** For a call with all its tries. */
  timeoutMs?: number
}

export type BackdClient = ReturnType<typeof createBackdClient>

/** Opens nothing; each function is one request. */
export function createBackdClient(options: BackdClientOptions) {
  const { origin, publicKey, secretKey, timeoutMs = TIMEOUT_MS } = options
  const client = createClient<paths>({
    baseUrl: origin,
    headers: { authorization: `Basic ${Buffer.from(`${publicKey}:${secretKey}`).toString('base64')}` },
    fetch: createPersistentFetch(options),
    // An answer from anywhere else would carry the secret key there.
    redirect: 'error',
  })

  /** Waits for one call, with all its tries. */
  async function receive<Operation>(
    send: (signal: AbortSignal) => Promise<{ data?: unknown; error?: unknown; response: Response }>,
    needed: readonly (keyof Reply<Operation> & string)[],
  ): Promise<BackdResult<Reply<Operation>>> {
    try {
      const { data, error, response } = await send(AbortSignal.timeout(timeoutMs))
      return readAnswer(response.status, data ?? error, needed)
    } catch (cause) {
      return describeFailure(cause, origin, timeoutMs)
    }
  }

  return {
    /**
     * Makes an order server-to-server; `customer_url` is where the customer chooses their terms. The same body again, within
     * seven days, gets the same answer: when all tries were lost, a later call finds the order that the first one made.
     */
    async createOrder(body: Body<CreateOrder>): Promise<BackdResult<Reply<CreateOrder>>> {
      const created = await receive<CreateOrder>(
        (signal) =>
          client.POST(`${API}/create_order`, { body, signal, headers: { 'idempotency-key': digest(body) } }),
        ['backd_order_id', 'customer_url', 'notified_customer'],
      )
      // It becomes a link on a page of ours.
      if (created.ok && !/^https?:\/\//.test(created.data.customer_url)) {
        return unavailable("BackdPay's answer has a customer_url that is no link.")
      }
      return created
    },

    /**
     * Tells Backd that the shop took the order. `order_total`, in dollars, is from the shop's own books: when it is not
     * the total the customer agreed to, Backd refuses with `total_mismatch`. Saying it twice is harmless.
     */
    orderPlaced: (body: Body<OrderPlaced>) =>
      receive<OrderPlaced>((signal) => client.POST(`${API}/order_placed`, { body, signal }), orderFields),

    /** Gives a placed order other amounts; the customer's payments follow. */
    updateOrder: (body: Body<UpdateOrder>) =>
      receive<UpdateOrder>((signal) => client.POST(`${API}/update_order`, { body, signal }), orderFields),

    /** The shop fulfils the order. */
    confirmOrder: (body: Body<ConfirmOrder>) =>
      receive<ConfirmOrder>((signal) => client.POST(`${API}/confirm_order`, { body, signal }), orderFields),

    /** The shop calls a placed order off. */
    cancelOrder: (body: Body<CancelOrder>) =>
      receive<CancelOrder>((signal) => client.POST(`${API}/cancel_order`, { body, signal }), orderFields),

    /** Asks for a refund, or for another amount in place of one that is not locked. */
    refund: (body: Body<Refund>) =>
      receive<Refund>((signal) => client.POST(`${API}/refund`, { body, signal }), orderFields),

    /** Takes back a refund that is not locked. */
    deleteRefund: (body: Body<DeleteRefund>) =>
      receive<DeleteRefund>((signal) => client.DELETE(`${API}/refund`, { body, signal }), orderFields),

    /** An order as Backd has it. */
    findOrder: (backd_order_id: string) =>
      receive<FindOrder>(
        (signal) =>
          client.GET(`${API}/find_order/{backd_order_id}`, { params: { path: { backd_order_id } }, signal }),
        orderFields,
      ),

    /** A page of the shop's orders at Backd, newest first. */
    findOrders: (query: OrdersQuery = {}) =>
      receive<FindOrders>(
        (signal) => client.GET(`${API}/find_orders`, { params: { query }, signal }),
        ['orders'],
      ),

    /** What happened to an order, oldest first. */
    orderEvents: (backd_order_id: string) =>
      receive<OrderEvents>(
        (signal) =>
          client.GET(`${API}/order_events/{backd_order_id}`, {
            params: { path: { backd_order_id } },
            signal,
          }),
        ['events'],
      ),

    /** What time it is for the shop's orders. Sandbox only: elsewhere there is no such address. */
    readClock: () => receive<Clock>((signal) => client.GET(`${API}/sandbox/clock`, { signal }), clockFields),

    /** Puts the sandbox's time forward, to an instant or by seconds. */
    moveClock: (body: Body<MoveClock>) =>
      receive<MoveClock>((signal) => client.POST(`${API}/sandbox/clock`, { body, signal }), clockFields),

    /** Sets the sandbox back to real time. */
    resetClock: () =>
      receive<ResetClock>((signal) => client.DELETE(`${API}/sandbox/clock`, { signal }), clockFields),
  }
}

const digest = (body: object) => createHash('sha256').update(JSON.stringify(body)).digest('hex')

const clockFields = ['now', 'offset_ms'] as const

const orderFields = [
  'backd_order_id',
  'merchant_order_id',
  'status',
  'create_date',
  'order_total',
  'cart_amount',
  'tax_amount',
  'shipping_amount',
  'discount_amount',
  'items',
] as const
