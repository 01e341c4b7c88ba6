// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Callbacks, createEnd, fail } from './attempt.ts'

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

function createCallbacks() {
  const calls: [string, unknown][] = []
  const hear = (name: string) => (data: unknown) => void calls.push([name, data])
  const callbacks: Callbacks = {
    onSuccess: hear('onSuccess'),
    onClose: hear('onClose'),
    onFail: hear('onFail'),
  }
  return { calls, callbacks }
}

function start(callbacks: Callbacks | undefined) {
  const controller = new AbortController()
  return { signal: controller.signal, end: createEnd(controller, controller.signal, callbacks) }
}

describe('an attempt', () => {
  test('calls back once, with the data, for its first ending alone', () => {
    const { calls, callbacks } = createCallbacks()
    const { end } = start(callbacks)
    end('onSuccess', done)
    end('onClose', closed)
    end('onSuccess', done)
    vi.runAllTimers()
    expect(calls).toEqual([['onSuccess', done]])
  })

  test('has released everything before it calls back', () => {
    const order: string[] = []
    const { signal, end } = start({ onClose: () => void order.push('callback') })
    signal.addEventListener('abort', () => order.push('released'))
    end('onClose', closed)
    expect(order).toEqual(['released'])
    vi.runAllTimers()
    expect(order).toEqual(['released', 'callback'])
  })

  test('calls nobody when it ends without a name', () => {
    const { calls, callbacks } = createCallbacks()
    const { signal, end } = start(callbacks)
    end()
    vi.runAllTimers()
    expect([signal.aborted, calls]).toEqual([true, []])
  })

  test('does the other thing when the callback was not given, and only then', () => {
    const other = vi.fn()
    start({}).end('onClose', closed, other)
    start(undefined).end('onClose', closed, other)
    start({ onClose: () => {} }).end('onClose', closed, other)
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
    fail(start(callbacks).end, code, 'Why')
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
    const { end } = start(callbacks)
    end('onClose', closed)
    fail(end, 'NETWORK_ERROR', 'Too late')
    vi.runAllTimers()
    expect(calls).toEqual([['onClose', closed]])
    expect(console.error).not.toHaveBeenCalled()
  })
})
