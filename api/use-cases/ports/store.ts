import type { AnswerRepository } from './answers.ts'
import type { ApprovalRepository } from './approvals.ts'
import type { CodeRepository } from './codes.ts'
import type { ConfirmationRepository } from './confirmations.ts'
import type { MailboxRepository } from './mailbox.ts'
import type { MerchantRepository } from './merchants.ts'
import type { OrderListRepository } from './order-lists.ts'
import type { OrderRepository } from './orders.ts'
import type { RefundRepository } from './refunds.ts'

export interface Repositories {
  merchants: MerchantRepository
  orders: OrderRepository
  orderLists: OrderListRepository
  refunds: RefundRepository
  answers: AnswerRepository
  mailbox: MailboxRepository
  codes: CodeRepository
  approvals: ApprovalRepository
  confirmations: ConfirmationRepository
}

/** Everything that is kept. Used directly, each call is a transaction of its own. */
export interface Store extends Repositories {
  /**
   * Runs `work` in one transaction: all of it, or, when it throws, nothing. Inside, use only the repositories it is
   * given: the embedded database has one connection and would wait for itself. `work` may run again after a deadlock.
   * @param line what only one can change at a time, mostly an order's id: this process's calls that name the same wait for
   *   each other before they take a connection, so that however many want one order, others find a connection free
   */
  transact<Result>(work: (repositories: Repositories) => Promise<Result>, line?: string): Promise<Result>
  /**
   * For work that makes its change by one call, which is a transaction by itself: none is opened around it.
   * @returns undefined when nothing was changed and `transact` has to do it. Under an Idempotency-Key that is always so,
   *   since the answer is kept beside the change.
   */
  tryAtOnce<Result>(
    work: (repositories: Repositories) => Promise<Result | undefined>,
  ): Promise<Result | undefined>
}
