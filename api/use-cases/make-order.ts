import { amountsInCents, assertAmountsAddUp } from '../domain/amounts.ts'
import { ApiError } from '../domain/api-error.ts'
import { hasLapsed } from '../domain/holds.ts'
import { createOrderId, ORDER_ID_BYTES } from '../domain/ids.ts'
import { assertWithinOrderLimit } from '../domain/limits.ts'
import type { Merchant } from '../domain/merchant.ts'
import { createdEvent, createOrderFrom, type NewOrderFacts, type OrderInput } from '../domain/new-order.ts'
import type { CheckoutLink, Order } from '../domain/order.ts'
import { MerchantOrderIdHeld, type OrderRepository } from './ports/orders.ts'
import type { Random } from './ports/random.ts'
import type { Underwriting } from './ports/underwriting.ts'

/** How often an id is drawn again when it is taken; each draw has 40 random bits. */
const MAX_DRAWS = 5

export interface MakingOrders {
  orders: OrderRepository
  random: Random
  underwriting: Underwriting
}

type OrderFacts = Omit<NewOrderFacts, 'backdOrderId' | 'merchantId' | 'openForMs'>

/**
 * The rules that both ways of making an order share, judged in the order of CONTRACT section 4 (409 before 422), and
 * the insert. To be run in a transaction.
 * @param linkTo the link that is made with the order
 * @throws ApiError duplicate_merchant_order_id, amounts_do_not_add_up, total_exceeds_limit
 */
export async function makeOrder(
  ports: MakingOrders,
  merchant: Merchant,
  input: OrderInput,
  facts: OrderFacts,
  linkTo?: (backdOrderId: string) => CheckoutLink,
): Promise<Order> {
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    // Again before each draw: the insert was refused because the id is taken, or because another took it just now.
    await claimMerchantOrderId(ports.orders, merchant, input.merchant_order_id, facts.now)
    assertAmounts(input, merchant)
    const order = await insertNew(ports, merchant, input, facts, linkTo)
    if (order) return order
  }
  throw new Error(`no free order id in ${MAX_DRAWS} draws`)
}

/**
 * The same by one insert, which tells by itself when another order holds the id: nothing has to hold more together.
 * @param facts of an order that holds its id from creation
 * @returns undefined when it has to be judged by makeOrder
 */
export async function makeOrderAtOnce(
  ports: MakingOrders,
  merchant: Merchant,
  input: OrderInput,
  facts: OrderFacts,
  linkTo: (backdOrderId: string) => CheckoutLink,
): Promise<Order | undefined> {
  try {
    assertAmounts(input, merchant)
  } catch {
    return undefined // An id that is held is told first, and is not known yet.
  }
  return await insertNew(ports, merchant, input, facts, linkTo)
}

function assertAmounts(input: OrderInput, merchant: Merchant): void {
  const amounts = amountsInCents(input)
  assertAmountsAddUp(amounts)
  assertWithinOrderLimit(amounts.order_total_cents, merchant)
}

/** @returns undefined when an id is taken: the one that was drawn, or the merchant's own */
async function insertNew(
  { orders, random, underwriting }: MakingOrders,
  merchant: Merchant,
  input: OrderInput,
  facts: OrderFacts,
  linkTo?: (backdOrderId: string) => CheckoutLink,
): Promise<Order | undefined> {
  const backdOrderId = createOrderId(facts.now, random.bytes(ORDER_ID_BYTES))
  const openForMs = underwriting.openForMs(facts.source, input.billing?.email)
  const order = createOrderFrom(input, { ...facts, openForMs, backdOrderId, merchantId: merchant.id })
  return (await orders.insert(order, createdEvent(order), linkTo?.(backdOrderId))) ? order : undefined
}

/**
 * Makes sure that no other order holds the id; takes it from one whose checkout ran out before any terms were selected.
 * @param own the order that is to have it, when it is there already
 * @throws ApiError duplicate_merchant_order_id
 */
export async function claimMerchantOrderId(
  orders: OrderRepository,
  merchant: Merchant,
  merchantOrderId: string,
  now: Date,
  own?: Order,
): Promise<void> {
  const holder = await orders.findHolder(merchant.id, merchantOrderId)
  if (!holder || holder.backdOrderId === own?.backdOrderId) return
  if (!hasLapsed(holder, now)) throw duplicateMerchantOrderId(merchantOrderId)
  await orders.compareAndSet(holder, { holdsMerchantOrderId: false })
}

function duplicateMerchantOrderId(merchantOrderId: string): ApiError {
  const message =
    `merchant_order_id "${merchantOrderId}" already belongs to another order; ` +
    'send an id of its own for each order.'
  return new ApiError('duplicate_merchant_order_id', message, [
    { path: 'merchant_order_id', message: 'must be an id that no other order has' },
  ])
}

/** Runs a transaction that may lose a merchant_order_id to a call at the same instant; the loser is told like any other. */
export async function refusingHeldId<Result>(
  merchantOrderId: () => string,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof MerchantOrderIdHeld) throw duplicateMerchantOrderId(merchantOrderId())
    throw error
  }
}
