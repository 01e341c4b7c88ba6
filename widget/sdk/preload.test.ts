import { seedMode, seedOrder } from '@backd/contract/examples.ts'
import { describe, expect, test, vi } from 'vitest'
import { call, calls, createOptions, isOpen, opened, origin } from '../testing/initialize.ts'
import type { Attempt } from './attempt.ts'
import { initialize } from './initialize.ts'
import { createModal } from './modal/modal.ts'
import { openRedirect } from './redirect/redirect.ts'
import type { WidgetOptions } from './types.ts'

vi.mock('./modal/modal.ts', () => ({ createModal: vi.fn() }))
vi.mock('./redirect/redirect.ts', () => ({ openRedirect: vi.fn() }))

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
