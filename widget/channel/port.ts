/** The end of a MessageChannel, as far as the two sides use it. */
export interface PortLike {
  onmessage: ((event: MessageEvent) => void) | null
  postMessage(message: unknown): void
  close(): void
}

/** One side of an open connection. */
export interface Link<Out> {
  /** Posts a message to the other side; does nothing once closed. */
  send(message: Out): void
  /** Idempotent. No message reaches onMessage afterwards, not even one that was already under way. */
  close(): void
}

/** Speaks over a port: messages of the right shape reach `onMessage`, the rest is dropped quietly. */
export function openLink<In, Out>(
  port: PortLike,
  accepts: (value: unknown) => value is In,
  onMessage: (message: In) => void,
): Link<Out> {
  // Setting onmessage also starts the port; what came earlier was queued by it.
  port.onmessage = ({ data }) => {
    if (accepts(data)) onMessage(data)
  }
  return {
    send: (message) => port.postMessage(message),
    close: () => {
      port.onmessage = null
      port.close()
    },
  }
}
