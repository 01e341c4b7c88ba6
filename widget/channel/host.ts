import { type CheckoutMessage, type HostMessage, isCheckoutMessage } from '@backd/contract/frame/messages.ts'
import { type Link, openLink, type PortLike } from './port.ts'
import { createConnect } from './protocol.ts'

/** What the host needs of the frame's window. A real `iframe.contentWindow` fits. */
export interface HostedWindow {
  postMessage(message: unknown, targetOrigin: string, transfer: Transferable[]): void
}

/**
 * The host's half of the handshake (protocol.ts), once for each `load` of the frame; close the link of the document
 * before. Messages sent at once are kept by the port until the checkout listens.
 * @param origin the checkout's exact origin: a window that shows anything else gets nothing
 * @param nonce 32 lower-case hex digits, the same as in the frame's fragment
 */
export function connectFrame(
  frame: HostedWindow,
  origin: string,
  nonce: string,
  onMessage: (message: CheckoutMessage) => void,
): Link<HostMessage> {
  const { port1, port2 } = new MessageChannel()
  frame.postMessage(createConnect(nonce), origin, [port2])
  return openLink(port1 as PortLike, isCheckoutMessage, onMessage)
}

/** 128 random bits as 32 lower-case hex digits; works on a plain http page too, unlike randomUUID. */
export function createNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
