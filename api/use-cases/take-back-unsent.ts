import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'

/**
 * A request whose mail came to nothing is taken back, unless the buyer has done so by now. The history tells both, since it
 * was kept before it was mailed: a link that arrives has to work.
 */
export async function takeBackUnsent(
  { store, clock }: { store: Store; clock: Clock },
  { approvalId, backdOrderId }: { approvalId: number; backdOrderId: string },
  why: 'refused' | 'unsent',
): Promise<void> {
  await store.transact(async ({ orders, merchants, approvals }) => {
    await orders.hold(backdOrderId)
    const order = await orders.find(backdOrderId)
    const merchant = order && (await merchants.findById(order.merchantId))
    const approval = await approvals.find(approvalId)
    if (!order || !merchant || approval?.state !== 'pending') return
    const at = clock.now(merchant)
    const { status } = order
    const reason = why === 'refused' ? 'email_undeliverable' : 'unavailable'
    await orders.compareAndSet(
      order,
      {},
      {
        backdOrderId,
        actor: 'backd',
        type: 'approval_withdrawn',
        from: status,
        to: status,
        data: { reason },
        at,
      },
    )
    await approvals.close(approvalId, { state: why })
  })
}
