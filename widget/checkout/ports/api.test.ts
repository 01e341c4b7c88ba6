import {
  CHECKOUT_FRAME_PATH,
  CHECKOUT_ORDERS_PATH,
  CHECKOUT_SESSION_PATH,
  CHECKOUT_TERMS_PATH,
  checkoutSessionSchema,
} from '@backd/contract/api/checkout.ts'
import { createError, createSuccess } from '@backd/contract/api/envelope.ts'
import { describe, expect, it, vi } from 'vitest'
import { createFakeClock } from '../testing/ports.ts'
import { createSelectedSession, createSession } from '../testing/sessions.ts'
import { CALL_TIMEOUT_MS, createCheckoutApi, framePath, ordersPath, sessionPath, termsPath } from './api.ts'

const answering = (body: unknown, status = 200) =>
  vi.fn<typeof fetch>(
    async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
  )
const terms = {
  plan_id: 'net-30',
  starts_on: '2026-11-21',
  total_cents: 1,
  agreement_version: 'v',
  agreed: true,
} as const

describe('a call to the API', () => {
  it('names the paths of the contract', () => {
    expect([framePath, ordersPath, sessionPath, termsPath]).toEqual([
      CHECKOUT_FRAME_PATH,
      CHECKOUT_ORDERS_PATH,
      CHECKOUT_SESSION_PATH,
      CHECKOUT_TERMS_PATH,
    ])
  })

  it('is tested with sessions that the contract allows', () => {
    expect(checkoutSessionSchema.safeParse(createSession()).error).toBeUndefined()
    expect(checkoutSessionSchema.safeParse(createSelectedSession()).error).toBeUndefined()
  })

  it('creates an order with the page that it came from', async () => {
    const reply = {
      token: 't',
      session: createSession(),
      backd_order_id: 'b',
      merchant_order_id: 'm',
      customer_url: null,
    }
    const fetch = answering(createSuccess(reply, 'Created.'))
    const order = { order: {} as never, page_origin: 'https://shop.example' }
    expect(await createCheckoutApi({ fetch }).createOrder(order)).toEqual({ kind: 'ok', data: reply })
    expect(fetch).toHaveBeenCalledWith(
      ordersPath,
      expect.objectContaining({ method: 'POST', body: JSON.stringify(order) }),
    )
  })

  it('exchanges a page’s link with its token and the page around the frame', async () => {
    const fetch = answering(createSuccess({}, 'Opened.'))
    const frame = { page_origin: 'https://shop.example' }
    await createCheckoutApi({ fetch }).createOrder(frame, 'tok')
    expect(fetch).toHaveBeenCalledWith(
      framePath,
      expect.objectContaining({
        method: 'POST',
        body: JSON.stringify(frame),
        headers: { 'content-type': 'application/json', authorization: 'Bearer tok' },
      }),
    )
  })

  it('opens a session with its token and nothing else', async () => {
    const fetch = answering(createSuccess(createSession(), 'Read.'))
    expect(await createCheckoutApi({ fetch }).readSession('tok')).toEqual({
      kind: 'ok',
      data: createSession(),
    })
    expect(fetch).toHaveBeenCalledWith(
      sessionPath,
      expect.objectContaining({ headers: { authorization: 'Bearer tok' } }),
    )
  })

  it('sends a choice with the token', async () => {
    const fetch = answering(createSuccess(createSelectedSession(), 'Stored.'))
    const answer = await createCheckoutApi({ fetch }).selectTerms('tok', terms)
    expect(answer).toEqual({ kind: 'ok', data: createSelectedSession() })
    expect(fetch).toHaveBeenCalledWith(
      termsPath,
      expect.objectContaining({
        method: 'POST',
        body: JSON.stringify(terms),
        headers: { 'content-type': 'application/json', authorization: 'Bearer tok' },
      }),
    )
  })

  it('tells a refusal with its code, sentence and fields', async () => {
    const fields = [{ path: 'items[0].qty', message: 'must be more than 0' }]
    const fetch = answering(createError('invalid_request', 'One field is wrong.', fields), 400)
    expect(await createCheckoutApi({ fetch }).readSession('t')).toEqual({
      kind: 'refused',
      httpStatus: 400,
      code: 'invalid_request',
      message: 'One field is wrong.',
      fields,
      retryAfterS: 0,
    })
  })

  it('tells how long to wait where the API says so', async () => {
    const body = JSON.stringify(createError('too_many_requests', 'Wait.'))
    const fetch = async () => new Response(body, { status: 429, headers: { 'retry-after': '3300' } })
    expect(await createCheckoutApi({ fetch }).sendCode('t')).toMatchObject({ retryAfterS: 3300 })
  })

  it.each([
    ["a proxy's page", '<html>Bad gateway</html>', 502],
    ['nothing', '', 200],
    ['JSON null', 'null', 200],
    ['another shape', { hello: 'world' }, 200],
    ['a session with a hole', createSuccess({ ...createSession(), offers: undefined }, 'Read.'), 200],
    ['no session at all', createSuccess(null, 'Read.'), 200],
  ])('calls %s unreadable', async (_, body, httpStatus) => {
    const answer = await createCheckoutApi({ fetch: answering(body, httpStatus) }).readSession('t')
    expect(answer).toEqual({ kind: 'unreadable', httpStatus })
  })

  it('calls a failed connection unreachable', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => {
      throw new TypeError('Failed to fetch')
    })
    expect(await createCheckoutApi({ fetch }).readSession('t')).toEqual({ kind: 'unreachable' })
  })

  it('gives up after 15 seconds', async () => {
    const clock = createFakeClock()
    const fetch = vi.fn<typeof globalThis.fetch>(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
        }),
    )
    const answer = createCheckoutApi({ fetch, clock }).readSession('t')
    clock.pass(CALL_TIMEOUT_MS - 1)
    expect(fetch.mock.calls[0]?.[1]?.signal?.aborted).toBe(false)
    clock.pass(1)
    expect(await answer).toEqual({ kind: 'unreachable' })
  })
})
