import { seedAmounts } from '@backd/contract/examples.ts'
import { SANDBOX_CODE, SANDBOX_PUBLIC_KEY, SANDBOX_SECRET_KEY } from '../domain/sandbox.ts'
import { checkoutOrderBody, choiceOf } from './bodies.ts'
import { BASE, basic, type Reply } from './test-app.ts'

/** Calls of a service that runs as a process of its own, as its sandbox merchant. */
export interface ServiceCalls {
  /** A call of the merchant API: POST with a body, else GET. */
  call(path: string, body?: unknown, method?: string): Promise<Reply>
  /** Any address of the service. */
  get(path: string, headers?: Record<string, string>): Promise<Reply>
  /** An order that the merchant has confirmed. @returns its two ids */
  confirmOrder(): Promise<{ backd_order_id: string; merchant_order_id: string }>
}

const keys = {
  publicKey: SANDBOX_PUBLIC_KEY,
  secretKey: SANDBOX_SECRET_KEY,
  authorization: basic(SANDBOX_PUBLIC_KEY, SANDBOX_SECRET_KEY),
}

export function createServiceCalls(origin: string): ServiceCalls {
  const send = async (url: string, init: RequestInit): Promise<Reply> => {
    const response = await fetch(`${origin}${url}`, init)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : undefined,
      headers: Object.fromEntries(response.headers),
      text,
    }
  }
  const json = (body: unknown, headers: Record<string, string>, method?: string): RequestInit => ({
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const call = (path: string, body?: unknown, method?: string) =>
    send(`${BASE}${path}`, json(body, { authorization: keys.authorization }, method))

  return {
    call,
    get: (path, headers = {}) => send(path, { headers }),
    async confirmOrder() {
      const cart = checkoutOrderBody(keys, { ...seedAmounts, merchant_order_id: `M-${crypto.randomUUID()}` })
      const { data } = (await send('/checkout/api/orders', json(cart, { origin: 'http://localhost:4100' })))
        .body
      const { backd_order_id, merchant_order_id, token, session } = data
      const ids = { backd_order_id, merchant_order_id }
      await send(
        '/checkout/api/session/verification',
        json({ code: SANDBOX_CODE }, { authorization: `Bearer ${token}` }),
      )
      await send('/checkout/api/session/terms', json(choiceOf(session), { authorization: `Bearer ${token}` }))
      await call('/order_placed', ids)
      await call('/confirm_order', ids)
      return ids
    },
  }
}
