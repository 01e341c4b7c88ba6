import { createHash } from 'node:crypto'
import type { CheckoutBoot, CheckoutSession } from '@backd/contract/session.ts'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { type CheckoutPagesOptions, checkoutPages } from '../http/pages/checkout-pages.ts'
import type { SessionReading } from '../use-cases/read-session.ts'
import { createSampleDist } from './sample-dist.ts'

/** The checkout's pages on a bare Fastify, with a merchant and a link that tests change, and a reader of what is served. */

export const KEY = '518ce188-8295-422c-a4a2-8329ffd40341'
export const TOKEN = 'q'.repeat(43)
export const SHOP = 'https://shop.example'

export const session: CheckoutSession = {
  backd_order_id: 'BO-20260416-7K3M9QX2',
  merchant_order_id: 'JKLMO4321',
  merchant_name: 'Northwind',
  role: 'buyer',
  status: 'order_created',
  order_total_cents: 895_000,
  cart_amount_cents: 900_000,
  tax_amount_cents: 0,
  shipping_amount_cents: 0,
  discount_amount_cents: 5_000,
  items: [{ display_name: 'MacBook Pro', sku: 'MBP', qty: 3, line_price_cents: 900_000, image_url: null }],
  buyer: null,
  offers: [],
  agreement: { version: '2026-01', text: 'I agree' },
  selected: null,
  return_urls: { success: `${SHOP}/success`, close: `${SHOP}/close`, backd_signature: null },
  locale: null,
  appearance: null,
  verification: { state: 'not_needed' },
  decision: 'approved',
  confirmation: null,
  approval: null,
  expires_at: '2026-11-28T21:04:00.000Z',
}

export interface PagesUnderTest {
  app: FastifyInstance
  /** What the one merchant registered. */
  origins: string[]
  /** What every well-formed token reads, or the fault of reading it. */
  reading: SessionReading | Error
  /** The tokens that were read. */
  asked: string[]
  close(): Promise<void>
}

export function openPages(changes: Partial<CheckoutPagesOptions> = {}): PagesUnderTest {
  const dist = createSampleDist()
  const app = Fastify()
  app.register(rateLimit, { global: false })
  app.register(checkoutPages, {
    widgetDist: dist.widgetDist,
    findMerchant: async (key) => (key === KEY ? { origins: pages.origins } : undefined),
    readSession: async ({ token }) => {
      pages.asked.push(token)
      if (pages.reading instanceof Error) throw pages.reading
      return pages.reading
    },
    requestsPerMinute: 10_000,
    isUnavailable: (error) => (error as Error).message === 'connection refused',
    ...changes,
  })
  const pages: PagesUnderTest = {
    app,
    origins: [SHOP],
    reading: { kind: 'open', session, imageOrigins: [SHOP] },
    asked: [],
    async close() {
      await app.close()
      dist.remove()
    },
  }
  return pages
}

export const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
/** The headers that do not change from one request to the next. */
export const lasting = (headers: object) =>
  Object.entries(headers).filter(([name]) => !/^(date|x-ratelimit-)/.test(name))
export const between = (body: string, open: string, close: string) =>
  body.split(open)[1]?.split(close)[0] ?? ''

export function bootOf(body: string): CheckoutBoot {
  return JSON.parse(between(body, '<script type="application/json" id="backd-boot">', '</script>'))
}

/** The Content-Security-Policy that a body deserves: its own script and style by hash. */
export function policyFor(body: string, frameAncestors: string, imageOrigins: string[] = []): string {
  const script = hashOf(between(body, '<script type="module">', '</script>'))
  const style = hashOf(between(body, '<style>', '</style>'))
  return [
    "default-src 'none'",
    `script-src ${script} 'self'`,
    `style-src ${style}`,
    "connect-src 'self'",
    ["img-src 'self' data:", ...imageOrigins].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ')
}
