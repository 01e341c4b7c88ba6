import { z } from 'zod'

const NOT_A_PORT = 'must be a port, 1 to 65535'
const portSchema = z.coerce.number(NOT_A_PORT).int(NOT_A_PORT).min(1, NOT_A_PORT).max(65_535, NOT_A_PORT)

/** An origin as a browser writes it: scheme, host and port, nothing after. */
const originSchema = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) origin like http://localhost:4000' })
  .refine((value) => new URL(value).origin === value, 'must be an origin alone: no path, no slash at the end')

const environmentSchema = z.object({
  DEMO_PORT: portSchema.default(4100),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Where customers see the shop; Backd must know it as one of the merchant's registered origins. */
  SHOP_ORIGIN: originSchema.optional(),
  /** Where Backd is: its API, its checkout and its script. */
  BACKD_API_ORIGIN: originSchema.default('http://localhost:4000'),
  /** The defaults are the sandbox merchant that Backd's API makes on its first start. */
  BACKD_PUBLIC_KEY: z.string().min(1).default('518ce188-8295-422c-a4a2-8329ffd40341'),
  BACKD_SECRET_KEY: z.string().min(1).default('sk_sandbox_demo'),
  /** The order book is kept in a folder `shop` in here. */
  DATA_DIR: z.string().min(1).default('.data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
})

export interface Config {
  port: number
  host: string
  /** Customer-facing: it goes into the Order Object and on every page. */
  shopName: string
  shopOrigin: string
  dataDir: string
  logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL']
  backd: { origin: string; publicKey: string; secretKey: string }
}

/**
 * Reads the shop's settings.
 * @throws Error whose message names each bad variable and what it must be
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const result = environmentSchema.safeParse(environment)
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The shop's settings are wrong:\n${faults.join('\n')}`)
  }
  const env = result.data
  return {
    port: env.DEMO_PORT,
    host: env.HOST,
    shopName: 'Northwind Office Supply',
    shopOrigin: env.SHOP_ORIGIN ?? `http://localhost:${env.DEMO_PORT}`,
    dataDir: env.DATA_DIR,
    logLevel: env.LOG_LEVEL,
    backd: {
      origin: env.BACKD_API_ORIGIN,
      publicKey: env.BACKD_PUBLIC_KEY,
      secretKey: env.BACKD_SECRET_KEY,
    },
  }
}
