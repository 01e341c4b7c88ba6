import type { NewRefund } from '../../domain/refund.ts'

/** A refund whose lock has come, by its order's merchant's clock. */
export interface RefundToSettle {
  id: number
  backdOrderId: string
  lockedAt: Date
}

/** Refunds are part of their order: whoever changes one sets the order's next version first, in the same transaction. */
export interface RefundRepository {
  add(backdOrderId: string, refund: NewRefund): Promise<void>
  /** Ends an active refund. */
  end(id: number, status: 'settled' | 'declined', at: Date): Promise<void>
  /**
   * Active refunds that are locked by their merchants' clocks, the longest locked first.
   * @param now the machine's time; each merchant's offset is added to it
   * @param after the last one of the page before
   */
  findToSettle(now: Date, limit: number, after?: RefundToSettle): Promise<RefundToSettle[]>
}
