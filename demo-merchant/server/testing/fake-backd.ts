/** A stand-in for Backd's API behind `fetch`: it keeps what it was asked and answers as it is told. */

export interface BackdRequest {
  method: string
  path: string
  search: string
  authorization: string | null
  idempotencyKey: string | null
  body: unknown
}

/** A body to answer with (HTTP 200 unless its envelope says otherwise), or an error that fetch throws. */
export type Answer = object | Error

export function createFakeBackd() {
  const requests: BackdRequest[] = []
  const answers = new Map<string, Answer | Answer[]>()

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const { pathname: path, search } = new URL(request.url)
    const text = await request.text()
    requests.push({
      method: request.method,
      path,
      search,
      authorization: request.headers.get('authorization'),
      idempotencyKey: request.headers.get('idempotency-key'),
      body: text === '' ? undefined : JSON.parse(text),
    })
    const endpoint = path.split('/')[5] ?? ''
    const queued = answers.get(endpoint)
    const answer = (Array.isArray(queued) ? queued.shift() : queued) ?? new TypeError('fetch failed')
    if (answer instanceof Error) throw answer
    const status = (answer as { status?: { code?: number } }).status?.code ?? 200
    return new Response(JSON.stringify(answer), { status })
  }

  return {
    fetch,
    requests,
    /** From now on, an endpoint ("order_placed") answers with this; without one it can't be reached. */
    answer: (endpoint: string, answer: Answer) => void answers.set(endpoint, answer),
    /** An endpoint answers with these, one after the other, and then can't be reached. */
    answerInTurn: (endpoint: string, ...turns: Answer[]) => void answers.set(endpoint, turns),
  }
}

export function success(data: object) {
  return { data, message: 'OK', status: { type: 'success', code: 200, error: false } }
}

export function failure(code: number, type: string, message: string, errors?: object[]) {
  return { data: null, message, status: { type, code, error: true }, ...(errors ? { errors } : {}) }
}

/** An order as find_order and order_placed answer it. */
export function orderData(more: object = {}) {
  return {
    backd_order_id: 'BO-20260416-7K3M9QX2',
    merchant_order_id: 'NW-1',
    status: 'order_placed',
    create_date: '2026-04-16T14:02:11.000Z',
    order_total: 8950,
    cart_amount: 9000,
    tax_amount: 100,
    shipping_amount: 50,
    discount_amount: 200,
    refunds: [],
    max_order_total: 9845,
    items: [{ display_name: 'MacBook Pro', sku: 'ABC-123', unit_price: 3000, qty: 3 }],
    ...more,
  }
}
