import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { ApiError } from '../domain/api-error.ts'
import type { Merchant } from '../domain/merchant.ts'
import { authenticateMerchant } from '../use-cases/authenticate-merchant.ts'
import type { CreateOrderPorts } from '../use-cases/create-order.ts'
import { readBasicAuth } from './authorization.ts'
import { createNotFoundHandler } from './errors.ts'
import { callerOf } from './merchant-route.ts'
import { orderChangeRoutes } from './order-change-routes.ts'
import { orderListRoutes } from './order-list-routes.ts'
import { orderRoutes } from './order-routes.ts'
import { limitEach, limitPerMinute } from './rate-limit.ts'
import { refundRoutes } from './refund-routes.ts'
import type { RouteTable } from './route-table.ts'
import { type SandboxClockOptions, sandboxClockRoutes } from './sandbox-clock-routes.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; set on every route of the merchant API before its body is read. */
    merchant: Merchant | null
  }
}

export interface MerchantApiOptions {
  ports: CreateOrderPorts
  routes: RouteTable
  requestsPerMinute: number
  /** Absent in production, whose time nobody moves. */
  sandbox: Pick<SandboxClockOptions, 'catchUpSoon'> | undefined
}

const CHALLENGE = 'Basic realm="Backd merchant API", charset="UTF-8"'

/** /v1/backd/bnpl/api (CONTRACT section 2): judged 429 by address, 401, 429 by merchant, all before the body is parsed. */
export const merchantApi: FastifyPluginAsyncZod<MerchantApiOptions> = async (app, options) => {
  const { ports, routes, requestsPerMinute, sandbox } = options
  app.decorateRequest('merchant', null)

  // By address alone: nothing that a caller says of itself may give it another allowance.
  app.addHook('onRequest', app.rateLimit(limitPerMinute(requestsPerMinute)))
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const keys = readBasicAuth(request.headers.authorization)
    request.merchant = (keys && (await authenticateMerchant(ports, keys))) ?? null
    if (!request.merchant) {
      reply.header('www-authenticate', CHALLENGE)
      throw new ApiError(
        'unauthorized',
        // The same for a public key that nobody has as for a secret key that is not its own.
        keys
          ? 'No merchant here has these two keys: check public key and secret key. Sandbox and production have keys of their own.'
          : 'Authenticate with HTTP Basic: your public key as user name, your secret key as password.',
      )
    }
  })
  // After authentication, so that nobody else uses a merchant's allowance up.
  app.addHook(
    'onRequest',
    limitEach(app, requestsPerMinute, (request) => callerOf(request).publicKey),
  )
  app.setNotFoundHandler(createNotFoundHandler(routes))

  await app.register(orderRoutes, { ports })
  await app.register(orderListRoutes, { ports })
  await app.register(orderChangeRoutes, { ports })
  await app.register(refundRoutes, { ports })
  if (sandbox) await app.register(sandboxClockRoutes, { ports, ...sandbox })
}
