import { isPending } from '../domain/approval.ts'
import type { Order } from '../domain/order.ts'
import type { OpenedLink } from '../domain/verification.ts'
import { buyerEmailOf } from '../domain/verification.ts'
import { addressHashOf } from './code-secrets.ts'
import type { Repositories } from './ports/store.ts'

type Ports = Pick<Repositories, 'orders' | 'approvals'>

/**
 * Lets those who select terms for carts of one merchant_order_id come one after the other. To be called before any order is
 * held: each may change the other's, and would else wait for it while it is waited for.
 */
export async function awaitTurn({ orders }: Ports, { merchant, order }: OpenedLink): Promise<void> {
  if (buyerOf(merchant, order) !== undefined)
    await orders.lock(`terms:${merchant.id}:${order.merchantOrderId}`)
}

/**
 * What the same buyer asked colleagues about other carts of this merchant_order_id is taken back, since terms are selected for
 * this one (docs/adr/0024). Whoever only has the public key shows no address, and ends nobody's request.
 */
export async function supersedeSiblings(
  { orders, approvals }: Ports,
  { merchant, order: chosen }: OpenedLink,
  now: Date,
): Promise<void> {
  const buyer = buyerOf(merchant, chosen)
  if (buyer === undefined) return
  const { merchantOrderId } = chosen
  const siblings = await approvals.pendingOf(addressHashOf(buyer), {
    merchantId: merchant.id,
    merchantOrderId,
  })
  for (const { id, backdOrderId } of siblings) {
    if (backdOrderId === chosen.backdOrderId) continue
    await orders.hold(backdOrderId)
    const order = await orders.find(backdOrderId)
    if (order?.status !== 'order_created' || !isPending(await approvals.find(id), now)) continue
    const { status } = order
    const data = { reason: 'superseded' }
    await orders.compareAndSet(
      order,
      {},
      { backdOrderId, actor: 'backd', type: 'approval_withdrawn', from: status, to: status, data, at: now },
    )
    await approvals.close(id, { state: 'withdrawn', at: now })
  }
}

/** The address that was shown to be the buyer's before terms are selected, or before a colleague was asked to. */
function buyerOf({ verifyCustomer }: OpenedLink['merchant'], order: Order): string | undefined {
  return verifyCustomer ? buyerEmailOf(order) : undefined
}
