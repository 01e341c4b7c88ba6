/** The SDK's modal on a page, and a frame that says what it is told to. */

import { seedOrder } from '@backd/contract/examples.ts'
import type { CheckoutMessage } from '@backd/contract/frame/messages.ts'
import { afterEach, beforeEach, vi } from 'vitest'
import { type Attempt, type Callbacks, createAttempt, type Opening } from '../sdk/attempt.ts'
import { createModal } from '../sdk/modal/modal.ts'
import { createCallbacks } from './callbacks.ts'

// jsdom has no top layer and loads no frame; the journeys in e2e try what a browser does with these.
export const showModal = vi.fn(function (this: HTMLDialogElement) {
  this.open = true
})
export const closeDialog = vi.fn(function (this: HTMLDialogElement) {
  this.open = false
  queueMicrotask(() => this.dispatchEvent(new Event('close')))
})

export const origin = 'https://checkout.example'
export const src = `${origin}/checkout/modal?key=k`
export const order = seedOrder as Opening['order']
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
export const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** A modal on the page, opened or preloaded, whose frame is not made yet. */
export function begin(callbacks: Callbacks | null, opening: Partial<Opening> = { order }): Attempt {
  attempt = createAttempt(callbacks)
  createModal(attempt, src, opening as Opening, callbacks)
  return attempt
}
/** A modal on the page, opened or preloaded. */
export function create(callbacks: Callbacks | null, opening?: Partial<Opening>) {
  const mine = begin(callbacks, opening)
  // The task in which it makes its frame.
  vi.advanceTimersByTime(0)
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
export function open(opening?: Partial<Opening>) {
  const { calls, callbacks } = createCallbacks()
  const modal = create(callbacks, opening)
  const ended = async () => {
    await settle()
    vi.advanceTimersByTime(0)
    return calls
  }
  return { ...modal, calls, ended }
}
export const closed = { message: 'The checkout was closed.', code: 'CUSTOMER_CLOSED' }
