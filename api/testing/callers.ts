import type { InjectOptions } from 'fastify'

export const BASE = '/v1/backd/bnpl/api'
/** A page that every test merchant has registered. */
export const SHOP = 'https://shop.example'

export interface TestMerchant {
  publicKey: string
  secretKey: string
  /** The Authorization header of its server. */
  authorization: string
}

export interface Reply {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape, and vouch for each by asserting it
  body: any
  headers: Record<string, unknown>
  text: string
}

/** A request to a service, in this process or in another. */
export type Call = (options: InjectOptions) => Promise<Reply>

export interface Callers {
  call: Call
  /** A call of the merchant API with JSON. */
  merchantCall(merchant: TestMerchant, path: string, body?: unknown, more?: InjectOptions): Promise<Reply>
  /** A call of the browser endpoint from a page of SHOP. */
  browserCall(body: unknown, headers?: Record<string, string>): Promise<Reply>
  /** Reads a session or, with a body, selects terms. */
  sessionCall(token: string, body?: unknown, cookie?: string): Promise<Reply>
  sendCode(token: string, cookie?: string): Promise<Reply>
  verify(token: string, code: unknown, cookie?: string): Promise<Reply>
  /** The buyer asks a colleague. */
  ask(token: string, body: unknown, cookie?: string): Promise<Reply>
  /** The buyer takes the order back. */
  withdraw(token: string, cookie?: string): Promise<Reply>
  /** The colleague declines. */
  decline(token: string, body: unknown, cookie?: string): Promise<Reply>
}

/** The calls of a merchant's server, of its page and of its customer. */
export function createCallers(call: Call): Callers {
  return {
    call,
    merchantCall: (merchant, path, body, more = {}) =>
      call({
        url: `${BASE}${path}`,
        ...json(body),
        ...more,
        headers: { authorization: merchant.authorization, ...type(body), ...more.headers },
      }),
    browserCall: (body, headers = {}) =>
      call({
        url: '/checkout/api/orders',
        ...json(body),
        headers: { origin: SHOP, ...type(body), ...headers },
      }),
    sessionCall: (token, body, cookie) =>
      call({
        url: body === undefined ? '/checkout/api/session' : '/checkout/api/session/terms',
        ...json(body),
        headers: { ...bearer(token, cookie), ...type(body) },
      }),
    sendCode: (token, cookie) =>
      call({ method: 'POST', url: '/checkout/api/session/code', headers: bearer(token, cookie) }),
    verify: (token, code, cookie) =>
      call({
        url: '/checkout/api/session/verification',
        ...json({ code }),
        headers: { ...bearer(token, cookie), ...type({}) },
      }),
    ask: (token, body, cookie) =>
      call({
        url: '/checkout/api/session/approval',
        ...json(body),
        headers: { ...bearer(token, cookie), ...type({}) },
      }),
    withdraw: (token, cookie) =>
      call({ method: 'DELETE', url: '/checkout/api/session/approval', headers: bearer(token, cookie) }),
    decline: (token, body, cookie) =>
      call({
        url: '/checkout/api/session/approval/decline',
        ...json(body),
        headers: { ...bearer(token, cookie), ...type({}) },
      }),
  }
}

const json = (body: unknown) =>
  body === undefined
    ? { method: 'GET' as const }
    : {
        method: 'POST' as const,
        payload: JSON.stringify(body),
      }
const bearer = (token: string, cookie: string | undefined) => ({
  authorization: `Bearer ${token}`,
  ...(cookie === undefined ? {} : { cookie }),
})
const type = (body: unknown) => (body === undefined ? {} : { 'content-type': 'application/json' })
