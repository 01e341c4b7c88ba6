// @vitest-environment node

import { seedOrder } from '@backd/contract/examples.ts'
import type { CheckoutMessage } from '@backd/contract/frame/messages.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEnd, type Opening } from '../attempt.ts'
import { openDialog } from './dialog.ts'
import { openModal } from './modal.ts'

vi.mock('./dialog.ts', () => ({ openDialog: vi.fn() }))

const origin = 'https://checkout.example'
const ports: MessagePort[] = []

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  for (const port of ports.splice(0)) port.close()
})

/** Long enough for a message to cross a channel, in real time. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** An open modal whose dialog and frame are the test's own. */
function open(key = seedOrder.merchant.public_api_key, look: Pick<Opening, 'locale' | 'appearance'> = {}) {
  const show = vi.fn()
  const calls: [string, unknown][] = []
  const hear = (name: string) => (data: unknown) => void calls.push([name, data])
  vi.mocked(openDialog).mockReset().mockReturnValue(show)
  const controller = new AbortController()
  const { signal } = controller
  const end = createEnd(controller, signal, {
    onSuccess: hear('onSuccess'),
    onClose: hear('onClose'),
    onFail: hear('onFail'),
  })
  const leave = vi.fn(() => end('onClose', { message: 'Left', code: 'CUSTOMER_CLOSED' }))
  const order = { ...seedOrder, merchant: { ...seedOrder.merchant, public_api_key: key } }
  openModal(signal, end, leave, { order, ...look }, origin, key)
  const [src, dialogSignal, colorScheme, onAskToClose, onClosed, onLoad] = vi.mocked(openDialog).mock
    .calls[0] as Parameters<typeof openDialog>
  return {
    show,
    calls,
    signal,
    leave,
    order,
    src,
    dialogSignal,
    colorScheme,
    onAskToClose,
    onClosed,
    /** The frame's document loads; gives what it was posted and its side of the port. */
    load() {
      const postMessage = vi.fn()
      onLoad({ postMessage } as never)
      const [connect, targetOrigin, [port]] = postMessage.mock.lastCall ?? []
      ports.push(port)
      const heard: unknown[] = []
      port.onmessage = ({ data }: MessageEvent) => heard.push(data)
      const say = async (message: CheckoutMessage) => {
        port.postMessage(message)
        await settle()
      }
      return { connect, targetOrigin, heard, say }
    },
    async ended() {
      await settle()
      vi.advanceTimersByTime(0)
      return calls
    },
  }
}

describe('the modal', () => {
  test('opens the checkout for the key, with a nonce that only its fragment carries', () => {
    const { src } = open('key with spaces&more=1#x')
    const url = new URL(src)
    expect(url.origin + url.pathname).toBe(`${origin}/checkout/modal`)
    expect([...url.searchParams]).toEqual([['key', 'key with spaces&more=1#x']])
    expect(url.hash).toMatch(/^#[\da-f-]{36}$/)
  })

  test('connects the frame when it has loaded and sends the order over the port', async () => {
    const { src, load, order } = open()
    const { connect, targetOrigin, heard } = load()
    expect(connect.nonce).toBe(new URL(src).hash.slice(1))
    expect(targetOrigin).toBe(origin)
    await settle()
    expect(heard).toEqual([{ type: 'host:open', order }])
  })

  test('sends the locale and the appearance beside the order, and colours its own part', async () => {
    const look = { locale: 'es', appearance: { accent: '#0d5c4b', colorScheme: 'dark' } } as const
    const { load, order, colorScheme } = open(undefined, look)
    const { heard } = load()
    await settle()
    expect(heard).toEqual([{ type: 'host:open', order, ...look }])
    expect(colorScheme).toBe('dark')
  })

  test('shows the checkout once it says so', async () => {
    const { load, show } = open()
    const { say } = load()
    expect(show).not.toHaveBeenCalled()
    await say({ type: 'checkout:shown' })
    expect(show).toHaveBeenCalledOnce()
  })

  test.each<[CheckoutMessage, string, object]>([
    [
      { type: 'checkout:completed', backd_order_id: 'BO-1', merchant_order_id: 'M' },
      'onSuccess',
      { backd_order_id: 'BO-1', merchant_order_id: 'M' },
    ],
    [
      { type: 'checkout:closed', message: 'Expired', code: 'CHECKOUT_EXPIRED' },
      'onClose',
      { message: 'Expired', code: 'CHECKOUT_EXPIRED' },
    ],
    [
      { type: 'checkout:failed', message: 'No', code: 'TOTAL_EXCEEDS_LIMIT', recoverable: false },
      'onFail',
      { message: 'No', code: 'TOTAL_EXCEEDS_LIMIT', recoverable: false },
    ],
  ])('$type ends it as %s with exactly its data', async (message, name, data) => {
    const { load, ended, dialogSignal } = open()
    await load().say(message)
    expect(dialogSignal.aborted).toBe(true)
    expect(await ended()).toEqual([[name, data]])
  })

  test('hears nothing after the end', async () => {
    const { load, ended, show } = open()
    const { say } = load()
    await say({ type: 'checkout:completed', backd_order_id: 'BO-1', merchant_order_id: 'M' })
    await say({ type: 'checkout:closed', message: 'Left', code: 'CUSTOMER_CLOSED' })
    await say({ type: 'checkout:shown' })
    expect(await ended()).toHaveLength(1)
    expect(show).not.toHaveBeenCalled()
  })
})

describe('asking to close', () => {
  test('before the checkout is shown ends it here', async () => {
    const { load, onAskToClose, ended } = open()
    const { heard } = load()
    onAskToClose()
    expect(await ended()).toMatchObject([['onClose', { code: 'CUSTOMER_CLOSED' }]])
    expect(heard).not.toContainEqual({ type: 'host:close' })
  })

  test('once it is shown asks the checkout, which decides', async () => {
    const { load, onAskToClose, ended } = open()
    const { say, heard } = load()
    await say({ type: 'checkout:shown' })
    onAskToClose()
    expect(await ended()).toEqual([])
    expect(heard.at(-1)).toEqual({ type: 'host:close' })
    await say({ type: 'checkout:completed', backd_order_id: 'BO-1', merchant_order_id: 'M' })
    expect(await ended()).toMatchObject([['onSuccess', {}]])
  })

  test('a dialog that the browser or the page closed ends it', async () => {
    const { load, onClosed, ended } = open()
    await load().say({ type: 'checkout:shown' })
    onClosed()
    expect(await ended()).toMatchObject([['onClose', { code: 'CUSTOMER_CLOSED' }]])
  })
})

describe('a checkout that does not answer', () => {
  test('within 8 s reaches onFail as FRAME_UNREACHABLE, once, naming its origin', () => {
    const { load, calls } = open()
    load()
    vi.advanceTimersByTime(7_999)
    expect(calls).toEqual([])
    vi.advanceTimersByTime(60_000)
    const message = expect.stringContaining(origin)
    expect(calls).toEqual([['onFail', { code: 'FRAME_UNREACHABLE', message, recoverable: true }]])
  })

  test('whose frame never loads fails in the same time', () => {
    const { calls } = open()
    vi.advanceTimersByTime(8_001)
    expect(calls).toMatchObject([['onFail', { code: 'FRAME_UNREACHABLE' }]])
  })

  test('is not one that has shown itself', async () => {
    const { load, calls } = open()
    await load().say({ type: 'checkout:shown' })
    vi.advanceTimersByTime(60_000)
    expect(calls).toEqual([])
  })

  test('leaves no timer behind when the attempt ends before', () => {
    const { leave } = open()
    leave()
    vi.runAllTimers()
    expect(vi.getTimerCount()).toBe(0)
    expect(console.error).not.toHaveBeenCalled()
  })
})

describe('a frame that reloads', () => {
  test('is connected again and gets the order again', async () => {
    const { load, order } = open()
    await load().say({ type: 'checkout:shown' })
    const { heard } = load()
    await settle()
    expect(heard).toEqual([{ type: 'host:open', order }])
  })

  test('is no longer heard over its former port', async () => {
    const { load, ended } = open()
    const former = load()
    load()
    await former.say({ type: 'checkout:closed', message: 'Left', code: 'CUSTOMER_CLOSED' })
    expect(await ended()).toEqual([])
  })

  test('has to show itself within 8 s again', async () => {
    const { load, calls } = open()
    await load().say({ type: 'checkout:shown' })
    vi.advanceTimersByTime(60_000)
    load()
    vi.advanceTimersByTime(8_001)
    expect(calls).toMatchObject([['onFail', { code: 'FRAME_UNREACHABLE' }]])
  })
})
