// @vitest-environment node
import { CHECKOUT_ORDERS_PATH } from '@backd/contract/api/checkout.ts'
import { createError, createSuccess } from '@backd/contract/api/envelope.ts'
import { seedMode, seedOrder } from '@backd/contract/examples.ts'
import { failCodes } from '@backd/contract/frame/messages.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAttempt, type Opening } from '../attempt.ts'
import type { ErrorData, Order } from '../types.ts'
import { openRedirect } from './redirect.ts'

const origin = 'https://checkout.example'
const customerUrl = `${origin}/checkout/some-token`
const assign = vi.fn()
const fetching = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('window', { addEventListener() {}, removeEventListener() {} })
  vi.stubGlobal('location', { assign: (url: string | URL) => assign(String(url)) })
  vi.stubGlobal('fetch', fetching)
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  assign.mockReset()
  fetching.mockReset()
})

/** Turns of the event loop, enough for an answer to be read; then a task after the one in which a failure is told. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setTimeout(resolve))
}
const reply = (body: unknown, status = 200) =>
  Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }))
const created = (url: unknown) => createSuccess({ customer_url: url }, 'Order created.')

/** Redirects with an answer of the API; `isHeard`: whether the page gave onFail. */
async function redirect(
  answer: Promise<Response>,
  {
    isHeard = true,
    close = seedMode.order_close_url,
    look = {},
  }: { isHeard?: boolean; close?: string; look?: Pick<Opening, 'locale' | 'appearance'> } = {},
) {
  fetching.mockReturnValue(answer)
  const onFail = vi.fn<(data: ErrorData) => void>()
  const attempt = createAttempt(isHeard ? { onFail } : {})
  const order: Order = {
    ...seedOrder,
    mode: { type: 'redirect', order_success_url: seedMode.order_success_url, order_close_url: close },
  }
  openRedirect(attempt, { order, ...look }, `${origin}/checkout/`)
  await settle()
  return { attempt, order, fault: onFail.mock.lastCall?.[0], wentTo: assign.mock.calls.flat() }
}

describe('a redirect', () => {
  test('posts the order to the checkout’s own endpoint', async () => {
    const { order } = await redirect(reply(created(customerUrl)))
    const [url, request] = fetching.mock.lastCall ?? []
    expect(url).toBe(origin + CHECKOUT_ORDERS_PATH)
    expect(request).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } })
    expect(JSON.parse(String(request?.body))).toEqual({ order })
  })

  test('posts the locale and the appearance beside it', async () => {
    const look = { locale: 'es', appearance: { radius: 'none' } } as const
    const { order } = await redirect(reply(created(customerUrl)), { look })
    expect(JSON.parse(String(fetching.mock.lastCall?.[1]?.body))).toEqual({ order, ...look })
  })

  test('sends the customer to customer_url and ends without a callback', async () => {
    const { attempt, fault, wentTo } = await redirect(reply(created(customerUrl)))
    expect(wentTo).toEqual([customerUrl])
    expect([attempt.callbacks, fault]).toEqual([null, undefined])
  })

  test.each([
    'https://evil.example/checkout/t',
    'https://checkout.example.evil.example/checkout/t',
    'https://checkout.example@evil.example/checkout/t',
    'https://checkout.example:8443/checkout/t',
    'http://checkout.example/checkout/t',
    '//checkout.example/checkout/t',
    'javascript:alert(1)//https://checkout.example/',
    '',
  ])('never goes to "%s"', async (url) => {
    const { fault, wentTo } = await redirect(reply(created(url)))
    expect(wentTo).toEqual([])
    expect(fault).toMatchObject({ code: 'NETWORK_ERROR' })
  })

  test('that is closed while the order is being created goes nowhere', async () => {
    let answer: (response: Response) => void = () => {}
    const pending = redirect(new Promise((resolve) => (answer = resolve)))
    const { attempt } = await pending
    attempt.conclude('onClose', { message: 'Closed', code: 'MERCHANT_CLOSED' })
    answer(await reply(created(customerUrl)))
    await settle()
    expect(assign).not.toHaveBeenCalled()
  })
})

const refusal = (code: ErrorData['code'], message: string) =>
  reply({ ...createError('invalid_request', message), fail_code: code }, 400)

describe('a refusal of the API reaches onFail with its code and sentence', () => {
  test.each(failCodes)('%s', async (code) => {
    const { fault, wentTo } = await redirect(refusal(code, 'Why not.'))
    const recoverable = /^(FRAME|NETWORK|SERVICE)_/.test(code)
    expect(fault).toEqual({ message: 'Why not.', code, recoverable })
    expect(wentTo).toEqual([])
  })

  test.each(['INVALID_ORDER', 'INVALID_OPTIONS'] as const)(
    '%s: the return URLs were not judged, so without onFail the customer stays',
    async (code) => {
      expect((await redirect(refusal(code, 'Why not.'), { isHeard: false })).wentTo).toEqual([])
    },
  )
})

describe('an answer that is none reaches onFail as NETWORK_ERROR', () => {
  test.each<[string, () => Promise<Response>]>([
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a proxy’s page', () => reply('<html>Bad gateway</html>', 502)],
    ['nothing', () => reply('', 204 + 296)],
    ['JSON without an envelope', () => reply({}, 500)],
    ['null', () => reply('null')],
    ['a customer_url that is no text', () => reply(created(5))],
  ])('%s', async (_title, answer) => {
    const { fault, wentTo } = await redirect(answer())
    expect(fault).toEqual({
      message: 'BackdPay could not be reached',
      code: 'NETWORK_ERROR',
      recoverable: true,
    })
    expect(wentTo).toEqual([])
  })

  test('silence for 15 s', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      expect(ms).toBe(15_000)
      return AbortSignal.abort(new DOMException('Timed out', 'TimeoutError'))
    })
    vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => Promise.reject(signal?.reason))
    const { fault } = await redirect(reply(''))
    expect(timeout).toHaveBeenCalledOnce()
    expect(fault?.code).toBe('NETWORK_ERROR')
  })
})

describe('without onFail the customer goes to order_close_url with the message', () => {
  const tooMuch = () => refusal('TOTAL_EXCEEDS_LIMIT', 'Too much & more.')
  test.each([
    ['https://shop.example/cart', ['message', 'code'], ''],
    ['https://shop.example/cart?', ['message', 'code'], ''],
    ['https://shop.example/cart?q=a%20b&flag#items', ['q', 'flag', 'message', 'code'], '#items'],
    ['https://shop.example/cart?message=old&q=a', ['message', 'q', 'code'], ''],
  ])('%s', async (close, names, hash) => {
    const { wentTo } = await redirect(tooMuch(), { isHeard: false, close })
    const url = new URL(wentTo[0] ?? '')
    expect(url.origin + url.pathname + url.hash).toBe(`https://shop.example/cart${hash}`)
    expect([...url.searchParams.keys()]).toEqual(names)
    expect(url.searchParams.get('message')).toBe('Too much & more.')
    expect(url.searchParams.get('code')).toBe('TOTAL_EXCEEDS_LIMIT')
    if (names.includes('q')) expect(url.searchParams.get('q')).toMatch(/^a/)
  })

  test('also when the network failed', async () => {
    const { wentTo } = await redirect(Promise.reject(new TypeError()), { isHeard: false })
    expect(wentTo).toEqual([
      'https://merchant.website.com/cart?message=BackdPay+could+not+be+reached&code=NETWORK_ERROR',
    ])
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '/cart', '', null])(
    'but stays when that is %j, which the API did not get to judge',
    async (close) => {
      const { wentTo } = await redirect(Promise.reject(new TypeError()), {
        isHeard: false,
        close: close as string,
      })
      expect(wentTo).toEqual([])
    },
  )
})
