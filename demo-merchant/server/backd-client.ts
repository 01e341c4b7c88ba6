import { z } from 'zod'
import type { CreateOrder } from './order-object.ts'

/**
 * Backd's merchant API, and the only code of this shop that holds the secret key. Never do this from a browser.
 *
 * Every call is authorised by HTTP Basic (public key as user, secret key as password) and answered with one envelope:
 * `{ data, message, status: { type, code, error }, errors? }`. Nothing here throws for what Backd or the network does:
 * each function resolves to a BackdResult that the caller has to look at.
 */

const BASE_PATH = '/v1/backd/bnpl/api'
const TIMEOUT_MS = 8_000

export type BackdResult<Data> =
  | { ok: true; data: Data; envelope: unknown }
  /** Backd said no, and saying it again will not help; `message` is Backd's own sentence, `code` its stable name. */
  | { ok: false; kind: 'refused'; code: string; message: string }
  /** Backd did not answer, or can't at the moment: whether the call took effect is unknown, and it may be sent again. */
  | { ok: false; kind: 'unavailable'; code: string; message: string }

export interface BackdClientOptions {
  origin: string
  publicKey: string
  secretKey: string
  /** For tests. */
  fetch?: typeof globalThis.fetch
  timeoutMs?: number
}

export type BackdClient = ReturnType<typeof createBackdClient>

/** Opens nothing; each function is one request. */
export function createBackdClient(options: BackdClientOptions) {
  const { origin, publicKey, secretKey, fetch = globalThis.fetch, timeoutMs = TIMEOUT_MS } = options
  const authorization = `Basic ${Buffer.from(`${publicKey}:${secretKey}`).toString('base64')}`

  async function call<Data>(
    schema: z.ZodType<Data>,
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<BackdResult<Data>> {
    let response: Response
    let answer: unknown
    try {
      response = await fetch(`${origin}${BASE_PATH}${path}`, {
        method,
        headers: {
          authorization,
          accept: 'application/json',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(timeoutMs),
        // An answer from anywhere else would carry the secret key there.
        redirect: 'error',
      })
      answer = await response.json()
    } catch (cause) {
      return unavailable(describeFailure(cause, origin, timeoutMs))
    }
    return readAnswer(schema, response.status, answer)
  }

  return {
    /** Makes an order server-to-server; `customer_url` is where the customer chooses their terms. */
    createOrder: (order: CreateOrder) => call(createdOrderSchema, 'POST', '/create_order', order),

    /**
     * Tells Backd that the shop took the order. `order_total`, in dollars, is from the shop's own books: when it is not
     * the total the customer agreed to, Backd refuses with `total_mismatch`. Saying it twice is harmless.
     */
    orderPlaced: (ids: { backd_order_id: string; merchant_order_id: string; order_total: number }) =>
      call(orderDataSchema, 'POST', '/order_placed', ids),

    /** An order as Backd has it. */
    findOrder: (backdOrderId: string) =>
      call(orderDataSchema, 'GET', `/find_order/${encodeURIComponent(backdOrderId)}`),
  }
}

const contactSchema = z.looseObject({
  name: z.object({ first: z.string(), last: z.string() }),
  company_name: z.string().nullish(),
  address: z.object({
    line1: z.string(),
    line2: z.string().nullish(),
    city: z.string(),
    state: z.string(),
    zipcode: z.string(),
    country: z.string(),
  }),
  phone_number: z.string(),
  email: z.string(),
})

/** What the shop reads of an order; what Backd adds later is let through. Amounts in dollars. */
const orderDataSchema = z.looseObject({
  backd_order_id: z.string(),
  merchant_order_id: z.string(),
  status: z.string(),
  create_date: z.string(),
  order_total: z.number(),
  cart_amount: z.number(),
  tax_amount: z.number(),
  shipping_amount: z.number(),
  discount_amount: z.number(),
  billing: contactSchema.nullish(),
  items: z.array(
    z.looseObject({ display_name: z.string(), sku: z.string(), unit_price: z.number(), qty: z.number() }),
  ),
})
export type BackdOrder = z.infer<typeof orderDataSchema>

const createdOrderSchema = z.looseObject({
  backd_order_id: z.string(),
  merchant_order_id: z.string(),
  customer_url: z.url({ protocol: /^https?$/ }),
  notified_customer: z.boolean(),
})

const envelopeSchema = z.object({
  message: z.string(),
  status: z.object({ type: z.string(), error: z.boolean() }),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

function readAnswer<Data>(schema: z.ZodType<Data>, httpStatus: number, answer: unknown): BackdResult<Data> {
  const envelope = envelopeSchema.safeParse(answer)
  if (!envelope.success) return unavailable(`BackdPay answered ${httpStatus} with something we can't read.`)

  const { message, status, errors = [] } = envelope.data
  if (status.error) {
    const passing = httpStatus >= 500 || httpStatus === 429
    // A single fault is in the message already; of several it names only some.
    const faults = errors.length > 1 ? errors.map((fault) => `${fault.path} ${fault.message}.`) : []
    const sentence = [message, ...faults].join(' ')
    return { ok: false, kind: passing ? 'unavailable' : 'refused', code: status.type, message: sentence }
  }

  const data = schema.safeParse((answer as { data?: unknown }).data)
  if (!data.success) return unavailable(`BackdPay's answer lacks ${data.error.issues[0]?.path.join('.')}.`)
  return { ok: true, data: data.data, envelope: answer }
}

function unavailable(message: string): BackdResult<never> {
  return { ok: false, kind: 'unavailable', code: 'unreachable', message }
}

function describeFailure(cause: unknown, origin: string, timeoutMs: number): string {
  return cause instanceof Error && cause.name === 'TimeoutError'
    ? `BackdPay did not answer within ${timeoutMs / 1000} seconds.`
    : `BackdPay can't be reached at ${origin}.`
}
