import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A server that takes connections and never says a word. */
export interface SilentServer {
  /** As if it were a PostgreSQL. */
  url: string
  close(): void
}

export async function openSilentServer(): Promise<SilentServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => sockets.add(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `postgres://x:x@127.0.0.1:${(server.address() as AddressInfo).port}/x`,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
