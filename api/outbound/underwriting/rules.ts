import { lifetimeMs } from '../../domain/new-order.ts'
import type { Underwriting } from '../../use-cases/ports/underwriting.ts'

/** Whoever is within what was agreed with the merchant is approved (CONTRACT section 5). */
export const agreedLimits: Underwriting = {
  decide: ({ order, merchant }) =>
    order.amounts.order_total_cents <= merchant.orderLimitCents ? 'approved' : 'limit_too_low',
  openForMs: (source) => lifetimeMs[source],
}
