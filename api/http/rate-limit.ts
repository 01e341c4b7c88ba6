import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../domain/api-error.ts'

const WINDOW_MS = 60_000

/** Options of @fastify/rate-limit for so many requests a minute from one address; it adds Retry-After itself. */
export function limitPerMinute(max: number) {
  return {
    max,
    timeWindow: WINDOW_MS,
    errorResponseBuilder: (_request: FastifyRequest, { ttl }: { ttl: number }) => tooManyRequests(max, ttl),
  }
}

/** A hook that holds what a request has `keyOf` it to so many a minute, from whatever addresses they come. */
export function limitEach(app: FastifyInstance, max: number, keyOf: (request: FastifyRequest) => string) {
  const count = app.createRateLimit({ max, timeWindow: WINDOW_MS, keyGenerator: keyOf })
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const used = await count(request)
    if (used.isAllowed || !used.isExceeded) return
    reply.header('retry-after', used.ttlInSeconds)
    throw tooManyRequests(max, used.ttl)
  }
}

function tooManyRequests(max: number, ttlMs: number): ApiError {
  const seconds = Math.ceil(ttlMs / 1000)
  return new ApiError('too_many_requests', `More than ${max} requests in a minute; wait ${seconds} seconds.`)
}
