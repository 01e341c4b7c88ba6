import { createHash, hkdfSync } from 'node:crypto'
import {
  IDEMPOTENCY_KEY_HEADER,
  IDEMPOTENT_REPLAYED_HEADER,
  MAX_IDEMPOTENCY_KEY_LENGTH,
} from '@backd/contract/api/idempotency.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { invalidRequest } from '../domain/api-error.ts'
import { canonicalJson } from '../domain/content.ts'
import { answerOnce, inProgress, type KeyedCall } from '../use-cases/answer-once.ts'
import { findOwnOrder } from '../use-cases/find-order.ts'
import type { Clock } from '../use-cases/ports/clock.ts'
import type { LaterAnswer } from '../use-cases/ports/later-answer.ts'
import type { Store } from '../use-cases/ports/store.ts'
import { readBasicAuth } from './authorization.ts'
import { callerOf } from './merchant-route.ts'

interface KeyedPorts {
  store: Store
  clock: Clock
  later?: LaterAnswer
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The keyed calls that this service is in, by their ids: another try is told so at once, and waits in no line. */
    keyedCalls: Set<string>
  }
}

/** Lets the app's routes use `runOnce`. */
export function followKeyedCalls(app: FastifyInstance): void {
  app.decorate('keyedCalls', new Set<string>())
}

/**
 * Runs a call of the merchant API; under an Idempotency-Key, once: the same request again gets the same answer, marked
 * as such, and has no effect (CONTRACT section 4).
 * @throws ApiError invalid_request, request_in_progress, idempotency_key_reused, and what the call refuses with
 */
export async function runOnce<Ports extends KeyedPorts, Data>(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  ports: Ports,
  run: (ports: Ports) => Promise<Data>,
): Promise<Data> {
  const call = readKeyedCall(request)
  if (!call) return await run(ports)
  const { backdOrderId } = call
  // Told first (CONTRACT section 4), whatever the key is used for.
  if (backdOrderId !== undefined) await findOwnOrder(ports.store.orders, callerOf(request), backdOrderId)
  const running = request.server.keyedCalls
  const name = Buffer.from(call.id).toString('hex')
  if (running.has(name)) throw inProgress()
  running.add(name)
  const once = answerOnce(ports.store, ports.clock, call)
  try {
    return await run({ ...ports, store: once.store, later: once.later })
  } catch (error) {
    await once.keepRefusal(error)
    throw error
  } finally {
    running.delete(name)
    if (once.isReplayed()) reply.header(IDEMPOTENT_REPLAYED_HEADER, 'true')
  }
}

function readKeyedCall(request: FastifyRequest): (KeyedCall & { backdOrderId?: string }) | undefined {
  const key = readKey(request)
  if (key === undefined) return undefined
  const caller = callerOf(request)
  const scope = [caller.id, request.method, request.routeOptions.url ?? '', key]
  const id = createHash('sha256').update(JSON.stringify(scope)).digest()
  const secretKey = readBasicAuth(request.headers.authorization)?.secretKey ?? ''
  const { backd_order_id } = (request.body ?? {}) as { backd_order_id?: string }
  return {
    ...(backd_order_id === undefined ? {} : { backdOrderId: backd_order_id }),
    caller,
    id,
    bodyDigest: createHash('sha256')
      .update(canonicalJson(request.body ?? null))
      .digest('hex'),
    sealKey: new Uint8Array(hkdfSync('sha256', secretKey, id, 'answer', 32)),
  }
}

/** @throws ApiError invalid_request */
function readKey({ headers, raw }: FastifyRequest): string | undefined {
  const key = headers[IDEMPOTENCY_KEY_HEADER]
  if (key === undefined) return undefined
  const refused = (message: string) => invalidRequest([{ path: 'Idempotency-Key', message }])
  // Node makes one text of several; here names and values take turns.
  const sent = raw.rawHeaders.filter(
    (text, index) => index % 2 === 0 && text.toLowerCase() === IDEMPOTENCY_KEY_HEADER,
  )
  if (typeof key !== 'string' || sent.length > 1) throw refused('must be sent once')
  // Node reads each byte of a header as a character; callers send UTF-8.
  const characters = [...Buffer.from(key, 'latin1').toString('utf8')].length
  if (characters < 1 || characters > MAX_IDEMPOTENCY_KEY_LENGTH) {
    throw refused(`must have 1 to ${MAX_IDEMPOTENCY_KEY_LENGTH} characters`)
  }
  return key
}
