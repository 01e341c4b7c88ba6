import { seedOrder } from '@backd/contract/examples.ts'
import type { CheckoutMessage } from '@backd/contract/frame/messages.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Attempt, type Callbacks, createAttempt, type Opening } from '../attempt.ts'
import { createModal } from './modal.ts'

// jsdom has no top layer and loads no frame; the journeys in e2e try what a browser does with these.
const showModal = vi.fn(function (this: HTMLDialogElement) {
  this.open = true
})
const closeDialog = vi.fn(function (this: HTMLDialogElement) {
  this.open = false
  queueMicrotask(() => this.dispatchEvent(new Event('close')))
})

const origin = 'https://checkout.example'
const src = `${origin}/checkout/modal?key=k`
const order = seedOrder as Opening['order']
const ports: MessagePort[] = []
let attempt: Attempt

beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, { showModal, close: closeDialog })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  attempt.conclude()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.clearAllMocks()
  for (const port of ports.splice(0)) port.close()
})

/** Long enough for a message to cross a channel, in real time. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

function hearing() {
  const calls: [string, unknown][] = []
  const hear = (name: string) => (data: unknown) => void calls.push([name, data])
  const callbacks: Callbacks = {
    onSuccess: hear('onSuccess'),
    onClose: hear('onClose'),
    onFail: hear('onFail'),
  }
  return { calls, callbacks }
}

/** A modal on the page, opened or preloaded. */
function create(callbacks: Callbacks | null, opening: Partial<Opening> = { order }) {
  attempt = createAttempt(callbacks)
  createModal(attempt, src, opening as Opening, callbacks)
  // The task in which it makes its frame.
  vi.advanceTimersByTime(0)
  const mine = attempt
  const host = document.body.lastElementChild as HTMLElement
  const root = host.shadowRoot as ShadowRoot
  const find = <Found extends HTMLElement>(selector: string) => root.querySelector<Found>(selector) as Found
  const frame = find<HTMLIFrameElement>('iframe')
  return {
    attempt: mine,
    host,
    root,
    find,
    frame,
    /** The frame's document loads; gives what it was posted and its side of the port. */
    load() {
      const postMessage = vi.fn()
      Object.defineProperty(frame, 'contentWindow', { value: { postMessage }, configurable: true })
      frame.dispatchEvent(new Event('load'))
      const [connect, target, [port]] = postMessage.mock.lastCall ?? []
      ports.push(port)
      const heard: unknown[] = []
      port.onmessage = ({ data }: MessageEvent) => heard.push(data)
      const say = async (message: CheckoutMessage) => {
        port.postMessage(message)
        await settle()
      }
      return { connect, target, heard, say }
    },
  }
}
function open(opening?: Partial<Opening>) {
  const { calls, callbacks } = hearing()
  const modal = create(callbacks, opening)
  const ended = async () => {
    await settle()
    vi.advanceTimersByTime(0)
    return calls
  }
  return { ...modal, calls, ended }
}
const closed = { message: 'The checkout was closed.', code: 'CUSTOMER_CLOSED' }

describe('the dialog', () => {
  test('is a modal one in a shadow root, and it and its frame are named', () => {
    const { find, frame } = open()
    expect(showModal).toHaveBeenCalledOnce()
    expect(find('dialog').ariaLabel).toBe('BackdPay checkout')
    expect(frame.title).toBe('BackdPay checkout')
  })

  test('stands within the call, and its frame follows in a task of its own, which a paint may precede', () => {
    attempt = createAttempt({})
    createModal(attempt, src, { order }, {})
    const root = document.body.lastElementChild?.shadowRoot
    expect(showModal).toHaveBeenCalledOnce()
    expect(root?.querySelector('button')?.textContent).toBe('Close checkout')
    expect(root?.querySelector('iframe')).toBeNull()
    vi.advanceTimersByTime(0)
    expect(root?.querySelector('iframe')?.src).toContain(src)
  })

  test('that ends before its frame is made leaves none on the page', () => {
    attempt = createAttempt({})
    createModal(attempt, src, { order }, {})
    const host = document.body.lastElementChild as HTMLElement
    attempt.conclude()
    vi.runAllTimers()
    expect(host.isConnected).toBe(false)
    expect(document.querySelector('iframe')).toBeNull()
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([
    ['light', 'light'],
    ['dark', 'dark'],
    ['auto', ''],
    ['dark; color: red', ''],
    ['sepia', ''],
    [undefined, ''],
    [null, ''],
  ])(
    'given the colour scheme %s has "%s" for its own: what is no scheme leaves the system’s',
    (given, own) => {
      const { find } = open({ order, appearance: { colorScheme: given as 'dark' } })
      expect(find('dialog').style.colorScheme).toBe(own)
    },
  )

  test('grants its frame nothing and has no inline style, so that a strict policy passes', () => {
    const { host, root, frame } = open()
    expect(frame.getAttribute('allow')).toBeNull()
    expect(host.outerHTML + root.innerHTML).not.toMatch(/style/)
    expect(root.adoptedStyleSheets).toHaveLength(1)
  })

  test('has its own way out, before the frame, until the checkout is shown, which then has the focus', async () => {
    const { load, find, frame, root, ended } = open()
    const button = find<HTMLButtonElement>('button')
    expect(button.textContent).toBe('Close checkout')
    expect(button.compareDocumentPosition(frame)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    const { say } = load()
    await say({ type: 'shown' })
    expect(find('button')).toBeNull()
    expect(root.activeElement).toBe(frame)
    button.click()
    expect(await ended()).toEqual([])
  })

  test('does nothing on a click beside it', async () => {
    const { find, ended } = open()
    find('dialog').click()
    expect(await ended()).toEqual([])
  })
})

describe('the modal', () => {
  test('connects the frame when it has loaded, with a nonce that only its fragment carries, and sends the order', async () => {
    const { frame, load } = open()
    const url = new URL(frame.src)
    expect(url.href.replace(url.hash, '')).toBe(src)
    expect(url.hash).toMatch(/^#[\da-f-]{36}$/)
    const { connect, target, heard } = load()
    expect(connect.nonce).toBe(url.hash.slice(1))
    expect(new URL(target).origin).toBe(origin)
    await settle()
    expect(heard).toEqual([{ type: 'host:open', hidden: false, order }])
  })

  test('sends the locale and the appearance beside the order', async () => {
    const look = { locale: 'es', appearance: { accent: '#0d5c4b', colorScheme: 'dark' } } as const
    const { heard } = open({ order, ...look }).load()
    await settle()
    expect(heard).toEqual([{ type: 'host:open', hidden: false, order, ...look }])
  })

  test.each<[CheckoutMessage, string, object]>([
    [
      { type: 'onSuccess', backd_order_id: 'BO-1', merchant_order_id: 'M' },
      'onSuccess',
      { backd_order_id: 'BO-1', merchant_order_id: 'M' },
    ],
    [
      { type: 'onClose', message: 'Expired', code: 'CHECKOUT_EXPIRED' },
      'onClose',
      { message: 'Expired', code: 'CHECKOUT_EXPIRED' },
    ],
    [
      { type: 'onFail', message: 'No', code: 'TOTAL_EXCEEDS_LIMIT', recoverable: false },
      'onFail',
      { message: 'No', code: 'TOTAL_EXCEEDS_LIMIT', recoverable: false },
    ],
  ])('$type ends it with exactly its data, and nothing is left of it', async (message, name, data) => {
    const { load, host, ended } = open()
    const { say } = load()
    await say(message)
    expect(host.isConnected).toBe(false)
    await say({ type: 'onClose', message: 'Left', code: 'CUSTOMER_CLOSED' })
    expect(await ended()).toEqual([[name, data]])
  })
})

describe('asking to close', () => {
  const cancel = (dialog: HTMLElement) => {
    const event = new Event('cancel', { cancelable: true })
    dialog.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  }

  test('before the checkout is shown ends it here', async () => {
    const { load, find, ended } = open()
    const { heard } = load()
    cancel(find('dialog'))
    expect(await ended()).toEqual([['onClose', closed]])
    expect(heard).not.toContainEqual({ type: 'host:close' })
  })

  test('once it is shown asks the checkout, which decides', async () => {
    const { load, find, ended } = open()
    const { say, heard } = load()
    await say({ type: 'shown' })
    cancel(find('dialog'))
    expect(await ended()).toEqual([])
    expect(heard.at(-1)).toEqual({ type: 'host:close' })
  })

  test('a dialog that the browser closed all the same ends it', async () => {
    const { load, find, ended } = open()
    await load().say({ type: 'shown' })
    find('dialog').dispatchEvent(new Event('close'))
    expect(await ended()).toEqual([['onClose', closed]])
  })
})

describe('a checkout that does not answer', () => {
  const unreachable = {
    code: 'FRAME_UNREACHABLE',
    message: expect.stringContaining(origin),
    recoverable: true,
  }

  test('within 8 s reaches onFail as FRAME_UNREACHABLE, once, naming its address', () => {
    const { load, calls } = open()
    load()
    vi.advanceTimersByTime(7_999)
    expect(calls).toEqual([])
    vi.advanceTimersByTime(60_000)
    expect(calls).toEqual([['onFail', unreachable]])
  })

  test('whose frame never loads fails in the same time', () => {
    const { calls } = open()
    vi.advanceTimersByTime(8_001)
    expect(calls).toEqual([['onFail', unreachable]])
  })

  test('is not one that has shown itself', async () => {
    const { load, calls } = open()
    await load().say({ type: 'shown' })
    vi.advanceTimersByTime(60_000)
    expect(calls).toEqual([])
  })

  test('leaves no timer behind when the attempt ends before', () => {
    open().attempt.conclude()
    vi.runAllTimers()
    expect(vi.getTimerCount()).toBe(0)
    expect(console.error).not.toHaveBeenCalled()
  })
})

describe('a frame that reloads', () => {
  test('is connected and told again, and no longer heard over its former port', async () => {
    const { load, ended } = open()
    const former = load()
    await former.say({ type: 'shown' })
    const { heard } = load()
    await former.say({ type: 'onClose', message: 'Left', code: 'CUSTOMER_CLOSED' })
    expect(heard).toEqual([{ type: 'host:open', hidden: false, order }])
    expect(await ended()).toEqual([])
  })

  test('has to show itself within 8 s again', async () => {
    const { load, calls } = open()
    await load().say({ type: 'shown' })
    vi.advanceTimersByTime(60_000)
    load()
    vi.advanceTimersByTime(8_001)
    expect(calls).toMatchObject([['onFail', { code: 'FRAME_UNREACHABLE' }]])
  })
})

describe('taking it away', () => {
  test('leaves the document as it was, sheets of the page included', () => {
    const theirs = new CSSStyleSheet()
    document.adoptedStyleSheets = [theirs]
    document.documentElement.setAttribute('style', 'overflow: scroll')
    const before = document.documentElement.outerHTML
    const { attempt } = open()
    expect(document.adoptedStyleSheets).toHaveLength(2)
    const later = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, later]
    attempt.conclude()
    expect(document.documentElement.outerHTML).toBe(before)
    expect([...document.adoptedStyleSheets]).toEqual([theirs, later])
    // The focus goes back by it.
    expect(closeDialog).toHaveBeenCalledOnce()
  })

  test('by the page is noticed, also when what goes is around it', async () => {
    const { host, ended } = open()
    host.remove()
    expect(await ended()).toEqual([['onClose', closed]])
    const again = open()
    document.body.replaceWith(document.createElement('body'))
    expect(await again.ended()).toEqual([['onClose', closed]])
  })

  test('is not seen in other changes', async () => {
    const { ended } = open()
    document.body.append(document.createElement('p'))
    expect(await ended()).toEqual([])
  })
})

test('a message of another checkout than today’s ends nothing', async () => {
  const { load, host } = open()
  await load().say({ type: 'checkout:shown' } as never)
  expect(host.isConnected).toBe(true)
})

describe('preloaded', () => {
  test('is a closed dialog, and the page keeps its styles and its scrolling', () => {
    const sheets = document.adoptedStyleSheets.length
    const { find, frame } = create(null)
    expect(showModal).not.toHaveBeenCalled()
    expect(find<HTMLDialogElement>('dialog').open).toBe(false)
    expect(frame.src).toContain(src)
    expect(document.adoptedStyleSheets).toHaveLength(sheets)
  })

  test('tells the checkout what is to come, and that nobody sees it', async () => {
    const { heard } = create(null).load()
    await settle()
    expect(heard).toEqual([{ type: 'host:open', hidden: true, order }])
  })

  test('is shown within the call, without a cover once it has shown itself, and tells the checkout so', async () => {
    const { attempt, load, find } = create(null, {})
    const { say, heard } = load()
    await say({ type: 'shown' })
    const { callbacks, calls } = hearing()
    const opening = { order } as Opening
    expect(attempt.showFor?.(src, opening, callbacks)).toBe(true)
    expect(showModal).toHaveBeenCalledOnce()
    expect(find('button')).toBeNull()
    await settle()
    expect(heard.at(-1)).toEqual({ type: 'host:open', hidden: false, ...opening })
    await say({ type: 'onSuccess', backd_order_id: 'BO-1', merchant_order_id: 'M' })
    vi.advanceTimersByTime(0)
    expect(calls).toEqual([['onSuccess', { backd_order_id: 'BO-1', merchant_order_id: 'M' }]])
  })

  test('is covered again while it takes on a look that it was not given before', async () => {
    const { attempt, load, find } = create(null, {})
    const { say } = load()
    await say({ type: 'shown' })
    const opening = { order, appearance: { colorScheme: 'dark' } } as Opening
    attempt.showFor?.(src, opening, hearing().callbacks)
    expect(find('button').textContent).toBe('Close checkout')
    expect(find('dialog').style.colorScheme).toBe('dark')
    await say({ type: 'shown' })
    expect(find('button')).toBeNull()
  })

  test('is shown while its document is still loading, with 8 s from then', () => {
    const { attempt } = create(null)
    vi.advanceTimersByTime(7_000)
    const { callbacks, calls } = hearing()
    expect(attempt.showFor?.(src, { order }, callbacks)).toBe(true)
    vi.advanceTimersByTime(7_999)
    expect(calls).toEqual([])
    vi.advanceTimersByTime(2)
    expect(calls).toMatchObject([['onFail', { code: 'FRAME_UNREACHABLE' }]])
  })

  test('is shown before its frame is made, which then is told once, and that it is seen', () => {
    attempt = createAttempt(null)
    createModal(attempt, src, { order }, null)
    expect(attempt.showFor?.(src, { order, locale: 'es' }, hearing().callbacks)).toBe(true)
    expect(showModal).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(0)
    const frames = document.body.lastElementChild?.shadowRoot?.querySelectorAll('iframe') ?? []
    expect(frames).toHaveLength(1)
    const postMessage = vi.fn()
    Object.defineProperty(frames[0], 'contentWindow', { value: { postMessage } })
    frames[0]?.dispatchEvent(new Event('load'))
    expect(postMessage).toHaveBeenCalledOnce()
  })

  test('does not fit another merchant’s key', () => {
    const { attempt } = create(null)
    expect(attempt.showFor?.(`${src}2`, { order }, hearing().callbacks)).toBe(false)
    expect(showModal).not.toHaveBeenCalled()
  })

  test('does not fit a call where its document has loaded and is silent; preloading again goes on waiting', () => {
    const { attempt, load } = create(null)
    load()
    expect(attempt.showFor?.(src, { order }, hearing().callbacks)).toBe(false)
    expect(showModal).not.toHaveBeenCalled()
    expect(attempt.showFor?.(src, { order }, null)).toBe(true)
  })

  test('that never answers is taken away after 8 s, without a word', () => {
    const { host, attempt } = create(null)
    vi.advanceTimersByTime(8_001)
    expect([host.isConnected, attempt.showFor]).toEqual([false, null])
    expect(console.error).not.toHaveBeenCalled()
  })

  test('is told more, once more is known, and waits for no second answer', async () => {
    const { attempt, load } = create(null, {})
    const { say, heard } = load()
    await say({ type: 'shown' })
    expect(attempt.showFor?.(src, { order }, null)).toBe(true)
    expect(attempt.showFor?.(src, { order }, hearing().callbacks)).toBe(true)
    await settle()
    expect(heard).toEqual([
      { type: 'host:open', hidden: true },
      { type: 'host:open', hidden: true, order },
      { type: 'host:open', hidden: false, order },
    ])
  })

  test('that the page takes away, or leaves, is over', async () => {
    const removed = create(null)
    removed.host.remove()
    await settle()
    expect(removed.attempt.showFor).toBeNull()
    const left = create(null)
    dispatchEvent(new Event('pagehide'))
    expect([left.host.isConnected, left.attempt.showFor]).toEqual([false, null])
    vi.runAllTimers()
    expect(console.error).not.toHaveBeenCalled()
  })
})
