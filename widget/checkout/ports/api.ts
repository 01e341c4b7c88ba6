import type {
  AskApproval,
  CheckoutOrder,
  CheckoutOrderReply,
  DeclineApproval,
  FrameLink,
  SelectTerms,
} from '@backd/contract/api/checkout.ts'
import type { CheckoutSession } from '@backd/contract/session.ts'
import { type Clock, systemClock } from './clock.ts'
import { readReply, readSession } from './replies.ts'

/** Equal to the paths in contract/api/checkout.ts (a test holds them so), which imports zod. */
export const ordersPath = '/checkout/api/orders'
export const sessionPath = '/checkout/api/session'
export const framePath = '/checkout/api/session/frame'
export const codePath = '/checkout/api/session/code'
export const verificationPath = '/checkout/api/session/verification'
export const termsPath = '/checkout/api/session/terms'
export const approvalPath = '/checkout/api/session/approval'

/** After this long without a whole answer a call counts as unanswered. */
export const CALL_TIMEOUT_MS = 15_000

/** Every call answers with one of these and never rejects. */
export type Answer<Data> = { kind: 'ok'; data: Data } | ApiFault

export type ApiFault =
  /** Offline, cut off, or later than CALL_TIMEOUT_MS: whether the server acted is unknown. */
  | { kind: 'unreachable' }
  /** Something answered, but not our API: a proxy's page, or a shape we do not know. */
  | { kind: 'unreadable'; httpStatus: number }
  /** The API's own refusal; `code` is one of contract/api/errors.ts, or newer than this build. */
  | {
      kind: 'refused'
      httpStatus: number
      code: string
      message: string
      /** `tries_left`: how many more codes may be entered. */
      fields: { path: string; message: string; tries_left?: number }[]
      /** Its Retry-After; 0 where it has none. */
      retryAfterS?: number
    }

/** The checkout's view of the API: one function an endpoint. */
export interface CheckoutApi {
  /**
   * Opens what the merchant's page asks for.
   * @param body without `order` when `pageToken` is given
   * @param pageToken of a page's link, to be exchanged for one of this frame's own
   */
  createOrder(body: CheckoutOrder | FrameLink, pageToken?: string): Promise<Answer<CheckoutOrderReply>>
  readSession(token: string): Promise<Answer<CheckoutSession>>
  /** Sends a code to the customer's address. */
  sendCode(token: string): Promise<Answer<CheckoutSession>>
  verifyCode(token: string, code: string): Promise<Answer<CheckoutSession>>
  selectTerms(token: string, terms: SelectTerms): Promise<Answer<CheckoutSession>>
  /** Passes the order to a colleague. */
  askColleague(token: string, request: AskApproval): Promise<Answer<CheckoutSession>>
  /** Takes it back from them. */
  withdraw(token: string): Promise<Answer<CheckoutSession>>
  /** The colleague's no. */
  decline(token: string, answer: DeclineApproval): Promise<Answer<CheckoutSession>>
}

interface ApiOptions {
  fetch?: typeof fetch
  clock?: Clock
}

export function createCheckoutApi({
  fetch: send = fetch,
  clock = systemClock,
}: ApiOptions = {}): CheckoutApi {
  async function call<Data>(path: string, init: RequestInit, read: (data: unknown) => Data | null) {
    const timeout = new AbortController()
    const callOff = clock.after(CALL_TIMEOUT_MS, () => timeout.abort())
    try {
      // Called as a plain function: some engines refuse a fetch whose `this` is not the window.
      const response = await send(path, { ...init, signal: timeout.signal, cache: 'no-store' })
      // A body cut off in the middle is the network's fault; one that is no JSON is the answerer's.
      const text = await response.text()
      return readAnswer(response, text, read)
    } catch {
      return { kind: 'unreachable' } as const
    } finally {
      callOff()
    }
  }

  return {
    createOrder: (body, token) =>
      call(token ? framePath : ordersPath, asJson(body, token ? bearer(token) : {}), readReply),
    readSession: (token) => call(sessionPath, { headers: bearer(token) }, readSession),
    sendCode: (token) => call(codePath, { method: 'POST', headers: bearer(token) }, readSession),
    verifyCode: (token, code) => call(verificationPath, asJson({ code }, bearer(token)), readSession),
    selectTerms: (token, terms) => call(termsPath, asJson(terms, bearer(token)), readSession),
    askColleague: (token, request) => call(approvalPath, asJson(request, bearer(token)), readSession),
    withdraw: (token) => call(approvalPath, { method: 'DELETE', headers: bearer(token) }, readSession),
    decline: (token, answer) => call(`${approvalPath}/decline`, asJson(answer, bearer(token)), readSession),
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

const asJson = (body: object, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

function readAnswer<Data>(
  { status: httpStatus, headers }: Response,
  text: string,
  read: (data: unknown) => Data | null,
): Answer<Data> {
  const unreadable = { kind: 'unreadable', httpStatus } as const
  const envelope = parseJson(text)
  const status = envelope?.['status'] as { type?: unknown; error?: unknown } | undefined
  if (typeof status?.type !== 'string') return unreadable
  if (status.error === false) {
    const data = read(envelope?.['data'])
    return data ? { kind: 'ok', data } : unreadable
  }
  const errors = envelope?.['errors']
  return {
    kind: 'refused',
    httpStatus,
    code: status.type,
    message: String(envelope?.['message'] ?? ''),
    fields: Array.isArray(errors) ? errors : [],
    retryAfterS: Number(headers.get('retry-after')),
  }
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}
