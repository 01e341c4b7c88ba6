import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../domain/api-error.ts'
import type { Visitor } from '../use-cases/view-session.ts'
import { readBearer } from './authorization.ts'
import { browserOf } from './browser-cookie.ts'

/** What every route of a session says of itself in /openapi.json. */
export const sessionRoute = { tags: ['Checkout'], security: [{ bearer: [] }] }

/** Sessions are kept by no cache. */
export async function noStore(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('cache-control', 'no-store')
}

/**
 * Who calls: the link's token and the browser's cookie.
 * @throws ApiError unauthorized
 */
export function visitorOf(request: FastifyRequest, reply: FastifyReply): Visitor {
  const token = bearerOf(request, reply)
  return { token, browser: browserOf(request, token) }
}

/** @throws ApiError unauthorized */
export function bearerOf(request: FastifyRequest, reply: FastifyReply): string {
  const token = readBearer(request.headers.authorization)
  if (token !== undefined) return token
  reply.header('www-authenticate', 'Bearer realm="Backd checkout"')
  throw new ApiError('unauthorized', 'Send the checkout token: Authorization: Bearer <token>.')
}
