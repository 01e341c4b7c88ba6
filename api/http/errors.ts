import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { createError } from '@backd/contract/api/envelope.ts'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../domain/api-error.ts'
import { createRefusal } from './error-mapping.ts'
import { describeFault } from './fault-log.ts'
import type { RouteTable } from './route-table.ts'

export type IsUnavailable = (error: unknown) => boolean

/** Answers a thrown value; the one place where errors become HTTP. */
export function sendRefusal(
  error: unknown,
  reply: FastifyReply,
  log: FastifyBaseLogger,
  isUnavailable: IsUnavailable,
): FastifyReply {
  const { envelope, headers, isFault } = createRefusal(error, isUnavailable)
  if (isFault) log.error({ fault: describeFault(error) }, 'The request failed')
  return reply.code(envelope.status.code).headers(headers).type('application/json').send(envelope)
}

/** Gives every failure of an app's routes the envelope. */
export function handleErrors(app: FastifyInstance, isUnavailable: IsUnavailable): void {
  app.setErrorHandler((error, request, reply) => sendRefusal(error, reply, request.log, isUnavailable))
}

/** Answers what no route takes: 405 when another method would do, else 404. */
export function createNotFoundHandler(routes: RouteTable) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const allowed = routes.methodsFor(request.url)
    if (allowed.length === 0) {
      throw new ApiError('not_found', 'There is nothing at this address; check the path.')
    }
    reply.header('allow', allowed.join(', '))
    throw new ApiError('method_not_allowed', `This address takes ${allowed.join(' and ')} only.`)
  }
}

const unreadable = createError('invalid_request', 'This is not an HTTP request that can be read.')
const late = createError('request_timeout', 'The request took too long to arrive; send it again.')

/** A connection whose request can't be parsed, or does not arrive, gets the envelope too, and is closed. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable) return void socket.destroy()
  const envelope = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? late : unreadable
  const body = JSON.stringify(envelope)
  const { code } = envelope.status
  const head = [
    `HTTP/1.1 ${code} ${STATUS_CODES[code]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Has requests with an Expect that is not 100-continue answered like any other (RFC 9110, 10.1.1); Node's own 417 has no envelope. */
export function ignoreExpectations({ server }: FastifyInstance): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
}
