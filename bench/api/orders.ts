import { randomBytes } from 'node:crypto'
import { seedCreateOrder } from '@backd/contract/examples.ts'
import type autocannon from 'autocannon'

/** The merchant that every sandbox has. */
const KEYS = '518ce188-8295-422c-a4a2-8329ffd40341:sk_sandbox_demo'
export const AUTHORIZATION = `Basic ${Buffer.from(KEYS).toString('base64')}`
export const API_PATH = '/v1/backd/bnpl/api'

const run = randomBytes(6).toString('hex')
let drawn = 0

/** A merchant_order_id that no order has, of this run or another. */
export function newMerchantOrderId(): string {
  drawn += 1
  return `BENCH-${run}-${drawn}`
}

// Split once, since writing the whole body anew for each request would load the client, which shares the two cores.
const MARK = 'MERCHANT-ORDER-ID'
const [head = '', tail = ''] = JSON.stringify({ ...seedCreateOrder, merchant_order_id: MARK }).split(MARK)

/** The pages' example of create_order, under an id of its own. */
export function createOrderJson(merchantOrderId: string): string {
  return `${head}${merchantOrderId}${tail}`
}

const HEADERS = { authorization: AUTHORIZATION, 'content-type': 'application/json' }

/** A request that makes another order each time it is sent. */
export function creating(path = `${API_PATH}/create_order`): autocannon.Request {
  return {
    method: 'POST',
    path,
    headers: HEADERS,
    setupRequest: (request) => ({ ...request, body: createOrderJson(newMerchantOrderId()) }),
  }
}

/** A request that asks for one path after the other. */
export function finding(paths: string[]): autocannon.Request {
  let at = 0
  return {
    method: 'GET',
    headers: HEADERS,
    setupRequest: (request) => {
      at = (at + 1) % paths.length
      return { ...request, path: paths[at] ?? '' }
    },
  }
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: sign-off.ts judges answers by the contract's schemas
  body: any
  text: string
}

/** One call of the merchant API. */
export async function call(
  origin: string,
  path: string,
  json?: string,
  authorization = AUTHORIZATION,
): Promise<Answer> {
  const response = await fetch(`${origin}${API_PATH}${path}`, {
    method: json === undefined ? 'GET' : 'POST',
    headers: { ...HEADERS, authorization },
    ...(json === undefined ? {} : { body: json }),
  })
  const text = await response.text()
  return { status: response.status, body: JSON.parse(text), text }
}
