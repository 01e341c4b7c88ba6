import { seedMode, seedOrder } from '@backd/contract/examples.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Attempt } from './attempt.ts'
import { initialize } from './initialize.ts'
import { createModal } from './modal/modal.ts'
import { openRedirect } from './redirect/redirect.ts'
import type { WidgetHandle, WidgetOptions } from './types.ts'

vi.mock('./modal/modal.ts', () => ({ createModal: vi.fn() }))
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
  // What was only preloaded.
  dispatchEvent(new Event('pagehide'))
  vi.runAllTimers()
  vi.useRealTimers()
  vi.mocked(createModal).mockReset()
  vi.mocked(openRedirect).mockReset()
  vi.restoreAllMocks()
  calls = []
})

/** What the modal was made with last. */
function opened() {
  const [attempt, src, opening, callbacks] = vi.mocked(createModal).mock.lastCall ?? []
  return { attempt, src, opening, callbacks }
}
/** Whether that attempt is still open. */
const isOpen = () => Boolean(opened().attempt?.callbacks)

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
    call({ customerUrl, onFail: hear('onFail') })
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

describe('preload', () => {
  /** As the faces call it; what it made is shown for the next call that asks, unless it says no. */
  const preload = (options: unknown, fits = true) => {
    const made = vi.mocked(createModal).mock.calls.length
    vi.mocked(createModal).mockImplementationOnce((attempt, _src, _opening, callbacks) => {
      attempt.callbacks = callbacks
      attempt.showFor = vi.fn((_wanted, _what, by) => {
        if (fits) attempt.callbacks = by
        return fits
      })
      attempt.takeAway = vi.fn()
    })
    initialize(options as WidgetOptions, origin, undefined, null)
    return vi.mocked(createModal).mock.calls[made]?.[0] as Attempt
  }

  test('with an order loads the modal for it, and tells nobody', () => {
    preload({ order: seedOrder, locale: 'es' })
    expect(opened()).toMatchObject({
      src: `${origin}/checkout/modal?key=${seedOrder.merchant.public_api_key}`,
      opening: { order: seedOrder, locale: 'es' },
      callbacks: null,
    })
  })

  test('with a public key alone loads it for no order', () => {
    preload({ publicKey: 'the key' })
    expect(opened()).toMatchObject({ src: `${origin}/checkout/modal?key=the+key`, opening: {} })
  })

  test('with a customerUrl loads it for its token', () => {
    preload({ customerUrl: `${origin}/checkout/the-key/the-token` })
    expect(opened()).toMatchObject({
      src: `${origin}/checkout/modal?key=the-key`,
      opening: { token: 'the-token' },
    })
  })

  test('of an order that redirects does nothing', () => {
    initialize({ order: { ...seedOrder, mode: seedMode } } as never, origin, undefined, null)
    expect(createModal).not.toHaveBeenCalled()
    expect(openRedirect).not.toHaveBeenCalled()
  })

  test.each<[string, unknown]>([
    ['no options', undefined],
    ['null', null],
    ['a number', 0],
    [
      'an order that throws',
      { order: Object.defineProperty({}, 'merchant', { enumerable: true, get: fail }) },
    ],
    ['an order with a BigInt', { order: { total: 5n } }],
  ])('never throws, and logs nothing: %s', (_title, options) => {
    initialize(options as never, origin, undefined, null)
    vi.mocked(createModal).mockImplementationOnce(() => fail())
    initialize({ publicKey: 'k' } as never, origin, undefined, null)
    vi.runAllTimers()
    expect(console.error).not.toHaveBeenCalled()
  })
  function fail(): never {
    throw new TypeError('not here')
  }

  test('is shown by the next call that it fits, which hears how it ends', () => {
    const spare = preload({ order: seedOrder })
    const options = createOptions()
    const { close } = call(options)
    expect(createModal).toHaveBeenCalledOnce()
    expect(spare.showFor).toHaveBeenCalledExactlyOnceWith(
      `${origin}/checkout/modal?key=${seedOrder.merchant.public_api_key}`,
      { order: seedOrder },
      options,
    )
    close()
    vi.runAllTimers()
    expect(calls).toMatchObject([['onClose', { code: 'MERCHANT_CLOSED' }]])
    expect(spare.takeAway).toHaveBeenCalledOnce()
  })

  test('that does not fit is taken away, and the call opens as if it had not been', () => {
    const spare = preload({ order: seedOrder }, false)
    call(createOptions())
    expect(spare.takeAway).toHaveBeenCalledOnce()
    expect(createModal).toHaveBeenCalledTimes(2)
    expect(isOpen()).toBe(true)
    vi.runAllTimers()
    expect(calls).toEqual([])
  })

  test('twice is one frame, and another preload takes the place of one that it does not fit', () => {
    const first = preload({ publicKey: 'k' })
    preload({ publicKey: 'k' })
    expect(createModal).toHaveBeenCalledOnce()
    vi.mocked(createModal).mockReset()
    vi.mocked(first.showFor as NonNullable<Attempt['showFor']>).mockReturnValue(false)
    preload({ publicKey: 'other' })
    expect(createModal).toHaveBeenCalledOnce()
    expect(first.takeAway).toHaveBeenCalledOnce()
  })

  test('does nothing while a checkout is open', () => {
    const { close } = call(createOptions())
    vi.mocked(createModal).mockReset()
    initialize({ publicKey: 'k' } as never, origin, undefined, null)
    expect(createModal).not.toHaveBeenCalled()
    close()
    vi.runAllTimers()
    expect(calls).toMatchObject([['onClose', { code: 'MERCHANT_CLOSED' }]])
  })

  test('is taken away by an order that is wrong, or that redirects', () => {
    for (const order of [null, { ...seedOrder, mode: seedMode }]) {
      const spare = preload({ publicKey: 'k' })
      call(createOptions({ order })).close()
      expect(spare.takeAway).toHaveBeenCalledOnce()
    }
  })
})
