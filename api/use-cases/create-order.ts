import type { CreatedOrder, CreateOrder } from '@backd/contract/api/create-order.ts'
import { toDollars } from '@backd/contract/money.ts'
import { readPresentation } from '@backd/contract/presentation.ts'
import { invalidRequest } from '../domain/api-error.ts'
import { decodeDocuments } from '../domain/documents.ts'
import { chooseLanguage } from '../domain/language.ts'
import type { Merchant } from '../domain/merchant.ts'
import type { Order } from '../domain/order.ts'
import { createLink, customerUrl, returnUrlsOf } from './checkout-links.ts'
import { makeOrder, makeOrderAtOnce } from './make-order.ts'
import { notifyCustomer } from './notify-customer.ts'
import type { Clock } from './ports/clock.ts'
import type { LaterAnswer } from './ports/later-answer.ts'
import { MAIL_WITHIN_MS, type Mailer } from './ports/mailer.ts'
import type { OrderLinkNotice, WriteOrderLinkMail } from './ports/notices.ts'
import type { Random } from './ports/random.ts'
import type { Reporter } from './ports/reporter.ts'
import type { Repositories, Store } from './ports/store.ts'
import type { Underwriting } from './ports/underwriting.ts'

export interface CreateOrderPorts {
  store: Store
  clock: Clock
  random: Random
  underwriting: Underwriting
  mailer: Mailer
  writeOrderLinkMail: WriteOrderLinkMail
  reporter: Reporter
  publicOrigin: string
  later?: LaterAnswer
}

/** A mail, and writing down what came of it. */
const NOTIFY_WITHIN_MS = 2 * MAIL_WITHIN_MS

/**
 * A merchant's server makes an order and gets the link for its customer (S0). The order, its documents and its link are
 * one transaction; the mail goes out after, and never fails the order.
 * @throws ApiError invalid_request, duplicate_merchant_order_id, amounts_do_not_add_up, total_exceeds_limit
 */
export async function createOrder(
  ports: CreateOrderPorts,
  merchant: Merchant,
  body: CreateOrder,
): Promise<CreatedOrder> {
  if (body.merchant && body.merchant.public_api_key !== merchant.publicKey) {
    throw invalidRequest([
      {
        path: 'merchant.public_api_key',
        message: 'must be the public key that the call is authenticated with',
      },
    ])
  }
  const decoded = decodeDocuments(body.documents)
  if ('errors' in decoded) throw invalidRequest(decoded.errors)

  const now = ports.clock.now(merchant)
  const presentation = readPresentation(body)
  const { linkTo, token } = createLink(ports.random, {
    now,
    surface: 'page',
    presentation,
    returnUrls: returnUrlsOf(body.mode),
  })
  let order: Order | undefined
  const answer = (made: Order): CreatedOrder => {
    order = made
    return {
      backd_order_id: made.backdOrderId,
      customer_url: customerUrl(ports.publicOrigin, token, merchant),
      order_total: toDollars(made.amounts.order_total_cents),
      status: made.status,
      merchant_order_id: made.merchantOrderId,
      create_date: made.createdAt.toISOString(),
      notified_customer: false,
    }
  }
  const { store, random, underwriting } = ports
  const facts = { source: 'server' as const, now, customerEmail: body.customer_email }
  const atOnce = async ({ orders }: Repositories) => {
    const made = await makeOrderAtOnce({ orders, random, underwriting }, merchant, body, facts, linkTo)
    return made && answer(made)
  }
  const inTransaction = async ({ orders }: Repositories) => {
    const made = await makeOrder({ orders, random, underwriting }, merchant, body, facts, linkTo)
    await orders.addDocuments(made.backdOrderId, decoded.documents, now)
    return answer(made)
  }
  const email = body.notify_customer ? body.customer_email : undefined
  if (email) ports.later?.promise(NOTIFY_WITHIN_MS)
  const data =
    (decoded.documents.length === 0 ? await store.tryAtOnce(atOnce) : undefined) ??
    (await store.transact(inTransaction, `${merchant.id} ${body.merchant_order_id}`))

  // An answer about another order than was made here was given by another try of the call, which notifies the customer.
  if (order?.backdOrderId !== data.backd_order_id || !email) return data
  const language = chooseLanguage([presentation.locale])
  const isNotified = await mailLink(ports, merchant, order, email, {
    customerUrl: data.customer_url,
    language,
  })
  const whole = { ...data, notified_customer: isNotified }
  await complete(ports, order, whole)
  return whole
}

async function complete(ports: CreateOrderPorts, order: Order, answer: CreatedOrder): Promise<void> {
  try {
    await ports.later?.complete(answer)
  } catch (error) {
    ports.reporter.report(error, `The answer kept for ${order.backdOrderId} could not be completed.`)
  }
}

async function mailLink(
  ports: CreateOrderPorts,
  merchant: Merchant,
  order: Order,
  to: string,
  { customerUrl, language }: Pick<OrderLinkNotice, 'customerUrl' | 'language'>,
): Promise<boolean> {
  const { isSent } = await notifyCustomer(ports, merchant, order, {}, () =>
    ports.writeOrderLinkMail({
      to,
      language,
      merchantName: merchant.name,
      merchantOrderId: order.merchantOrderId,
      orderTotalCents: order.amounts.order_total_cents,
      customerUrl,
      expiresAt: order.expiresAt,
    }),
  )
  return isSent
}
