import type { FastifyRequest } from 'fastify'
import { ApiError } from '../domain/api-error.ts'

const WINDOW_MS = 60_000

/** Options of @fastify/rate-limit for so many requests a minute; it adds Retry-After itself. */
export function limitPerMinute(max: number, keyGenerator?: (request: FastifyRequest) => string) {
  return {
    max,
    timeWindow: WINDOW_MS,
    errorResponseBuilder: (_request: FastifyRequest, { ttl }: { ttl: number }) => {
      const seconds = Math.ceil(ttl / 1000)
      return new ApiError(
        'too_many_requests',
        `More than ${max} requests in a minute; wait ${seconds} seconds.`,
      )
    },
    ...(keyGenerator ? { keyGenerator } : {}),
  }
}
