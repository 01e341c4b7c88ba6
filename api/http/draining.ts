import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    traffic: Traffic
  }
}

/** The requests that are being answered, and whether more are wanted. */
export interface Traffic {
  inFlight(): number
  isDraining(): boolean
  /**
   * The service is to end: /readyz says so from here on, so that no more requests are sent here, and each connection
   * closes with its next answer.
   * @param lingerMs how long it goes on answering at least, so that whoever asks /readyz now and then hears of it
   * @returns once no request is running, or `withinMs` after that
   */
  drain(withinMs: number, lingerMs?: number): Promise<void>
}

/** Follows the app's requests, as `app.traffic`. */
export function followTraffic(app: FastifyInstance): void {
  const running = new Set<FastifyReply>()
  let isDraining = false
  let becameIdle = () => {}

  app.addHook('onRequest', (_request, reply, done) => {
    running.add(reply)
    if (isDraining) closeWith(reply)
    // Comes after an answer, and after a caller who did not wait for one.
    reply.raw.once('close', () => {
      running.delete(reply)
      if (running.size === 0) becameIdle()
    })
    done()
  })

  app.decorate('traffic', {
    inFlight: () => running.size,
    isDraining: () => isDraining,
    async drain(withinMs, lingerMs = 0) {
      isDraining = true
      for (const reply of running) closeWith(reply)
      if (lingerMs > 0) await wait(lingerMs)
      if (running.size === 0) return
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        becameIdle = resolve
        timer = setTimeout(resolve, withinMs)
      })
      clearTimeout(timer)
    },
  } satisfies Traffic)
}

/** Without it, a connection that is kept alive would be open for more when the server is to close. */
function closeWith({ raw }: FastifyReply): void {
  if (!raw.headersSent) raw.setHeader('connection', 'close')
}
