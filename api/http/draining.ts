import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

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

/**
 * Follows the app's requests, as `app.traffic`. It counts them, and keeps none: a Set to which requests are added and
 * taken from keeps, in the tables that it outgrew, those that ran at the time, and V8's short collections follow these
 * from one to the next. A fifth of all that finds allocate outlived its request so, and each such collection took ten
 * times as long, which everybody in flight waited for.
 */
export function followTraffic(app: FastifyInstance): void {
  let running = 0
  let isDraining = false
  let becameIdle = () => {}

  app.addHook('onRequest', (_request, reply, done) => {
    running += 1
    // Comes after an answer, and after a caller who did not wait for one.
    reply.raw.once('close', () => {
      running -= 1
      if (running === 0) becameIdle()
    })
    done()
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    // Without it, a connection that is kept alive would be open for more when the server is to close.
    if (isDraining) reply.raw.setHeader('connection', 'close')
    done()
  })

  app.decorate('traffic', {
    inFlight: () => running,
    isDraining: () => isDraining,
    async drain(withinMs, lingerMs = 0) {
      isDraining = true
      if (lingerMs > 0) await wait(lingerMs)
      if (running === 0) return
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        becameIdle = resolve
        timer = setTimeout(resolve, withinMs)
      })
      clearTimeout(timer)
    },
  } satisfies Traffic)
}
