import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { type FastifyHttpOptions, LogController } from 'fastify'
import type { Config } from '../config.ts'
import { answerBrokenRequest, type IsUnavailable, sendRefusal } from './errors.ts'

export interface ServerFacts {
  config: Pick<Config, 'logLevel' | 'trustedProxyHops'>
  /** Where log lines go in place of standard output. */
  logStream: { write(line: string): void } | undefined
  isUnavailable: IsUnavailable
}

const BODY_LIMIT = 1024 * 1024
/** Node's own limit of a request's head: so an id of any length finds its route, and is told that there is no such order. */
const MAX_PARAM_LENGTH = 16 * 1024
/** For a request to arrive whole; what is done for it is bounded by the database's own time limits. */
const REQUEST_TIMEOUT_MS = 30_000
/** For its head. Node would take the larger of the two for the whole request. */
const HEADERS_TIMEOUT_MS = 15_000
const CHECK_TIMEOUTS_EVERY_MS = 2_000

/** The limits and manners of the server itself. */
export function serverOptions({ config, logStream, isUnavailable }: ServerFacts): FastifyHttpOptions<Server> {
  return {
    logger: { level: config.logLevel, ...(logStream ? { stream: logStream } : {}) },
    // http/request-log.ts has its own line, without addresses.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: CHECK_TIMEOUTS_EVERY_MS },
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    trustProxy: (_address, hop) => hop < config.trustedProxyHops,
    // A request on a connection that is still open while we close is answered, not refused without an envelope.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => sendRefusal(error, reply, request.log, isUnavailable),
    clientErrorHandler: answerBrokenRequest,
  }
}
