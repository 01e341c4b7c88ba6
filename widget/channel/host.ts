import type { CheckoutMessage, HostMessage } from '@backd/contract/frame/messages.ts'
import { createConnect } from './protocol.ts'

/** What the host needs of the frame's window. A real `iframe.contentWindow` fits. */
export interface HostedWindow {
  postMessage(message: unknown, targetOrigin: string, transfer: Transferable[]): void
}

/** The host's end of a connection. */
export interface HostLink {
  postMessage(message: HostMessage): void
  /** Idempotent. No message reaches onMessage afterwards. */
  close(): void
}

/**
 * The host's half of the handshake (protocol.ts), once for each `load` of the frame; close the link of the document
 * before. What is sent at once is kept by the port until the checkout listens. The link is the port itself: this is
 * what every merchant's page loads.
 * @param origin the checkout's exact origin: a window that shows anything else gets nothing
 * @param nonce the one in the frame's fragment
 */
export function connectFrame(
  frame: HostedWindow,
  origin: string,
  nonce: string,
  onMessage: (event: MessageEvent<CheckoutMessage>) => void,
): HostLink {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = onMessage
  frame.postMessage(createConnect(nonce), origin, [port2])
  return port1
}
