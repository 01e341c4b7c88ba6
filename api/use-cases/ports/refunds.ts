import type { NewRefund } from '../../domain/refund.ts'

/** Refunds are part of their order: whoever changes one sets the order's next version first, in the same transaction. */
export interface RefundRepository {
  add(backdOrderId: string, refund: NewRefund): Promise<void>
  /** Ends an active refund. */
  end(id: number, status: 'settled' | 'declined', at: Date): Promise<void>
  /** The orders with an active refund that is locked at `now`, the longest locked first. */
  findOrdersToSettle(now: Date, limit: number): Promise<string[]>
}
