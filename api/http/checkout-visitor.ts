import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../domain/api-error.ts'
import type { SpeakingVisitor } from '../use-cases/view-session.ts'
import { wantedLanguages } from './accept-language.ts'
import { readBearer } from './authorization.ts'
import { browserOf } from './browser-cookie.ts'

/** What every route of a session says of itself in /openapi.json. */
export const sessionRoute = { tags: ['Checkout'], security: [{ bearer: [] }] }

/** Sessions are kept by no cache. */
export async function noStore(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('cache-control', 'no-store')
}

/**
 * Who calls: the link's token, the browser's cookie and its languages.
 * @throws ApiError unauthorized
 */
export function visitorOf(request: FastifyRequest, reply: FastifyReply): SpeakingVisitor {
  const token = bearerOf(request, reply)
  const languages = wantedLanguages(request.headers['accept-language'])
  return { token, browser: browserOf(request, token), languages }
}

/** @throws ApiError unauthorized */
export function bearerOf(request: FastifyRequest, reply: FastifyReply): string {
  const token = readBearer(request.headers.authorization)
  if (token !== undefined) return token
  reply.header('www-authenticate', 'Bearer realm="Backd checkout"')
  throw new ApiError('unauthorized', 'Send the checkout token: Authorization: Bearer <token>.')
}
