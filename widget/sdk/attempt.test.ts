import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCallbacks } from '../testing/callbacks.ts'
import { type Callbacks, createAttempt, fail } from './attempt.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const closed = { message: 'Left', code: 'CUSTOMER_CLOSED' } as const
const done = { backd_order_id: 'BO-1', merchant_order_id: 'M' }

/** An attempt, and whether what it holds was taken away. */
function start(callbacks: Callbacks | null) {
  const attempt = createAttempt(callbacks)
  attempt.takeAway = vi.fn()
  return attempt
}

describe('an attempt', () => {
  test('calls back once, with the data, for its first ending alone', () => {
    const { calls, callbacks } = createCallbacks()
    const { conclude } = start(callbacks)
    conclude('onSuccess', done)
    conclude('onClose', closed)
    conclude('onSuccess', done)
    vi.runAllTimers()
    expect(calls).toEqual([['onSuccess', done]])
  })

  test('has released everything before it calls back', () => {
    const order: string[] = []
    const attempt = start({ onClose: () => void order.push('callback') })
    attempt.takeAway = () => void order.push('released')
    attempt.conclude('onClose', closed)
    expect(order).toEqual(['released'])
    vi.runAllTimers()
    expect(order).toEqual(['released', 'callback'])
  })

  test('calls nobody when it ends without a name', () => {
    const { calls, callbacks } = createCallbacks()
    const { takeAway, conclude } = start(callbacks)
    conclude()
    vi.runAllTimers()
    expect(takeAway).toHaveBeenCalledOnce()
    expect(calls).toEqual([])
  })

  test('does the other thing when the callback was not given, and only then', () => {
    const other = vi.fn()
    start({}).conclude('onClose', closed, other)
    start(null).conclude('onClose', closed, other)
    start({ onClose: () => {} }).conclude('onClose', closed, other)
    vi.runAllTimers()
    expect(other).toHaveBeenCalledTimes(2)
  })
})

describe('a failure', () => {
  test.each([
    ['FRAME_UNREACHABLE', true],
    ['NETWORK_ERROR', true],
    ['SERVICE_ERROR', true],
    ['INVALID_PUBLIC_KEY', false],
    ['ORIGIN_NOT_ALLOWED', false],
    ['INVALID_ORDER', false],
    ['AMOUNTS_DO_NOT_ADD_UP', false],
    ['TOTAL_EXCEEDS_LIMIT', false],
    ['DUPLICATE_MERCHANT_ORDER_ID', false],
    ['INVALID_OPTIONS', false],
  ] as const)('%s reaches onFail, recoverable %s, and the console', (code, recoverable) => {
    const { calls, callbacks } = createCallbacks()
    fail(start(callbacks), code, 'Why')
    vi.runAllTimers()
    expect(calls).toEqual([['onFail', { message: 'Why', code, recoverable }]])
    expect(console.error).toHaveBeenCalledExactlyOnceWith('BackdPay', {
      message: 'Why',
      code,
      recoverable,
    })
  })

  test('after the end is not heard, not even in the console', () => {
    const { calls, callbacks } = createCallbacks()
    const attempt = start(callbacks)
    attempt.conclude('onClose', closed)
    fail(attempt, 'NETWORK_ERROR', 'Too late')
    vi.runAllTimers()
    expect(calls).toEqual([['onClose', closed]])
    expect(console.error).not.toHaveBeenCalled()
  })
})

describe('without callbacks', () => {
  test('it ends without a word, and looks for no cause', () => {
    const look = vi.fn(async () => [])
    const attempt = createAttempt(null, look)
    fail(attempt, 'FRAME_UNREACHABLE', 'Nobody asked')
    vi.runAllTimers()
    expect(console.error).not.toHaveBeenCalled()
    expect(look).not.toHaveBeenCalled()
  })

  test('given some later, they hear how it ended', () => {
    const { calls, callbacks } = createCallbacks()
    const attempt = createAttempt(null)
    attempt.callbacks = callbacks
    attempt.conclude('onSuccess', done)
    vi.runAllTimers()
    expect(calls).toEqual([['onSuccess', done]])
  })

  test.each(['pagehide', 'popstate'])('it is released by %s', (type) => {
    const attempt = start(null)
    dispatchEvent(new Event(type))
    expect(attempt.takeAway).toHaveBeenCalledOnce()
  })
})
