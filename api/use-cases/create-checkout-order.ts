import { createHash } from 'node:crypto'
import type { CheckoutOrderReply } from '@backd/contract/api/checkout.ts'
import type { Mode, Order as OrderObject } from '@backd/contract/order.ts'
import type { Presentation } from '@backd/contract/presentation.ts'
import { ApiError, invalidRequest } from '../domain/api-error.ts'
import { canonicalJson } from '../domain/content.ts'
import { hasLapsed } from '../domain/holds.ts'
import type { Merchant } from '../domain/merchant.ts'
import type { Order } from '../domain/order.ts'
import { assertPageOrigin, isRegistered } from '../domain/origins.ts'
import { isSamePurchase } from '../domain/same-purchase.ts'
import { createLink, customerUrl, findApproval, returnUrlsOf } from './checkout-links.ts'
import { makeOrder, refusingHeldId } from './make-order.ts'
import type { Clock } from './ports/clock.ts'
import type { OrderRepository } from './ports/orders.ts'
import type { Random } from './ports/random.ts'
import type { Store } from './ports/store.ts'
import type { Underwriting } from './ports/underwriting.ts'
import { checkoutExpired } from './refusals.ts'
import { viewSession } from './view-session.ts'

export interface CreateCheckoutOrderPorts {
  store: Store
  clock: Clock
  random: Random
  underwriting: Underwriting
  publicOrigin: string
}

export interface CreateCheckoutOrderInput {
  order: OrderObject
  /** The request's Origin header. */
  origin: string | undefined
  /** The host page as the modal's handshake told it; counts only when `origin` is our own. */
  pageOrigin: string | undefined
  presentation: Presentation
}

/**
 * A merchant's page makes an order with the public key alone and gets its checkout. The same cart again opens the same
 * order: an interrupted one goes on, a finished one says so, also when only its addresses or pictures are others now.
 * @throws ApiError unauthorized, origin_not_allowed, invalid_request, duplicate_merchant_order_id,
 *   amounts_do_not_add_up, total_exceeds_limit, checkout_expired
 */
export async function createCheckoutOrder(
  ports: CreateCheckoutOrderPorts,
  { order: input, origin, pageOrigin, presentation }: CreateCheckoutOrderInput,
): Promise<CheckoutOrderReply> {
  const merchant = await ports.store.merchants.findByPublicKey(input.merchant.public_api_key)
  if (!merchant) {
    throw new ApiError(
      'unauthorized',
      'merchant.public_api_key is not a key of any merchant; check it for typing errors.',
    )
  }
  assertPageOrigin({ origin, pageOrigin }, ports.publicOrigin, merchant.origins)
  const returnUrls = registeredReturnUrls(input.mode, merchant)

  const now = ports.clock.now(merchant)
  const contentDigest = digest(input)
  const sameCart = `${merchant.id}:${contentDigest}`
  const open = () =>
    refusingHeldId(
      () => input.merchant_order_id,
      () =>
        ports.store.transact(async (repositories) => {
          const { orders, approvals } = repositories
          // Two clicks at once would else both find nothing and make two orders of one cart.
          await orders.lock(sameCart)
          const order =
            (await resume({ ...ports, orders }, merchant, contentDigest, now)) ??
            (await recover(orders, merchant, input)) ??
            (await makeOrder({ ...ports, orders }, merchant, input, {
              source: 'widget',
              now,
              contentDigest,
            }))
          const { linkTo, token } = createLink(ports.random, {
            now,
            presentation,
            surface: returnUrls ? 'page' : 'modal',
            ...(returnUrls ? { returnUrls } : {}),
          })
          const link = linkTo(order.backdOrderId)
          // A page says so itself, when its link is opened.
          if (link.surface === 'modal' && hasLapsed(order, now)) throw checkoutExpired()
          await orders.addLink(link)
          return {
            backd_order_id: order.backdOrderId,
            merchant_order_id: order.merchantOrderId,
            token,
            customer_url: link.surface === 'page' ? customerUrl(ports.publicOrigin, token) : null,
            session: await viewSession(
              { ...ports, ...repositories },
              { order, merchant, link, approval: await findApproval(approvals, link) },
              { now, browserHash: undefined },
            ),
          }
        }, sameCart),
    )
  return await namingUnderOrder(open)
}

/** Both ways of making an order share their rules, which name its fields; in this body they are under `order`. */
async function namingUnderOrder<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const fields = error.fields.map((field) => ({ ...field, path: `order.${field.path}` }))
    throw new ApiError(error.code, error.message, fields)
  }
}

/** The order that this cart already made, with a full day before it, unless it is past the need of one. */
async function resume(
  { orders, underwriting }: { orders: OrderRepository; underwriting: Underwriting },
  merchant: Merchant,
  contentDigest: string,
  now: Date,
): Promise<Order | undefined> {
  const order = await orders.findResumable(merchant.id, contentDigest, now)
  if (order?.status !== 'order_created') return order
  const openForMs = underwriting.openForMs('widget', order.billing?.email)
  // A colleague who was asked has longer.
  const expiresAt = new Date(Math.max(now.getTime() + openForMs, order.expiresAt.getTime()))
  const extended = await orders.compareAndSet(order, { expiresAt })
  return extended ?? (await orders.find(order.backdOrderId))
}

/**
 * The order for which this customer selected terms before, though the page writes its cart a little differently now
 * (ADR 0027). It has nothing to resume: it is told as it is.
 */
async function recover(
  orders: OrderRepository,
  merchant: Merchant,
  input: OrderObject,
): Promise<Order | undefined> {
  const agreed = await orders.findAgreed(merchant.id, input.merchant_order_id)
  return agreed.find((order) => isSamePurchase(order, input))
}

/** SHA-256 of what was ordered. How the checkout is shown is no part of it: the modal may go on as a page. */
function digest({ mode: _, ...content }: OrderObject): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/**
 * Without the secret key, a customer is sent back to a registered origin only (CONTRACT "Decisions").
 * @returns undefined in the modal, which ignores the URLs
 */
function registeredReturnUrls(mode: Mode | null | undefined, { origins }: Merchant) {
  if (mode?.type !== 'redirect') return undefined
  const faults = (['order_success_url', 'order_close_url'] as const)
    .map((key) => ({ key, origin: new URL(mode[key]).origin }))
    .filter(({ origin }) => !isRegistered(origin, origins))
    .map(({ key, origin }) => ({
      path: `order.mode.${key}`,
      message: `must be on an origin that the merchant registered; ${origin} is not one`,
    }))
  if (faults.length > 0) throw invalidRequest(faults)
  return returnUrlsOf(mode)
}
