import { FRAME_PROTOCOL_VERSION } from '@backd/contract/frame/messages.ts'

/**
 * How the merchant's page (host) and the checkout in its frame find each other (ADR 0002).
 *
 * 1. The host makes a random nonce and opens the frame at `<checkout origin>/checkout/modal?key=…#<nonce>`. A fragment
 *    is sent to no server, so only the host and the document in the frame know the nonce.
 * 2. The checkout listens for one window message, the connect, from its first line of script on.
 * 3. On each `load` of the frame the host makes a MessageChannel and posts `{ backd: version, nonce }` with one of its
 *    ports to the frame's window, naming the checkout's exact origin as the target: whatever else may have been loaded
 *    there gets nothing. A reload is a fresh document, so it is connected afresh and the former port is closed.
 * 4. The checkout takes the message only if, in this order, its source is the parent window, its origin is one that a
 *    merchant can register, its version and nonce are right and it carries exactly one port. It remembers the origin
 *    and stops listening. Everything else is dropped without an answer, as a forger would learn from one.
 * 5. From here on both speak over the port alone, in the union of contract/frame/messages.ts. The host listens to no window
 *    message at all, so there is nothing on its side to forge: what it hears is our own document's, of the version that it asked
 *    for, and is passed on as it is. The checkout, whose host may be anybody's script, drops what has another shape.
 * 6. The checkout posts `shown` once its first screen stands as `host:open` asks for it. When it does not within 8 s, the host gives up.
 */
export interface Connect {
  /** FRAME_PROTOCOL_VERSION of the side that speaks. */
  backd: number
  /** See createNonce. */
  nonce: string
}

/** What step 4 judges: the part of a MessageEvent that both a browser and a test can make. */
export interface ConnectEvent {
  readonly source: unknown
  readonly origin: string
  readonly data: unknown
  readonly ports: readonly unknown[]
}

/** Step 1's nonce: a random UUID. Needs a secure context, which every page that a merchant can register is. */
export const createNonce = (): string => crypto.randomUUID()

const NONCE_LENGTH = 36

/** Step 3's message. */
export const createConnect = (nonce: string): Connect => ({ backd: FRAME_PROTOCOL_VERSION, nonce })

/**
 * Step 4. Pure.
 * @param parent the window that holds the frame
 * @param nonce from the frame's own fragment
 */
export function isConnect(event: ConnectEvent, parent: unknown, nonce: string): boolean {
  if (event.source !== parent) return false
  // A sandboxed or local page has the origin "null", which nobody can register.
  if (!/^https?:\/\//.test(event.origin)) return false
  const { backd, nonce: theirs }: Partial<Connect> = Object(event.data)
  return (
    backd === FRAME_PROTOCOL_VERSION &&
    // A document that was opened without a nonce must not be reached by a message without one.
    nonce.length === NONCE_LENGTH &&
    theirs === nonce &&
    event.ports.length === 1
  )
}
