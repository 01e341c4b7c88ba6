import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'
import type { Config } from '../config.ts'

const HSTS_MAX_AGE_S = 31_536_000

/**
 * Headers for answers that are data; the checkout's documents and the SDK set their own. Who may frame a document is
 * said by CSP alone: X-Frame-Options knows no list of origins. They are the same for every answer, so helmet works them
 * out once; @fastify/helmet would for each.
 */
export function setSecurityHeaders(
  app: FastifyInstance,
  { publicOrigin }: Pick<Config, 'publicOrigin'>,
): void {
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    frameguard: false,
    strictTransportSecurity: publicOrigin.startsWith('https:') ? { maxAge: HSTS_MAX_AGE_S } : false,
  })
  app.addHook('onRequest', ({ raw }, reply, done) => {
    setHeaders(raw, reply.raw, (error) => done(error as Error | undefined))
  })
}
