import { describe, expect, it, vi } from 'vitest'
import type { FrameWindow } from '../../channel/frame.ts'
import { createConnect, createNonce } from '../../channel/protocol.ts'
import { createFrameHost } from './frame-host.ts'

const nonce = createNonce()

/** A window in a frame, and the merchant's page around it. */
function createWindow() {
  const parent = {}
  let listener: ((event: MessageEvent) => void) | undefined
  const port = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    postMessage: vi.fn(),
    close: vi.fn(),
  }
  const window: FrameWindow = {
    parent,
    location: { hash: `#${nonce}` },
    addEventListener: (_, take) => {
      listener = take
    },
    removeEventListener: () => {
      listener = undefined
    },
  }
  return {
    window,
    port,
    connect: () =>
      listener?.({
        source: parent,
        origin: 'https://shop.example',
        data: createConnect(nonce),
        ports: [port],
      } as never),
    say: (data: unknown) => port.onmessage?.({ data }),
  }
}

const handlers = () => ({ onHidden: vi.fn(), onOpen: vi.fn(), onClose: vi.fn() })
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe("the merchant's page around the modal", () => {
  it('hears that the checkout is shown and hands over the order with its own origin', async () => {
    const frame = createWindow()
    const host = createFrameHost(frame.window, async () => {})
    const heard = handlers()
    host.listen(heard)
    frame.connect()
    await settled()
    expect(frame.port.postMessage).not.toHaveBeenCalled()
    frame.say({ type: 'host:open', order: { id: 1 } })
    await settled()
    expect(frame.port.postMessage).toHaveBeenCalledWith({ type: 'shown' })
    expect(heard.onOpen).toHaveBeenCalledWith({
      kind: 'order',
      order: { id: 1 },
      pageOrigin: 'https://shop.example',
      wishes: {},
    })
  })

  it('is seen when it has the look that the page wants, whatever that is', async () => {
    const frame = createWindow()
    let dressed = () => {}
    const show = vi.fn(() => new Promise<void>((resolve) => (dressed = resolve)))
    const heard = handlers()
    createFrameHost(frame.window, show).listen(heard)
    frame.connect()
    await settled()
    frame.say({ type: 'host:open', order: {}, locale: 5, appearance: null, more: 1 })
    await settled()
    expect(show).toHaveBeenCalledOnce()
    expect(show).toHaveBeenCalledWith({ locale: 5, appearance: null })
    expect(heard.onOpen).toHaveBeenCalledWith(
      expect.objectContaining({ wishes: { locale: 5, appearance: null } }),
    )
    expect(frame.port.postMessage).not.toHaveBeenCalled()
    dressed()
    await settled()
    expect(frame.port.postMessage).toHaveBeenCalledWith({ type: 'shown' })
  })

  it('may say what is to be opened while nobody sees the frame, which is told when it may be seen', async () => {
    const frame = createWindow()
    const heard = handlers()
    createFrameHost(frame.window, async () => {}).listen(heard)
    frame.connect()
    await settled()
    frame.say({ type: 'host:open', hidden: true, order: { id: 1 } })
    await settled()
    const source = { kind: 'order', order: { id: 1 }, pageOrigin: 'https://shop.example', wishes: {} }
    expect(heard.onHidden).toHaveBeenCalledExactlyOnceWith(source)
    expect(heard.onOpen).not.toHaveBeenCalled()
    expect(frame.port.postMessage).toHaveBeenCalledWith({ type: 'shown' })
    frame.say({ type: 'host:open', hidden: false, order: { id: 1 } })
    await settled()
    expect(heard.onOpen).toHaveBeenCalledExactlyOnceWith(source)
  })

  it('may hand over the token of a link in place of an order', async () => {
    const frame = createWindow()
    const heard = handlers()
    createFrameHost(frame.window, async () => {}).listen(heard)
    frame.connect()
    await settled()
    frame.say({ type: 'host:open', token: 'tok' })
    await settled()
    expect(heard.onOpen).toHaveBeenCalledWith({
      kind: 'link',
      token: 'tok',
      pageOrigin: 'https://shop.example',
      wishes: {},
    })
  })

  it('is heard in order even when it speaks before the first screen stands', async () => {
    const frame = createWindow()
    const host = createFrameHost(frame.window, async () => {})
    frame.connect()
    await settled()
    frame.say({ type: 'host:open', order: {} })
    frame.say({ type: 'host:close' })
    expect(frame.port.postMessage).not.toHaveBeenCalled()
    const calls: string[] = []
    host.listen({ ...handlers(), onOpen: () => calls.push('open'), onClose: () => calls.push('close') })
    await settled()
    expect(calls).toEqual(['open', 'close'])
  })

  it('gets what was posted before it introduced itself', async () => {
    const frame = createWindow()
    const host = createFrameHost(frame.window, async () => {})
    host.post({ type: 'onClose', code: 'CUSTOMER_CLOSED', message: 'Bye.' })
    frame.connect()
    await settled()
    expect(frame.port.postMessage).toHaveBeenCalledWith(expect.objectContaining({ type: 'onClose' }))
  })

  it('is missing when the document is its own parent', () => {
    const alone = { ...createWindow().window } as { parent: unknown } & FrameWindow
    Object.assign(alone, { parent: alone })
    expect(createFrameHost(alone, async () => {}).surroundings).toBe('alone')
  })
})
