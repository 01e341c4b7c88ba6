import { type CheckoutMessage, type HostMessage, isHostMessage } from '@backd/contract/frame/messages.ts'
import { isConnect } from './protocol.ts'

/** What the checkout needs of its own window. A real `window` fits. */
export interface FrameWindow {
  readonly parent: unknown
  readonly location: { readonly hash: string }
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}

export interface AcceptHostOptions {
  window: FrameWindow
  /** Called for each message of the host, never before the promise has given the link. */
  onMessage: (message: HostMessage) => void
}

/** The checkout's link to the merchant's page. */
export interface HostLink {
  /** The origin of the merchant's page, as the browser told it: `page_origin` for the API. */
  readonly hostOrigin: string
  send(message: CheckoutMessage): void
}

/**
 * The checkout's half of the handshake (protocol.ts): waits for the page that holds this frame and takes the first
 * valid connect, once a document: both live as long as it does. Call it before the document's `load` event, in the entry's own script.
 * @returns a promise of the link; it stays pending when nobody connects, as in a document opened by hand
 */
export function acceptHost({ window, onMessage }: AcceptHostOptions): Promise<HostLink> {
  return new Promise((resolve) => {
    const nonce = window.location.hash.slice(1)
    const take = (event: MessageEvent) => {
      // A document that is nobody's frame is its own parent and could talk to itself.
      if (window.parent === window || !isConnect(event, window.parent, nonce)) return
      window.removeEventListener('message', take)
      const port = event.ports[0] as MessagePort
      // Setting onmessage starts the port. It delivers in a later task, so the caller has the link by then.
      port.onmessage = ({ data }) => {
        if (isHostMessage(data)) onMessage(data)
      }
      resolve({ hostOrigin: event.origin, send: (message) => port.postMessage(message) })
    }
    window.addEventListener('message', take)
  })
}
