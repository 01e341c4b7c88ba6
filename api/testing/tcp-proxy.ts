import { connect, createServer, type Socket } from 'node:net'

/** A cable to a server that can be pulled out and put back. */
export interface TcpProxy {
  port: number
  /** Drops every connection and takes no more. */
  pull(): Promise<void>
  putBack(): Promise<void>
  /** Drops a connection when its client sends this, which the server does not get; undefined ends that. */
  cutAt(text: string | undefined): void
  /** Passes nothing on, on any connection, as a network that swallows packets, until it is told to again. */
  stall(on: boolean): void
  close(): Promise<void>
}

/** Listens on a port of its own and passes everything to `port` on this machine. */
export async function createTcpProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let cutText: string | undefined
  let isStalled = false
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    near.on('data', (chunk) => {
      if (cutText === undefined || !chunk.includes(cutText)) far.write(chunk)
      else near.destroy()
    })
    far.on('data', (chunk) => near.write(chunk))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      if (isStalled) one.pause()
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
  const pull = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  const port = await listen(0)
  return {
    port,
    pull,
    putBack: async () => void (await listen(port)),
    cutAt(text) {
      cutText = text
    },
    stall(on) {
      isStalled = on
      for (const socket of sockets) on ? socket.pause() : socket.resume()
    },
    close: async () => {
      if (server.listening) await pull()
    },
  }
}
