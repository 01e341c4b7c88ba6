import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { ApiError } from '../domain/api-error.ts'
import type { Metrics } from '../metrics.ts'
import { readBearer } from './authorization.ts'

/** Counts each request as it is answered. */
export function observeRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    metrics.observeRequest({
      method: request.method,
      // What no route takes is one, whatever was asked for.
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: reply.elapsedTime,
    })
    done()
  })
}

export interface MetricsOptions {
  metrics: Metrics
  /** Without one, everybody may read. */
  token: string | undefined
}

/** GET /metrics, for Prometheus. */
export const metricsRoute: FastifyPluginAsync<MetricsOptions> = async (app, { metrics, token }) => {
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (token !== undefined && !isSame(readBearer(request.headers.authorization), token)) {
      reply.header('www-authenticate', 'Bearer realm="Backd metrics"')
      throw new ApiError('unauthorized', 'Send the token of the metrics: Authorization: Bearer <token>.')
    }
    return await reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.read())
  })
}

/** Hashed first, so that they are of one length and the time it takes tells nothing. */
function isSame(given: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given ?? ''), digest(token))
}
