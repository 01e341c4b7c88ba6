import { seedMode, seedOrder } from '@backd/contract/examples.ts'
import { describe, expect, test, vi } from 'vitest'
import { call, callbacks, calls, createOptions, isOpen, opened, origin } from '../testing/initialize.ts'
import { createModal } from './modal/modal.ts'
import { openRedirect } from './redirect/redirect.ts'

vi.mock('./modal/modal.ts', () => ({ createModal: vi.fn() }))
vi.mock('./redirect/redirect.ts', () => ({ openRedirect: vi.fn() }))

describe('the mode', () => {
  test.each([
    ['no mode', undefined],
    ['null', null],
    ['modal', { type: 'modal' }],
    ['no type', {}],
  ])('%s opens the modal', (_title, mode) => {
    call(createOptions({ order: { ...seedOrder, mode } }))
    expect(createModal).toHaveBeenCalledOnce()
    expect(openRedirect).not.toHaveBeenCalled()
  })

  test('redirect redirects, and needs no callback', () => {
    call({ order: { ...seedOrder, mode: seedMode } })
    expect(openRedirect).toHaveBeenCalledOnce()
    expect(createModal).not.toHaveBeenCalled()
  })
})

describe('the order', () => {
  test('is copied at the call: no function goes along, no later change', () => {
    const order = { ...structuredClone(seedOrder), toString: () => 'an order' }
    call(createOptions({ order }))
    order.merchant_order_id = 'changed'
    expect(opened().opening).toEqual({ order: seedOrder })
  })

  const circular: Record<string, unknown> = { ...seedOrder }
  circular['self'] = circular
  test.each<[string, unknown, string?]>([
    ['missing', undefined],
    ['null', null],
    ['a text', 'order'],
    ['with a text for an amount', { ...seedOrder, order_total: '8950' }],
    ['circular', circular, 'INVALID_OPTIONS'],
    ['with a BigInt', { ...seedOrder, order_total: 8950n }, 'INVALID_OPTIONS'],
    [
      'with an object that poses as a text',
      { ...seedOrder, merchant_order_id: { trim: 'x' } },
      'INVALID_OPTIONS',
    ],
    [
      'with a getter that throws',
      Object.defineProperty({}, 'merchant', { enumerable: true, get: () => fault() }),
      'INVALID_OPTIONS',
    ],
  ])('%s is refused without anything opened', (_title, order, code = 'INVALID_ORDER') => {
    call(createOptions({ order }))
    vi.runAllTimers()
    expect(calls).toEqual([['onFail', { code, message: expect.any(String), recoverable: false }]])
    expect(createModal).not.toHaveBeenCalled()
  })
  function fault(): never {
    throw new Error('a getter')
  }

  test('with a wrong sum is refused as AMOUNTS_DO_NOT_ADD_UP', () => {
    call(createOptions({ order: { ...seedOrder, order_total: 1 } }))
    vi.runAllTimers()
    expect(calls).toMatchObject([['onFail', { code: 'AMOUNTS_DO_NOT_ADD_UP' }]])
  })
})

describe('customerUrl', () => {
  const customerUrl = `${origin}/checkout/the-key/the-token`

  test('opens the modal with the link’s token and its merchant’s key, and no order', () => {
    call(createOptions({ order: undefined, customerUrl, locale: 'es' }))
    expect(opened()).toMatchObject({
      opening: { token: 'the-token', locale: 'es' },
      src: `${origin}/checkout/modal?key=the-key`,
    })
    expect(opened().opening).not.toHaveProperty('order')
  })

  test('counts before an order that is given too, even one that redirects or is wrong', () => {
    call(createOptions({ order: { mode: seedMode }, customerUrl }))
    expect(opened().opening).toEqual({ token: 'the-token' })
    expect(openRedirect).not.toHaveBeenCalled()
    vi.runAllTimers()
    expect(calls).toEqual([])
  })

  test('needs onSuccess and onClose', () => {
    call({ customerUrl, onFail: callbacks.onFail })
    vi.runAllTimers()
    const message = 'onSuccess and onClose must be functions'
    expect(calls).toEqual([['onFail', { code: 'INVALID_OPTIONS', message, recoverable: false }]])
  })

  test.each<[string, unknown]>([
    ['of another origin', 'https://elsewhere.example/checkout/key/token'],
    ['of an origin that only begins like ours', `${origin}.evil.example/checkout/key/token`],
    ['without a key', `${origin}/checkout/token`],
    ['that is another page', `${origin}/`],
    ['of another scheme', 'javascript:alert(1)'],
    ['that is no text', 5],
  ])('%s is refused without anything opened, and says what it has to be', (_title, wrong) => {
    call(createOptions({ order: undefined, customerUrl: wrong }))
    vi.runAllTimers()
    const message = `customerUrl must be ${origin}/checkout/...`
    expect(calls).toEqual([['onFail', { code: 'INVALID_OPTIONS', message, recoverable: false }]])
    expect(createModal).not.toHaveBeenCalled()
  })
})

describe('how the checkout is shown', () => {
  const appearance = { accent: '#0d5c4b', radius: 'none', fontFamily: 'Inter', colorScheme: 'dark' }

  test.each([
    ['the modal', undefined, createModal, 2],
    ['a redirect', seedMode, openRedirect, 1],
  ] as const)('goes along with the order, copied at the call, to %s', (_title, mode, opener, place) => {
    const given = { ...appearance }
    call(
      createOptions({
        order: { ...seedOrder, mode },
        locale: 'es',
        appearance: given,
        environment: 'sandbox',
      }),
    )
    given.accent = 'changed'
    const opening = vi.mocked<(...parameters: never[]) => void>(opener).mock.lastCall?.[place]
    expect(opening).toEqual({ order: mode ? { ...seedOrder, mode } : seedOrder, locale: 'es', appearance })
  })

  test('is judged by the API: a wrong one stops nothing here', () => {
    call(createOptions({ locale: 5, appearance: 'teal' }))
    expect(opened().opening).toMatchObject({ locale: 5, appearance: 'teal' })
    vi.runAllTimers()
    expect(calls).toEqual([])
  })
})

describe('the options', () => {
  test.each(['onSuccess', 'onClose'])('without %s are refused in modal mode', (name) => {
    call(createOptions({ [name]: undefined }))
    vi.runAllTimers()
    const message = 'onSuccess and onClose must be functions'
    expect(calls).toEqual([['onFail', { code: 'INVALID_OPTIONS', message, recoverable: false }]])
    expect(createModal).not.toHaveBeenCalled()
  })

  test.each([undefined, null, 0, 'x', [], {}])('%j never throw, and a handle comes back', (options) => {
    const { close } = call(options)
    expect(close).toBeTypeOf('function')
    close()
    vi.runAllTimers()
    expect(console.error).toHaveBeenCalledOnce()
  })

  test('a browser that cannot open the dialog reaches onFail', () => {
    vi.mocked(createModal).mockImplementation(() => {
      throw new TypeError('Illegal constructor')
    })
    call(createOptions())
    vi.runAllTimers()
    expect(calls).toMatchObject([['onFail', { message: 'TypeError: Illegal constructor' }]])
  })
})

describe('the handle', () => {
  test('is the same for a second call while the first is open, whatever its order', () => {
    const first = call(createOptions())
    expect(call(createOptions({ order: null }))).toBe(first)
    vi.runAllTimers()
    expect([vi.mocked(createModal).mock.calls.length, calls]).toEqual([1, []])
  })

  test('is given without a look at what the second call is to show: useBackd tells by that whose checkout is open', () => {
    const locale = vi.fn(() => 'es')
    const options = () => Object.defineProperty(createOptions(), 'locale', { get: locale, enumerable: true })
    call(createOptions())
    const handle = call(options())
    expect(locale).not.toHaveBeenCalled()
    handle.close()
    call(options())
    expect(locale).toHaveBeenCalled()
  })

  test('is another once the first has ended, well or badly', () => {
    const first = call(createOptions({ order: null }))
    const second = call(createOptions())
    expect(second).not.toBe(first)
    second.close()
    expect(call(createOptions())).not.toBe(second)
    expect(createModal).toHaveBeenCalledTimes(2)
  })

  test('closes at once and once, as MERCHANT_CLOSED', () => {
    const { close } = call(createOptions())
    close()
    expect(isOpen()).toBe(false)
    close()
    vi.runAllTimers()
    expect(calls).toEqual([['onClose', { message: 'The checkout was closed.', code: 'MERCHANT_CLOSED' }]])
  })

  test('of an attempt that is over does not close the next', () => {
    const first = call(createOptions())
    first.close()
    call(createOptions())
    first.close()
    expect(isOpen()).toBe(true)
  })

  test('may be used for a new call inside a callback', () => {
    call(createOptions({ onClose: () => call(createOptions()) })).close()
    vi.runAllTimers()
    expect(createModal).toHaveBeenCalledTimes(2)
  })
})

describe('leaving the page', () => {
  test.each(['pagehide', 'popstate'])('%s ends the attempt', (type) => {
    call(createOptions())
    dispatchEvent(new Event(type))
    expect(isOpen()).toBe(false)
    vi.runAllTimers()
    expect(calls).toMatchObject([['onClose', { code: 'CUSTOMER_CLOSED' }]])
  })

  test('leaves no listener behind', () => {
    const added = vi.spyOn(window, 'addEventListener')
    const removed = vi.spyOn(window, 'removeEventListener')
    call(createOptions()).close()
    expect(added).toHaveBeenCalled()
    expect(removed.mock.calls).toEqual(added.mock.calls)
  })
})
