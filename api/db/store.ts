import type { Repositories, Store } from '../use-cases/ports/store.ts'
import { createAnswerRepository } from './answer-repository.ts'
import { createApprovalRepository } from './approval-repository.ts'
import { createCodeRepository } from './code-repository.ts'
import { createConfirmationRepository } from './confirmation-repository.ts'
import { isWorthRetrying } from './errors.ts'
import type { Handle } from './handle.ts'
import { createLines } from './line.ts'
import { createMailboxRepository } from './mailbox-repository.ts'
import { createMerchantRepository } from './merchant-repository.ts'
import { createOrderListRepository } from './order-list-repository.ts'
import { createOrderRepository } from './order-repository.ts'
import { createRefundRepository } from './refund-repository.ts'
import { createSharedStatements } from './shared-statements.ts'
import type { RunTransaction } from './transactions.ts'

const MAX_TRIES = 3
/** How long a call may wait for those before it that change the same thing. */
const WAIT_FOR_TURN_MS = 10_000

export interface StoreOptions {
  runTransaction: RunTransaction
  /** How many of the inserts that calls share may run at a time. */
  insertsAtOnce: number
}

export function createStore(db: Handle, { runTransaction, insertsAtOnce }: StoreOptions): Store {
  const repositories = createRepositories(db)
  const shared = createSharedStatements(db, insertsAtOnce)
  const direct: Repositories = {
    ...repositories,
    merchants: { ...repositories.merchants, ...shared.merchants },
    orders: { ...repositories.orders, ...shared.orders },
  }
  const inTurn = createLines(WAIT_FOR_TURN_MS)
  return {
    ...direct,
    transact(work, line) {
      const run = () => retrying(() => runTransaction((tx) => work(createRepositories(tx))))
      return line === undefined ? run() : inTurn(line, run)
    },
    tryAtOnce: (work) => retrying(() => work(direct)),
  }
}

async function retrying<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await run()
    } catch (error) {
      if (tries >= MAX_TRIES || !isWorthRetrying(error)) throw error
    }
  }
}

function createRepositories(db: Handle): Repositories {
  return {
    merchants: createMerchantRepository(db),
    orders: createOrderRepository(db),
    orderLists: createOrderListRepository(db),
    refunds: createRefundRepository(db),
    answers: createAnswerRepository(db),
    mailbox: createMailboxRepository(db),
    codes: createCodeRepository(db),
    approvals: createApprovalRepository(db),
    confirmations: createConfirmationRepository(db),
  }
}
