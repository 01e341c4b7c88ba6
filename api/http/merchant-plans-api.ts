import { createHash } from 'node:crypto'
import { createSuccess } from '@backd/contract/api/envelope.ts'
import {
  MERCHANT_PLANS_PATH,
  merchantPlansQuerySchema,
  merchantPlansSchema,
} from '@backd/contract/api/merchant-plans.ts'
import cors from '@fastify/cors'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type ReadPlansPorts, readPlans } from '../use-cases/read-plans.ts'
import { matchesTag } from './pages/asset.ts'
import { limitPerMinute } from './rate-limit.ts'
import { describeReplies } from './replies.ts'

export interface MerchantPlansOptions {
  ports: ReadPlansPorts
  requestsPerMinute: number
}

/**
 * GET /checkout/api/plans: what a merchant's page shows beside a price. It names no customer and no order, so browsers and
 * proxies may keep it for five minutes, and for a day while they ask again. As with orders (ADR 0011) any page may read
 * the answer, and to one that is not registered that is the refusal.
 */
export const merchantPlansApi: FastifyPluginAsyncZod<MerchantPlansOptions> = async (app, options) => {
  const { ports, requestsPerMinute } = options
  await app.register(cors, {
    origin: true,
    methods: ['GET'],
    exposedHeaders: ['retry-after', 'x-request-id'],
    maxAge: 600,
    strictPreflight: false,
  })
  app.addHook('onRequest', app.rateLimit(limitPerMinute(requestsPerMinute)))

  app.get(
    '',
    {
      schema: {
        summary: 'Read a merchant’s plans with the public key alone',
        description: `Called at ${MERCHANT_PLANS_PATH} by what a merchant's page shows before there is an order.`,
        tags: ['Checkout'],
        querystring: merchantPlansQuerySchema,
        response: describeReplies('The plans', merchantPlansSchema, [
          'invalid_request',
          'unauthorized',
          'origin_not_allowed',
          'too_many_requests',
          'internal_error',
          'unavailable',
        ]),
      },
    },
    async (request, reply) => {
      const data = await readPlans(ports, request.query.public_api_key, request.headers.origin)
      const hash = createHash('sha256').update(JSON.stringify(data)).digest('base64url')
      const etag = `"${hash.slice(0, 22)}"`
      reply.headers({ etag, 'cache-control': 'public, max-age=300, stale-while-revalidate=86400' })
      // The schema names what has a body.
      const bare: FastifyReply = reply
      if (matchesTag(request.headers['if-none-match'], etag)) return bare.code(304).send()
      return createSuccess(data, 'Plans found')
    },
  )
}
