// @vitest-environment node

import { seedOrder } from '@backd/contract/examples.ts'
import type { CheckoutMessage } from '@backd/contract/frame/messages.ts'
import { FRAME_PROTOCOL_VERSION } from '@backd/contract/frame/messages.ts'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { connectFrame, type HostLink } from './host.ts'
import { createNonce } from './protocol.ts'

const origin = 'https://checkout.example'
const open: (HostLink | MessagePort)[] = []
afterEach(() => {
  for (const end of open.splice(0)) end.close()
})

/** A frame's window that keeps what it is sent, and the host's half connected to it. */
function connect(nonce = createNonce()) {
  const postMessage = vi.fn()
  const onMessage = vi.fn()
  const link = connectFrame({ postMessage }, origin, nonce, ({ data }) => onMessage(data))
  const [message, targetOrigin, transfer] = postMessage.mock.calls[0] ?? []
  const port: MessagePort = transfer[0]
  open.push(link, port)
  return { postMessage, onMessage, link, message, targetOrigin, transfer, port, nonce }
}

/** Turns of the event loop, and no span of time: after one that the machine slept through, a message is still on its way. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('the host connects a frame', () => {
  test('with one message: the version and the nonce, nothing of the order', () => {
    const { postMessage, message, nonce } = connect()
    expect(postMessage).toHaveBeenCalledOnce()
    expect(message).toEqual({ backd: FRAME_PROTOCOL_VERSION, nonce })
  })

  test('naming the checkout’s exact origin, so that no other document gets it', () => {
    expect(connect().targetOrigin).toBe(origin)
  })

  test('handing over exactly one port', () => {
    const { transfer } = connect()
    expect(transfer).toHaveLength(1)
    expect(transfer[0]).toBeInstanceOf(MessagePort)
  })

  test('with a nonce that is never the same', () => {
    const nonces = new Set(Array.from({ length: 1000 }, createNonce))
    expect(nonces.size).toBe(1000)
  })

  test('and the order waits in the port until the checkout listens', async () => {
    const { link, port } = connect()
    link.postMessage({ type: 'host:open', order: seedOrder })
    const heard = vi.fn()
    port.onmessage = ({ data }) => heard(data)
    await settle()
    expect(heard.mock.calls).toEqual([[{ type: 'host:open', order: seedOrder }]])
  })
})

describe('the host hears', () => {
  const messages: CheckoutMessage[] = [
    { type: 'shown' },
    { type: 'onSuccess', backd_order_id: 'BO-1', merchant_order_id: 'M' },
    { type: 'onClose', message: 'Left', code: 'CUSTOMER_CLOSED' },
    { type: 'onFail', message: 'No', code: 'NETWORK_ERROR', recoverable: true },
  ]
  test.each(messages)('$type', async (message) => {
    const { port, onMessage } = connect()
    port.postMessage(message)
    await settle()
    expect(onMessage.mock.calls).toEqual([[message]])
  })
})

describe('the host drops', () => {
  test('whatever comes after it has closed, and closes as often as it is told', async () => {
    const { port, link, onMessage } = connect()
    port.postMessage({ type: 'shown' })
    link.close()
    link.close()
    port.postMessage({ type: 'shown' })
    await settle()
    expect(onMessage).not.toHaveBeenCalled()
  })
})
