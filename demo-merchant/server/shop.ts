import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BackdClient } from './backd-client.ts'
import { countItems, readCart } from './cart.ts'
import type { Config } from './config.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import type { OrderBook } from './orders.ts'
import { type Page, renderPage } from './pages/layout.ts'

/** What the routes work with. */
export interface Shop {
  config: Config
  book: OrderBook
  backd: BackdClient
}

export interface SendOptions {
  status?: number
  /** The page carries Backd's widget, so its policy lets Backd in. */
  withBackd?: boolean
  /** The request's cart is no longer the customer's. */
  cartCount?: number
}

/** Answers with a page inside the shop's frame. */
export function sendPage(
  { config }: Pick<Shop, 'config'>,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  options: SendOptions = {},
): FastifyReply {
  const { origin } = config.backd
  const cartCount = options.cartCount ?? countItems(readCart(request.headers.cookie))
  return reply
    .code(options.status ?? 200)
    .header('content-security-policy', contentSecurityPolicy(options.withBackd ? origin : undefined))
    .header('cache-control', page.area === 'office' ? 'no-store' : 'private, no-cache')
    .type('text/html; charset=utf-8')
    .send(renderPage(page, { shopName: config.shopName, backdOrigin: origin, cartCount }))
}

/** A posted form's fields, or JSON's text fields, by name; the last one wins. */
export function readFields(request: FastifyRequest): Record<string, string> {
  const body = request.body
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'))
}

/** One text parameter of the query; empty when it is missing or longer than a person reads. */
export function readQuery(request: FastifyRequest, name: string): string {
  const value = (request.query as Record<string, unknown>)[name]
  return typeof value === 'string' && value.length <= 1_000 ? value : ''
}
