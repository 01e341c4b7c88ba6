import { CHECKOUT_ORDERS_PATH } from '@backd/contract/api/checkout.ts'
import { MERCHANT_PLANS_PATH } from '@backd/contract/api/merchant-plans.ts'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import { isDatabaseUnavailable } from './db/errors.ts'
import { SANDBOX_CODE } from './domain/sandbox.ts'
import { checkoutOrdersApi } from './http/checkout-api.ts'
import { type CheckoutSessionOptions, checkoutSessionApi } from './http/checkout-session-api.ts'
import { followTraffic } from './http/draining.ts'
import { createNotFoundHandler, handleErrors, ignoreExpectations } from './http/errors.ts'
import { createReporter } from './http/fault-log.ts'
import { health } from './http/health.ts'
import { followKeyedCalls } from './http/idempotency.ts'
import { merchantApi } from './http/merchant-api.ts'
import { merchantPlansApi } from './http/merchant-plans-api.ts'
import { metricsRoute, observeRequests } from './http/metrics.ts'
import { describeRoutes } from './http/openapi.ts'
import { checkoutChunks } from './http/pages/checkout-chunks.ts'
import { checkoutPages } from './http/pages/checkout-pages.ts'
import { mailboxPages } from './http/pages/mailbox-pages.ts'
import { widgetAssets } from './http/pages/widget-assets.ts'
import { logRequests } from './http/request-log.ts'
import { collectRoutes } from './http/route-table.ts'
import { setSecurityHeaders } from './http/security-headers.ts'
import { serverOptions } from './http/server-options.ts'
import { serializerCompiler, validatorCompiler } from './http/validation.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { writeApprovalMail } from './outbound/mail/approval-mail.ts'
import { withBounces } from './outbound/mail/bouncing-mailer.ts'
import { writeCodeMail } from './outbound/mail/code-mail.ts'
import { writeDeclinedMail } from './outbound/mail/declined-mail.ts'
import { createMailboxMailer } from './outbound/mail/mailbox-mailer.ts'
import { writeOrderLinkMail } from './outbound/mail/order-link-mail.ts'
import { createSilentMailer } from './outbound/mail/silent-mailer.ts'
import { createSmtpMailer } from './outbound/mail/smtp-mailer.ts'
import { writeTermsMail } from './outbound/mail/terms-mail.ts'
import { withPersonas } from './outbound/underwriting/personas.ts'
import { agreedLimits } from './outbound/underwriting/rules.ts'
import type { CreateOrderPorts } from './use-cases/create-order.ts'
import type { Clock } from './use-cases/ports/clock.ts'
import type { Mailer } from './use-cases/ports/mailer.ts'
import type { Random } from './use-cases/ports/random.ts'
import type { Reporter } from './use-cases/ports/reporter.ts'
import { readSession } from './use-cases/read-session.ts'

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Metrics
    /** What the use cases work with, for those that the service does by itself (outbound/jobs). */
    ports: AppPorts
  }
}

export interface AppDeps {
  config: Config
  database: Database
  clock: Clock
  random: Random
  /** In place of the one that the configuration names. */
  mailer?: Mailer
  /** Starts a round of settling, once a merchant of the sandbox moved its clock. */
  catchUpSoon?: () => Promise<void>
  /** Where log lines go in place of standard output. */
  logStream?: { write(line: string): void }
}

export type AppPorts = CreateOrderPorts & CheckoutSessionOptions['ports']

export const MERCHANT_API_BASE = '/v1/backd/bnpl/api'

/** The whole service as a value: routes on a database. It listens to no port and no signal; main.ts does. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, database } = deps
  const app = Fastify(
    serverOptions({ config, logStream: deps.logStream, isUnavailable: isDatabaseUnavailable }),
  ).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  // Fastify takes text/plain by itself; here it is one more type that is not JSON.
  app.removeContentTypeParser('text/plain')

  const routes = collectRoutes(app)
  followTraffic(app)
  followKeyedCalls(app)
  app.decorate('isSecure', config.publicOrigin.startsWith('https:'))
  logRequests(app)
  const metrics = createAppMetrics(app, database)
  handleErrors(app, isDatabaseUnavailable)
  ignoreExpectations(app)
  app.setNotFoundHandler(createNotFoundHandler(routes))
  setSecurityHeaders(app, config)
  await app.register(rateLimit, { global: false })
  await describeRoutes(app, config.publicOrigin)

  const reporter = createReporter(app.log)
  const isSandbox = config.mode === 'sandbox'
  const mailer = deps.mailer ?? createMailer(deps, reporter)
  const ports: AppPorts = {
    store: database.store,
    clock: deps.clock,
    random: deps.random,
    mailer: isSandbox ? withBounces(mailer) : mailer,
    writeOrderLinkMail,
    writeCodeMail,
    writeTermsMail,
    writeApprovalMail,
    writeDeclinedMail,
    reporter,
    publicOrigin: config.publicOrigin,
    underwriting: isSandbox ? withPersonas(agreedLimits) : agreedLimits,
    testCode: isSandbox ? SANDBOX_CODE : undefined,
    codesPerHour: config.codesPerHour,
  }
  app.decorate('ports', ports)
  const { requestsPerMinute } = config
  const sandbox = isSandbox ? { catchUpSoon: deps.catchUpSoon ?? (async () => {}) } : undefined
  await app.register(merchantApi, { prefix: MERCHANT_API_BASE, ports, routes, requestsPerMinute, sandbox })
  await app.register(merchantPlansApi, { prefix: MERCHANT_PLANS_PATH, ports, requestsPerMinute })
  await app.register(checkoutOrdersApi, { prefix: CHECKOUT_ORDERS_PATH, ports, requestsPerMinute })
  await app.register(checkoutSessionApi, { ports, requestsPerMinute })
  await registerPages(app, deps, ports)
  const { metricsToken: token } = config
  if (token !== undefined || config.mode === 'sandbox') await app.register(metricsRoute, { metrics, token })
  await app.register(health, {
    isReady: () => database.isReady(),
    isDraining: () => app.traffic.isDraining(),
  })
  return app
}

function createAppMetrics(app: FastifyInstance, { engine }: Database): Metrics {
  const metrics = createMetrics({
    inFlight: () => app.traffic.inFlight(),
    pool: engine.kind === 'postgres' ? engine.pool : undefined,
  })
  app.decorate('metrics', metrics)
  observeRequests(app, metrics)
  return metrics
}

/** What browsers load: the checkout's documents, the SDK's script and, in the sandbox, the mailbox. */
async function registerPages(app: FastifyInstance, deps: AppDeps, ports: CreateOrderPorts): Promise<void> {
  const { widgetDist, mode, requestsPerMinute } = deps.config
  const isUnavailable = isDatabaseUnavailable
  await app.register(checkoutPages, {
    widgetDist,
    isUnavailable,
    requestsPerMinute,
    findMerchant: (publicKey) => ports.store.merchants.findByPublicKey(publicKey),
    // The modal's link is bound to no browser: as a page, whoever has its address would be its customer.
    readSession: (visitor) => readSession(ports, visitor, 'page'),
  })
  await app.register(checkoutChunks, { widgetDist })
  await app.register(widgetAssets, { widgetDist })
  if (mode === 'sandbox') {
    await app.register(mailboxPages, { mailbox: ports.store.mailbox, isUnavailable })
  }
}

/** Mail goes through SMTP where it is configured; else the sandbox keeps it, and production has none. */
function createMailer({ config, database }: AppDeps, reporter: Reporter): Mailer {
  if (config.smtpUrl) return createSmtpMailer({ url: config.smtpUrl, from: config.mailFrom, reporter })
  return config.mode === 'sandbox'
    ? createMailboxMailer(database.store.mailbox, reporter)
    : createSilentMailer()
}
