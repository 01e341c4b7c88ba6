import { join } from 'node:path'
import { z } from 'zod'
import { findOriginFault } from './domain/origins.ts'

/** The environment is not one that the service can run in; the sentence names each variable. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Digits alone: Number would take 1e3 and 0x10 too. */
const wholeNumber = (min: number, max: number, error: string) =>
  z
    .string()
    .regex(/^\d+$/, error)
    .transform(Number)
    .refine((value) => value >= min && value <= max, error)

const atLeast = (min: number) =>
  wholeNumber(min, Number.MAX_SAFE_INTEGER, `must be a whole number, ${min} or more`)

const origin = z.string().superRefine((value, context) => {
  const fault = findOriginFault(value)
  if (fault) context.addIssue({ code: 'custom', message: fault })
})

const urlOf = (...schemes: string[]) =>
  z.string().refine(
    (value) => {
      const url = URL.parse(value)
      return url !== null && schemes.some((scheme) => url.protocol === `${scheme}:`)
    },
    `must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  )

const list = z
  .string()
  .transform((text) => text.split(',').map((item) => item.trim()))
  .pipe(z.array(origin))

/** An address, or a name that holds no other one and the address in angle brackets. */
const sender = z.string().refine((value) => {
  const address = /^(?:"[^"<>]*"|[^"<>,;:@]+) *<([^<>]+)>$/.exec(value)?.[1] ?? value
  return z.regexes.html5Email.test(address) && !/[\r\n]/.test(value)
}, 'must be an address, or a name and an address like BackdPay <orders@example.com>')

const variablesSchema = z.object({
  API_PORT: wholeNumber(1, 65_535, 'must be a port from 1 to 65535').default(4000),
  /** The address to listen on. */
  HOST: z.string().default('127.0.0.1'),
  /** Where browsers reach the checkout; http://localhost:<API_PORT> unless set; production has to set it. */
  PUBLIC_ORIGIN: origin.optional(),
  BACKD_MODE: z
    .enum(['sandbox', 'production'], { error: 'must be sandbox or production' })
    .default('sandbox'),
  /** PostgreSQL; without it the embedded database in DATA_DIR. */
  DATABASE_URL: urlOf('postgres', 'postgresql').optional(),
  DATA_DIR: z.string().default('.data'),
  /** The widget's build, which is served beside the API. */
  WIDGET_DIST: z.string().default(join(import.meta.dirname, '../widget/dist')),
  SMTP_URL: urlOf('smtp', 'smtps').optional(),
  MAIL_FROM: sender.default('BackdPay <no-reply@backd.example>'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
  /** On the merchant API for each address and for each merchant, on the checkout for each address. */
  RATE_LIMIT_PER_MINUTE: atLeast(1).default(600),
  /** How many codes one address is mailed in an hour, whatever the orders; defaultCodesPerHour unless set. */
  CODES_PER_HOUR: atLeast(1).optional(),
  /** The sandbox merchant's pages: the demo shop's and, at Vite's port, the one of the quick starts. */
  SANDBOX_ORIGINS: list.default(['http://localhost:4100', 'http://localhost:5173']),
  /** What Prometheus has to send to read /metrics, as a bearer token. */
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/-]{16,}=*$/, 'must be a bearer token: 16 or more letters, digits and - . _ ~ + /')
    .optional(),
  /** How many proxies stand before the service: so many steps X-Forwarded-For is believed. */
  TRUST_PROXY_HOPS: atLeast(0).default(0),
})

/** In the sandbox everyone tries the same few addresses. */
const defaultCodesPerHour = { sandbox: 100, production: 5 }

/** Production's links hold its customers' tokens, so they go to an https origin that somebody has thought about. */
const environmentSchema = variablesSchema.superRefine(({ BACKD_MODE, PUBLIC_ORIGIN }, context) => {
  if (BACKD_MODE === 'sandbox' || PUBLIC_ORIGIN?.startsWith('https://')) return
  context.addIssue({
    code: 'custom',
    path: ['PUBLIC_ORIGIN'],
    message: 'must be the https origin that browsers see, for BACKD_MODE is production',
  })
})

export interface Config {
  port: number
  host: string
  publicOrigin: string
  mode: 'sandbox' | 'production'
  databaseUrl: string | undefined
  dataDir: string
  widgetDist: string
  smtpUrl: string | undefined
  mailFrom: string
  logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL']
  requestsPerMinute: number
  codesPerHour: number
  sandboxOrigins: string[]
  metricsToken: string | undefined
  trustedProxyHops: number
}

/**
 * Reads the configuration from environment variables. An empty one counts as not set.
 * @throws ConfigError naming every variable that is wrong; values are not repeated, some are secret
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path[0]?.toString()} ${issue.message}`).join('; '),
    )
  }
  const values = parsed.data
  return {
    port: values.API_PORT,
    host: values.HOST,
    publicOrigin: values.PUBLIC_ORIGIN ?? `http://localhost:${values.API_PORT}`,
    mode: values.BACKD_MODE,
    databaseUrl: values.DATABASE_URL,
    dataDir: values.DATA_DIR,
    widgetDist: values.WIDGET_DIST,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    logLevel: values.LOG_LEVEL,
    requestsPerMinute: values.RATE_LIMIT_PER_MINUTE,
    codesPerHour: values.CODES_PER_HOUR ?? defaultCodesPerHour[values.BACKD_MODE],
    sandboxOrigins: values.SANDBOX_ORIGINS,
    metricsToken: values.METRICS_TOKEN,
    trustedProxyHops: values.TRUST_PROXY_HOPS,
  }
}
