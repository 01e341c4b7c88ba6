import type { Repositories, Store } from '../use-cases/ports/store.ts'
import { createAnswerRepository } from './answer-repository.ts'
import { isWorthRetrying } from './errors.ts'
import type { Handle } from './handle.ts'
import { createMailboxRepository } from './mailbox-repository.ts'
import { createMerchantRepository } from './merchant-repository.ts'
import { createOrderListRepository } from './order-list-repository.ts'
import { createOrderRepository } from './order-repository.ts'
import { createRefundRepository } from './refund-repository.ts'

const MAX_TRIES = 3

export function createStore(db: Handle): Store {
  return {
    ...createRepositories(db),
    async transact(work) {
      for (let tries = 1; ; tries++) {
        try {
          return await db.transaction((tx) => work(createRepositories(tx)))
        } catch (error) {
          if (tries >= MAX_TRIES || !isWorthRetrying(error)) throw error
        }
      }
    },
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
