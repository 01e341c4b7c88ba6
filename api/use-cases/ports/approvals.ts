import type { ApprovalRequest } from '../../domain/approval.ts'

export interface NewApproval extends Omit<ApprovalRequest, 'id' | 'state' | 'reason' | 'decidedAt'> {
  /** SHA-256 of the colleague's address in lower case. */
  approverHash: Uint8Array
  /** The same of the buyer's; undefined when none is known. */
  buyerHash: Uint8Array | undefined
  /** By the machine's clock, which limits how many mails are sent. */
  createdAt: Date
}

/** A request that ran out, by its order's merchant's clock, and that nobody has come across since. */
export type ApprovalToExpire = Pick<ApprovalRequest, 'id' | 'backdOrderId' | 'expiresAt'>

export interface ApprovalRepository {
  find(id: number): Promise<ApprovalRequest | undefined>
  /** The last request of an order that reached somebody. */
  last(backdOrderId: string): Promise<ApprovalRequest | undefined>
  /** How often colleagues were asked about an order; not when no mail server was there. */
  count(backdOrderId: string): Promise<number>
  /** When a buyer asked somebody since an instant, whatever the orders, by the machine's clock; oldest first. */
  askedSince(buyerHash: Uint8Array, since: Date): Promise<Date[]>
  /** What is kept as pending of a buyer's carts of one merchant_order_id, by their orders' ids. */
  pendingOf(
    buyerHash: Uint8Array,
    cart: { merchantId: string; merchantOrderId: string },
  ): Promise<Pick<ApprovalRequest, 'id' | 'backdOrderId'>[]>
  /**
   * What is kept as pending and has run out by its order's merchant's clock, the longest first.
   * @param now the machine's time; each merchant's offset is added to it
   * @param after the last one of the page before
   */
  findRunOut(now: Date, limit: number, after?: ApprovalToExpire): Promise<ApprovalToExpire[]>
  /** Keeps a request as pending. @returns its id */
  add(approval: NewApproval): Promise<number>
  /** @param at when somebody decided; undefined when nobody did */
  close(
    id: number,
    end: { state: Exclude<ApprovalRequest['state'], 'pending'>; at?: Date; reason?: string | undefined },
  ): Promise<void>
}
