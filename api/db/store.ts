import type { Repositories, Store } from '../use-cases/ports/store.ts'
import { createAnswerRepository } from './answer-repository.ts'
import { isWorthRetrying } from './errors.ts'
import type { Handle } from './handle.ts'
import { createMailboxRepository } from './mailbox-repository.ts'
import { createMerchantRepository } from './merchant-repository.ts'
import { createOrderListRepository } from './order-list-repository.ts'
import { createOrderRepository } from './order-repository.ts'
import { createRefundRepository } from './refund-repository.ts'
import { createSharedStatements } from './shared-statements.ts'

const MAX_TRIES = 3

/** @param atOnce how many statements of one kind that calls share may run at a time */
export function createStore(db: Handle, { atOnce }: { atOnce: number }): Store {
  const repositories = createRepositories(db)
  const shared = createSharedStatements(db, atOnce)
  const direct: Repositories = {
    ...repositories,
    merchants: { ...repositories.merchants, ...shared.merchants },
    orders: { ...repositories.orders, ...shared.orders },
  }
  return {
    ...direct,
    transact: (work) => retrying(() => db.transaction((tx) => work(createRepositories(tx)))),
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
  }
}
