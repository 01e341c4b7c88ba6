// @vitest-environment node

import { seedOrder } from '@backd/contract/examples.ts'
import { FRAME_PROTOCOL_VERSION } from '@backd/contract/frame/messages.ts'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { acceptHost, type FrameWindow, type HostLink } from './frame.ts'
import { createNonce } from './protocol.ts'

const nonce = createNonce()
const parent = { name: 'the merchant’s page' }
const connect = { backd: FRAME_PROTOCOL_VERSION, nonce }

interface Event {
  source: unknown
  origin: string
  data: unknown
  ports: MessagePort[]
}

const channels: MessageChannel[] = []
function createChannel(): MessageChannel {
  const channel = new MessageChannel()
  channels.push(channel)
  return channel
}
afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close()
    port2.close()
  }
})

/** A frame's window that hears what a test posts to it, with the checkout's half waiting on it. */
function openFrame({ hash = `#${nonce}`, isTop = false } = {}) {
  const listeners = new Set<(event: MessageEvent) => void>()
  const window: FrameWindow & { parent: unknown } = {
    parent,
    location: { hash },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  }
  if (isTop) window.parent = window
  const onMessage = vi.fn()
  let link: HostLink | undefined
  void acceptHost({ window, onMessage }).then((made) => {
    link = made
  })
  return {
    window,
    listeners,
    onMessage,
    /** Posts a connect that is right but for `wrong`, and says which origin was taken, if any. */
    async receive(wrong: Partial<Event> = {}) {
      const { port1, port2 } = createChannel()
      const event = { source: window.parent, origin: 'https://shop.example', data: connect, ports: [port2] }
      for (const listener of listeners) listener({ ...event, ...wrong } as unknown as MessageEvent)
      await Promise.resolve()
      return { taken: link?.hostOrigin, port: port1, link: link as HostLink }
    },
  }
}

/**
 * Turns of the event loop, enough for a message to cross a channel or to be seen not to; and no span of time: after one
 * that the machine slept through, a message is still on its way.
 */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('a connect is taken', () => {
  test.each(['https://shop.example', 'https://shop.example:8443', 'http://localhost:4100'])(
    'from the parent window, with the right nonce, version and one port, at %s',
    async (origin) => {
      expect((await openFrame().receive({ origin })).taken).toBe(origin)
    },
  )

  test('after any number of others were dropped', async () => {
    const frame = openFrame()
    await frame.receive({ data: null })
    await frame.receive({ source: {} })
    expect((await frame.receive()).taken).toBe('https://shop.example')
  })
})

describe('a connect is dropped, without a word,', () => {
  test.each<[string, Partial<Event>]>([
    ['when its source is another window', { source: { name: 'an advertisement' } }],
    ['when its source is gone', { source: null }],
    ['when its origin is opaque', { origin: 'null' }],
    ['when its origin is empty', { origin: '' }],
    ['when its origin is a file', { origin: 'file://' }],
    ['when its origin is an extension', { origin: 'chrome-extension://abcdef' }],
    ['when its nonce is another', { data: { ...connect, nonce: createNonce() } }],
    ['when its nonce begins like ours', { data: { ...connect, nonce: `${nonce}0` } }],
    ['when its nonce is ours in capitals', { data: { ...connect, nonce: nonce.toUpperCase() } }],
    ['when its nonce is a list of ours', { data: { ...connect, nonce: [nonce] } }],
    ['when it has no nonce', { data: { backd: FRAME_PROTOCOL_VERSION } }],
    ['when its version is the next', { data: { ...connect, backd: FRAME_PROTOCOL_VERSION + 1 } }],
    ['when its version is a text', { data: { ...connect, backd: String(FRAME_PROTOCOL_VERSION) } }],
    ['when it has no version', { data: { nonce } }],
    ['when it is null', { data: null }],
    ['when it is a text', { data: JSON.stringify(connect) }],
    ['when it is a list', { data: [connect] }],
    ['when it carries no port', { ports: [] }],
  ])('%s', async (_title, wrong) => {
    const frame = openFrame()
    expect((await frame.receive(wrong)).taken).toBeUndefined()
    expect(frame.listeners.size).toBe(1)
  })

  test('when it carries two ports', async () => {
    const { port1, port2 } = createChannel()
    expect((await openFrame().receive({ ports: [port1, port2] })).taken).toBeUndefined()
  })

  test.each(['', '#', '#undefined', '#short'])(
    'when the document’s own nonce is "%s", even if both agree',
    async (hash) => {
      const data = { ...connect, nonce: hash.slice(1) }
      expect((await openFrame({ hash }).receive({ data })).taken).toBeUndefined()
    },
  )

  test('when the document is in no frame and talks to itself', async () => {
    expect((await openFrame({ isTop: true }).receive()).taken).toBeUndefined()
  })

  test('when one was taken before, from whichever origin', async () => {
    const frame = openFrame()
    await frame.receive()
    expect(frame.listeners.size).toBe(0)
    expect((await frame.receive({ origin: 'https://evil.example' })).taken).toBe('https://shop.example')
  })
})

describe('over the port', () => {
  test('the host’s messages arrive, also those sent before the checkout listened', async () => {
    const frame = openFrame()
    const { port1, port2 } = createChannel()
    port1.postMessage({ type: 'host:open', order: seedOrder })
    port1.postMessage({ type: 'host:close' })
    await frame.receive({ ports: [port2] })
    await settle()
    expect(frame.onMessage.mock.calls).toEqual([
      [{ type: 'host:open', order: seedOrder }],
      [{ type: 'host:close' }],
    ])
  })

  test.each([null, 'host:close', {}, { type: 'onClose', message: 'm', code: 'CUSTOMER_CLOSED' }])(
    '%j is dropped',
    async (message) => {
      const frame = openFrame()
      const { port } = await frame.receive()
      port.postMessage(message)
      await settle()
      expect(frame.onMessage).not.toHaveBeenCalled()
    },
  )

  test('the checkout’s messages reach the host', async () => {
    const { port, link } = await openFrame().receive()
    const heard = vi.fn()
    port.onmessage = ({ data }) => heard(data)
    link.send({ type: 'shown' })
    await settle()
    expect(heard.mock.calls).toEqual([[{ type: 'shown' }]])
  })
})
