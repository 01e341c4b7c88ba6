import type { CheckoutMessage } from '@backd/contract/frame/messages.ts'
import type { HostSource } from '../flow/state.ts'

/** What the merchant's page asks of the checkout. */
export interface HostHandlers {
  /** What is to be opened, while nobody sees the frame; less may be known of it. */
  onHidden(source: HostSource): void
  /** What is to be opened, with the origin that the browser vouches for and how it is to be shown. */
  onOpen(source: HostSource): void
  /** Escape or the merchant's dialog: the customer wants out. */
  onClose(): void
}

/** The window around the checkout. */
export interface HostPort {
  surroundings: 'framed' | 'alone'
  /** Starts to listen; the returned function stops. */
  listen(handlers: HostHandlers): () => void
  /** Posts to the merchant's page; held back until the page has introduced itself. */
  post(message: CheckoutMessage): void
}

/** The redirect page has nobody around it to talk to. */
export const noHost: HostPort = {
  surroundings: 'alone',
  listen: () => () => {},
  post: () => {},
}
