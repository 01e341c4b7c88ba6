import { createError, createSuccess } from '@backd/contract/api/envelope.ts'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { describeFault } from './fault-log.ts'

export interface HealthOptions {
  /** Whether the database answers and is migrated; may reject. */
  isReady(): Promise<boolean>
  /** Whether the service is about to end. */
  isDraining(): boolean
}

/** /healthz: this process lives; it asks no database. /readyz: it can serve. */
export const health: FastifyPluginAsync<HealthOptions> = async (app, { isReady, isDraining }) => {
  app.get('/healthz', { schema: { hide: true } }, async () =>
    createSuccess({ healthy: true }, 'The service runs'),
  )

  app.get('/readyz', { schema: { hide: true } }, async (request, reply) => {
    if (isDraining()) return await sendUnavailable(reply, 'The service is ending; ask another one.')
    const fault = await whyNotReady(isReady)
    if (fault === undefined) return createSuccess({ ready: true }, 'The service is ready')
    request.log.warn({ fault: describeFault(fault) }, 'Not ready')
    return await sendUnavailable(reply, 'The database does not answer or is not migrated yet.')
  })
}

function sendUnavailable(reply: FastifyReply, message: string): FastifyReply {
  return reply.code(503).header('retry-after', '2').send(createError('unavailable', message))
}

async function whyNotReady(isReady: HealthOptions['isReady']): Promise<unknown> {
  try {
    return (await isReady()) ? undefined : new Error('the database is not migrated')
  } catch (error) {
    return error
  }
}
