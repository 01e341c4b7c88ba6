import { amountsInCents, assertAmountsAddUp } from '../domain/amounts.ts'
import { ApiError } from '../domain/api-error.ts'
import { hasLapsed, holdsFromCreation } from '../domain/holds.ts'
import { createOrderId, ORDER_ID_BYTES } from '../domain/ids.ts'
import { assertWithinOrderLimit } from '../domain/limits.ts'
import type { Merchant } from '../domain/merchant.ts'
import { createdEvent, createOrderFrom, type NewOrderFacts, type OrderInput } from '../domain/new-order.ts'
import type { CheckoutLink, Order } from '../domain/order.ts'
import { MerchantOrderIdHeld, type OrderRepository } from './ports/orders.ts'
import type { Random } from './ports/random.ts'

/** How often an id is drawn again when it is taken; each draw has 40 random bits. */
const MAX_DRAWS = 5

/**
 * The rules that both ways of making an order share, judged in the order of CONTRACT section 4 (409 before 422), and
 * the insert. A widget's order holds no id, and needs a transaction to see that it takes nobody's.
 * @param linkTo the link that is made with the order
 * @throws ApiError duplicate_merchant_order_id, amounts_do_not_add_up, total_exceeds_limit
 */
export async function makeOrder(
  { orders, random }: { orders: OrderRepository; random: Random },
  merchant: Merchant,
  input: OrderInput,
  facts: Omit<NewOrderFacts, 'backdOrderId' | 'merchantId'>,
  linkTo?: (backdOrderId: string) => CheckoutLink,
): Promise<Order> {
  const claim = () => claimMerchantOrderId(orders, merchant, input.merchant_order_id, facts.now)
  const refusal = refusalOf(input, merchant)
  // An order that holds its id is refused it by the insert, and who has it is asked only then.
  if (refusal || !holdsFromCreation(facts.source)) await claim()
  if (refusal) throw refusal

  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    const backdOrderId = createOrderId(facts.now, random.bytes(ORDER_ID_BYTES))
    const order = createOrderFrom(input, { ...facts, backdOrderId, merchantId: merchant.id })
    if (await orders.insert(order, createdEvent(order), linkTo?.(backdOrderId))) return order
    await claim()
  }
  throw new Error(`no free order id in ${MAX_DRAWS} draws`)
}

/** Why an input's amounts make no order of this merchant. */
function refusalOf(input: OrderInput, merchant: Merchant): ApiError | undefined {
  try {
    const amounts = amountsInCents(input)
    assertAmountsAddUp(amounts)
    assertWithinOrderLimit(amounts.order_total_cents, merchant)
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
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
