import { seedMode, seedOrder } from '@backd/contract/examples.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { initialize } from './initialize.ts'
import { openModal } from './modal/modal.ts'
import { openRedirect } from './redirect/redirect.ts'
import type { WidgetHandle, WidgetOptions } from './types.ts'

vi.mock('./modal/modal.ts', () => ({ openModal: vi.fn() }))
vi.mock('./redirect/redirect.ts', () => ({ openRedirect: vi.fn() }))

const origin = 'https://checkout.example'
let calls: [string, unknown][] = []
let handle: WidgetHandle | undefined
const hear = (name: string) => (data: unknown) => void calls.push([name, data])

/** Calls it as a merchant's page does, types or not. */
function call(options: unknown): WidgetHandle {
  handle = initialize(options as WidgetOptions, origin)
  return handle
}
const createOptions = (more: object = {}) => ({
  order: seedOrder,
  onSuccess: hear('onSuccess'),
  onClose: hear('onClose'),
  onFail: hear('onFail'),
  ...more,
})

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  handle?.close()
  vi.runAllTimers()
  vi.useRealTimers()
  vi.mocked(openModal).mockReset()
  vi.mocked(openRedirect).mockReset()
  vi.restoreAllMocks()
  calls = []
})

/** The signal and the order that the modal was opened with. */
function opened() {
  const [signal, , , opening] = vi.mocked(openModal).mock.lastCall ?? []
  return { signal, opening }
}

describe('the mode', () => {
  test.each([
    ['no mode', undefined],
    ['null', null],
    ['modal', { type: 'modal' }],
    ['no type', {}],
  ])('%s opens the modal', (_title, mode) => {
    call(createOptions({ order: { ...seedOrder, mode } }))
    expect(openModal).toHaveBeenCalledOnce()
    expect(openRedirect).not.toHaveBeenCalled()
  })

  test('redirect redirects, and needs no callback', () => {
    call({ order: { ...seedOrder, mode: seedMode } })
    expect(openRedirect).toHaveBeenCalledOnce()
    expect(openModal).not.toHaveBeenCalled()
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
    expect(openModal).not.toHaveBeenCalled()
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
    const [, , , opening, at, key] = vi.mocked(openModal).mock.lastCall ?? []
    expect([opening, at, key]).toEqual([{ token: 'the-token', locale: 'es' }, origin, 'the-key'])
  })

  test('counts before an order that is given too, even one that redirects or is wrong', () => {
    call(createOptions({ order: { mode: seedMode }, customerUrl }))
    expect(opened().opening).toEqual({ token: 'the-token' })
    expect(openRedirect).not.toHaveBeenCalled()
    vi.runAllTimers()
    expect(calls).toEqual([])
  })

  test('needs onSuccess and onClose', () => {
    call({ customerUrl, onFail: hear('onFail') })
    vi.runAllTimers()
    expect(calls).toMatchObject([['onFail', { code: 'INVALID_OPTIONS' }]])
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
    expect(openModal).not.toHaveBeenCalled()
  })
})

describe('how the checkout is shown', () => {
  const appearance = { accent: '#0d5c4b', radius: 'none', fontFamily: 'Inter', colorScheme: 'dark' }

  test.each([
    ['the modal', undefined, openModal, 3],
    ['a redirect', seedMode, openRedirect, 2],
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
    expect(calls).toMatchObject([['onFail', { code: 'INVALID_OPTIONS' }]])
    expect(openModal).not.toHaveBeenCalled()
  })

  test.each([undefined, null, 0, 'x', [], {}])('%j never throw, and a handle comes back', (options) => {
    const { close } = call(options)
    expect(close).toBeTypeOf('function')
    close()
    vi.runAllTimers()
    expect(console.error).toHaveBeenCalledOnce()
  })

  test('a browser that cannot open the dialog reaches onFail', () => {
    vi.mocked(openModal).mockImplementation(() => {
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
    expect([vi.mocked(openModal).mock.calls.length, calls]).toEqual([1, []])
  })

  test('is given without a look at what the second call is to show: useBackd tells by that whose checkout is open', () => {
    const locale = vi.fn(() => 'es')
    const options = () => Object.defineProperty(createOptions(), 'locale', { get: locale, enumerable: true })
    call(createOptions())
    call(options())
    expect(locale).not.toHaveBeenCalled()
    handle?.close()
    call(options())
    expect(locale).toHaveBeenCalled()
  })

  test('is another once the first has ended, well or badly', () => {
    const first = call(createOptions({ order: null }))
    const second = call(createOptions())
    expect(second).not.toBe(first)
    second.close()
    expect(call(createOptions())).not.toBe(second)
    expect(openModal).toHaveBeenCalledTimes(2)
  })

  test('closes at once and once, as MERCHANT_CLOSED', () => {
    const { close } = call(createOptions())
    close()
    expect(opened().signal?.aborted).toBe(true)
    close()
    vi.runAllTimers()
    expect(calls).toEqual([
      ['onClose', { message: 'The shop closed the checkout.', code: 'MERCHANT_CLOSED' }],
    ])
  })

  test('of an attempt that is over does not close the next', () => {
    const first = call(createOptions())
    first.close()
    call(createOptions())
    first.close()
    expect(opened().signal?.aborted).toBe(false)
  })

  test('may be used for a new call inside a callback', () => {
    call(createOptions({ onClose: () => call(createOptions()) })).close()
    vi.runAllTimers()
    expect(openModal).toHaveBeenCalledTimes(2)
  })
})

describe('leaving the page', () => {
  test.each(['pagehide', 'popstate'])('%s ends the attempt', (type) => {
    call(createOptions())
    dispatchEvent(new Event(type))
    expect(opened().signal?.aborted).toBe(true)
    vi.runAllTimers()
    expect(calls).toMatchObject([['onClose', { code: 'CUSTOMER_CLOSED' }]])
  })

  test('leaves no listener behind', () => {
    const added = vi.spyOn(window, 'addEventListener')
    call(createOptions()).close()
    for (const [, , options] of added.mock.calls)
      expect((options as AddEventListenerOptions).signal?.aborted).toBe(true)
    expect(added).toHaveBeenCalled()
  })
})

describe('after a failure', () => {
  const failIn = (backd: string, look = vi.fn(async () => [])) => {
    const options = createOptions({ order: { ...seedOrder, items: [] } })
    handle = initialize(options as WidgetOptions, backd, look)
    return { look, options }
  }

  test.each(['https://sandbox.checkout.backd.com', 'http://localhost:4000'])(
    'the sandbox at %s looks for the cause by itself, once, with what was called and what failed',
    (backd) => {
      const { look, options } = failIn(backd)
      vi.runAllTimers()
      expect(look.mock.calls).toEqual([[options, expect.objectContaining({ code: 'INVALID_ORDER' })]])
    },
  )

  test.each(['https://checkout.backd.com', 'https://pay.example'])(
    'production at %s stays quiet',
    (backd) => {
      const { look } = failIn(backd)
      vi.runAllTimers()
      expect(look).not.toHaveBeenCalled()
      expect(calls).toMatchObject([['onFail', { code: 'INVALID_ORDER' }]])
    },
  )

  test('what can’t be loaded is no failure of the page’s', async () => {
    const { look } = failIn(
      'http://localhost:4000',
      vi.fn(() => Promise.reject(new TypeError('blocked'))),
    )
    await vi.runAllTimersAsync()
    expect(look).toHaveBeenCalledOnce()
    expect(calls).toHaveLength(1)
  })

  test('nobody looks after a checkout that was closed', () => {
    const look = vi.fn(async () => [])
    handle = initialize(createOptions() as WidgetOptions, 'http://localhost:4000', look)
    handle.close()
    vi.runAllTimers()
    expect(look).not.toHaveBeenCalled()
  })
})
