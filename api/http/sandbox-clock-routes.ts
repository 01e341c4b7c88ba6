import { createSuccess } from '@backd/contract/api/envelope.ts'
import { moveClockSchema, SANDBOX_CLOCK_PATH, sandboxClockSchema } from '@backd/contract/api/sandbox-clock.ts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type Clock, ON_TIME } from '../use-cases/ports/clock.ts'
import type { Reporter } from '../use-cases/ports/reporter.ts'
import type { Store } from '../use-cases/ports/store.ts'
import { moveClock, readClock, resetClock } from '../use-cases/sandbox-clock.ts'
import { runOnce } from './idempotency.ts'
import { callerOf, idempotencyCodes, idempotencyHeaders } from './merchant-route.ts'
import { commonCodes, describeReplies } from './replies.ts'

export interface SandboxClockOptions {
  ports: { store: Store; clock: Clock; reporter: Reporter }
  /** Has what became due by a move done without waiting for the next round. */
  catchUpSoon(): Promise<void>
}

const route = { tags: ['Sandbox'], security: [{ basic: [] }] }
const readingCodes = ['unauthorized', 'too_many_requests', 'internal_error', 'unavailable'] as const

/** A merchant's own time, so that a lock, an expiry or a due date can be tried in seconds. Registered in the sandbox alone. */
export const sandboxClockRoutes: FastifyPluginAsyncZod<SandboxClockOptions> = async (app, options) => {
  const { ports, catchUpSoon } = options
  // By the time that is being moved, a kept answer would be as old as the move is long: the same request again would move twice.
  const byRealTime = { store: ports.store, clock: { now: () => ports.clock.now(ON_TIME) } }

  app.get(
    SANDBOX_CLOCK_PATH,
    {
      schema: {
        ...route,
        summary: 'Read your sandbox’s time',
        response: describeReplies('Your time', sandboxClockSchema, [...readingCodes]),
      },
    },
    async (request) => createSuccess(readClock(ports, callerOf(request)), 'Clock found'),
  )

  app.post(
    SANDBOX_CLOCK_PATH,
    {
      schema: {
        ...route,
        summary: 'Put your sandbox’s time forward; refunds that are locked by then are settled',
        headers: idempotencyHeaders,
        body: moveClockSchema.meta({ examples: [{ advance_seconds: 86_400 }] }),
        response: describeReplies('Your time from here on', sandboxClockSchema, [
          ...commonCodes,
          'unauthorized',
          ...idempotencyCodes,
        ]),
      },
    },
    async (request, reply) => {
      const data = await runOnce({ request, reply }, byRealTime, (own) =>
        moveClock(own, callerOf(request), request.body),
      )
      // The move has happened; if this fails, the jobs' next round does what is due.
      await catchUpSoon().catch((error: unknown) =>
        ports.reporter.report(error, 'What became due could not be started after a clock was moved.'),
      )
      return createSuccess(data, 'Clock successfully moved')
    },
  )

  app.delete(
    SANDBOX_CLOCK_PATH,
    {
      schema: {
        ...route,
        summary: 'Set your sandbox’s time back to real time',
        headers: idempotencyHeaders,
        response: describeReplies('Your time from here on', sandboxClockSchema, [
          ...readingCodes,
          'invalid_request',
          ...idempotencyCodes,
        ]),
      },
    },
    async (request, reply) => {
      const data = await runOnce({ request, reply }, byRealTime, (own) => resetClock(own, callerOf(request)))
      return createSuccess(data, 'Clock successfully reset')
    },
  )
}
